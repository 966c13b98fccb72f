package id.jejak.facility.access.http;

import id.jejak.facility.access.contract.Problem;
import id.jejak.kernel.http.Response;

/** Ends the handling of a request with a refusal, and rolls its transaction back. Costs no stack trace. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Response answer;

  private Stop(Response answer) {
    super("refused", null, false, false);
    this.answer = answer;
  }

  static Stop with(Problem problem, String... words) {
    return new Stop(problem.response(words));
  }

  Response answer() {
    return answer;
  }
}
