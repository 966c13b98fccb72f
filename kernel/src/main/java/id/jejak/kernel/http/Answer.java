package id.jejak.kernel.http;

import java.time.Duration;
import java.util.function.Function;

/** Everything that can come back from a system that is called. A switch over it has no default. */
public sealed interface Answer<T> {
  /**
   * It was done.
   *
   * @param note a warning that came with the success; empty when there was none
   */
  record Done<T>(T value, String note) implements Answer<T> {
    /** Done, without any warning. */
    public Done(T value) {
      this(value, "");
    }
  }

  /**
   * The other side said no, and will say no again: never retried.
   *
   * @param code the system's own code
   * @param message the system's own words
   */
  record Refused<T>(String code, String message) implements Answer<T> {}

  /**
   * The other side asked to wait, or could not be reached before anything was sent: safe to retry.
   *
   * @param notBefore how long to wait at least
   */
  record Later<T>(Duration notBefore, String why) implements Answer<T> {}

  /** Sent, and no readable answer: it may have happened. Ask before sending again. */
  record Unknown<T>(String why) implements Answer<T> {}

  /** The same answer about another value. */
  default <U> Answer<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Done<T>(var value, var note) -> new Done<>(change.apply(value), note);
      case Refused<T>(var code, var message) -> new Refused<>(code, message);
      case Later<T>(var notBefore, var why) -> new Later<>(notBefore, why);
      case Unknown<T>(var why) -> new Unknown<>(why);
    };
  }
}
