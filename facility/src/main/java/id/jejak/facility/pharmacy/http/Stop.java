package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a refusal. Thrown inside a transaction it rolls everything back. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;
  private final transient String where;
  private final transient String value;
  private final transient Map<String, String> values;
  private final transient Map<String, ?> more;

  private Stop(Problem problem, String where, String value, Map<String, String> values, Map<String, ?> more) {
    super(problem.code(), null, false, false); // a refusal is expected: no stack trace
    this.problem = problem;
    this.where = where;
    this.value = value;
    this.values = values;
    this.more = more;
  }

  /** A refusal about a place and what stood there. */
  static Stop at(Problem problem, String where, String value, String... namesAndValues) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    values.putIfAbsent("where", where);
    values.putIfAbsent("value", value);
    return new Stop(problem, where, value, values, Map.of());
  }

  /** The same with further members of the answer. */
  Stop with(Map<String, ?> members) {
    return new Stop(problem, where, value, values, members);
  }

  Response response() {
    return PharmacyFaults.problem(problem, where, value, values, more);
  }
}
