package id.jejak.ttac.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.ttac.contract.Code;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing to be done at TTAC, however many calls it takes:
 *
 * <ul>
 *   <li>{@link Done}: done, and done once. {@link Refused}: not done, and will not be.
 *   <li>{@link Later}: not done. {@link #attempt} again after the wait.
 *   <li>{@link Unknown}: {@link #settle}, which finds out.
 * </ul>
 *
 * <p>With an {@code Idempotency-Key} the server itself knows a repeat and gives the first answer again. Without one, an
 * earlier attempt shows in what a repeat is refused with: what was received already (E024), sent already (E016, E017)
 * or registered already (E032) was done by that attempt. <b>If somebody else did it first, that looks the same.</b>
 *
 * <p>Not thread-safe: one thread at a time.
 */
public final class Write {
  /** What tells, without a key, that an attempt without answer was done. */
  record Traces(Set<Code> done, Set<Code> either, Supplier<Answer<Boolean>> open) {
    /** Nothing is open for sure; only a repeat tells. */
    static final Supplier<Answer<Boolean>> NOWHERE = () -> new Done<>(false);
  }

  private final Function<Optional<String>, Answer<Acknowledged>> call;
  private final Optional<String> key;
  private final Traces traces;
  private boolean doubtful;

  Write(Function<Optional<String>, Answer<Acknowledged>> call, Optional<String> key, Traces traces) {
    this.call = call;
    this.key = key;
    this.traces = traces;
  }

  /** The {@code Idempotency-Key}, to be kept beside the work by whoever must finish it after a restart. */
  public Optional<String> key() {
    return key;
  }

  /** The same write, begun before a restart under this key: it may have been attempted. */
  public Write under(String begun) {
    return new Write(call, Optional.of(begun), traces).begun();
  }

  /** The same write, begun before a restart: it may have been attempted. */
  public Write begun() {
    doubtful = true;
    return this;
  }

  /** Makes the call. In doubt about an earlier attempt, a refusal which that attempt explains counts as done. */
  public Answer<Acknowledged> attempt() {
    var answer = call();
    return inDoubt() && answer instanceof Refused<Acknowledged> refused && among(traces.done(), refused)
        ? look(answer, () -> explained(answer)) : explained(answer);
  }

  /**
   * Finds out whether an attempt without answer was done, by looking and by repeating where a repeat does no harm.
   *
   * @return {@link Unknown} when it cannot be found out now (ask again) or not at all (a person must look)
   */
  public Answer<Acknowledged> settle() {
    doubtful = true;
    if (key.isPresent()) {
      return call(); // the server knows the repeat
    }
    return look(new Later<>(Duration.ZERO, "it was not done: it is still to do"), () -> explained(call()));
  }

  private Answer<Acknowledged> look(Answer<Acknowledged> open, Supplier<Answer<Acknowledged>> notOpen) {
    return switch (traces.open().get()) {
      case Done<Boolean>(var found, _) -> found ? open : notOpen.get();
      case Refused<Boolean>(var code, var message) -> new Unknown<>("cannot be looked up: " + code + " " + message);
      case Later<Boolean>(_, var why) -> new Unknown<>("cannot be looked up now: " + why);
      case Unknown<Boolean>(var why) -> new Unknown<>("cannot be looked up now: " + why);
    };
  }

  private boolean inDoubt() {
    return doubtful && key.isEmpty();
  }

  private Answer<Acknowledged> call() {
    var answer = call.apply(key);
    doubtful |= answer instanceof Unknown<Acknowledged>;
    return answer;
  }

  private Answer<Acknowledged> explained(Answer<Acknowledged> answer) {
    if (!inDoubt() || !(answer instanceof Refused<Acknowledged> refused)) {
      return answer;
    }
    if (among(traces.done(), refused)) {
      return new Done<>(new Acknowledged(refused.message()), "an earlier attempt did it: a repeat is refused with "
          + refused.code());
    }
    return among(traces.either(), refused) ? new Unknown<>("a repeat is refused with " + refused.code()
        + ": an earlier attempt did it, or it never was possible") : answer;
  }

  private static boolean among(Set<Code> codes, Refused<Acknowledged> refused) {
    return codes.stream().anyMatch(code -> code.name().equals(refused.code()));
  }
}
