package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.kernel.http.Answer;
import java.time.Duration;

/** Turns what a national system did not do into the pharmacy's own words. Stateless. */
final class Away {
  private Away() {}

  /** The value of an answer; a refusal, or that the system is away, ends the request. */
  static <T> T value(String system, Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(var value, _) -> value;
      case Answer.Refused<T>(var code, var message) -> throw Stop.at(Problem.REMOTE_REFUSED, "", message, "system", system,
          "code", code);
      case Answer.Later<T> later -> throw away(system, later);
      case Answer.Unknown<T>(var why) -> throw away(system, new Answer.Later<>(Duration.ZERO, why));
    };
  }

  static Stop away(String system, Answer.Later<?> later) {
    return Stop.at(Problem.REMOTE_AWAY, "", later.why(), "system", system);
  }
}
