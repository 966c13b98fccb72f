package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.kernel.http.Answer;
import java.util.Optional;

/** Turns what a national system did not do into the pharmacy's own words. Stateless. */
final class Away {
  private Away() {}

  /** The value of an answer; a refusal, or that the system is away, ends the request. */
  static <T> T value(String system, Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(var value, _) -> value;
      case Answer.Refused<T>(var code, var message) -> throw stop(system, "it refuses with " + code + " " + message);
      case Answer.Later<T>(_, var why) -> throw stop(system, why);
      case Answer.Unknown<T>(var why) -> throw stop(system, why);
    };
  }

  /** The client of a system, once there is a way to it. */
  static <T> T client(String system, Optional<T> client) {
    return client.orElseThrow(() -> stop(system, "there is no way to it yet"));
  }

  private static Stop stop(String system, String why) {
    return Stop.at(Problem.REMOTE, "", system, "system", system, "why", why);
  }
}
