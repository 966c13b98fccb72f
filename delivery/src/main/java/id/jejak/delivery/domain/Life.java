package id.jejak.delivery.domain;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A parcel's life, without what is in it. Immutable; every change is one of the methods here, and nowhere else.
 *
 * <p>The rule behind it: who took a parcel and did not say how it went may have sent it. So a held parcel that is
 * abandoned is looked for, and never simply sent again.
 *
 * @param due not before this
 * @param attempts how often a node took it
 * @param failures in a row, since it was posted or a person dealt with it
 * @param doubtful it may be there already
 * @param parking empty unless parked
 */
public record Life(Stage stage, Instant due, int attempts, int failures, boolean doubtful, Optional<Parking> parking) {
  /** A carrier that throws so often in a row has met something that it does not understand. */
  public static final int BREAKS = 8;
  /** Code of a parcel whose carrier broke. */
  public static final String BROKEN = "CARRIER";

  /** A parcel that was just posted. */
  public static Life posted(Instant at) {
    return new Life(Stage.OWED, at, 0, 0, false, Optional.empty());
  }

  /** Taken by a node; doubtful when it must be looked for first. */
  public Life held() {
    require(stage == Stage.OWED || stage == Stage.UNKNOWN);
    return new Life(Stage.HELD, due, attempts + 1, failures, stage == Stage.UNKNOWN, Optional.empty());
  }

  /** Its node brought an answer. */
  public Life after(Trip trip, Instant now, Backoff backoff, Duration settle, RandomGenerator random) {
    require(stage == Stage.HELD);
    var wait = backoff.after(failures + 1, random);
    return switch (trip.end()) {
      case Carried.Done _ -> new Life(Stage.DONE, now, attempts, 0, false, Optional.empty());
      case Carried.Refused(var remedy, var code, var reason) -> parked(new Parking(remedy, code, reason), false, now);
      case Carried.Later(var after, _) -> trip.doubtful()
          ? again(Stage.UNKNOWN, now.plus(longer(wait, longer(settle, after.orElse(Duration.ZERO)))))
          : again(Stage.OWED, now.plus(longer(wait, after.orElse(Duration.ZERO))));
      case Carried.NotYet(var again, _) -> again(Stage.OWED, now.plus(longer(wait, again)));
      case Carried.Unknown(var reason) -> trip.broke() && failures + 1 >= BREAKS
          ? parked(new Parking(Remedy.HUMAN, BROKEN, reason), true, now)
          : again(Stage.UNKNOWN, now.plus(longer(wait, settle)));
    };
  }

  /** Its node is gone without a word. */
  public Life abandoned(Instant now, Duration settle) {
    require(stage == Stage.HELD);
    return new Life(Stage.UNKNOWN, now.plus(settle), attempts, failures, true, Optional.empty());
  }

  /** A person wants it tried now; empty while a node holds it, and after its end. */
  public Optional<Life> redriven(Instant now) {
    return switch (stage) {
      case PARKED -> Optional.of(new Life(doubtful ? Stage.UNKNOWN : Stage.OWED, now, attempts, 0, doubtful,
          Optional.empty()));
      case OWED, UNKNOWN -> Optional.of(new Life(stage, now, attempts, 0, doubtful, Optional.empty()));
      case HELD, DONE, GIVEN_UP -> Optional.empty();
    };
  }

  /** A person corrected what is in it, so it goes again; only while it is parked. */
  public Optional<Life> corrected(Instant now) {
    return stage == Stage.PARKED ? redriven(now) : Optional.empty();
  }

  /** A person gives it up; empty while a node holds it, and after its end. */
  public Optional<Life> givenUp(Instant now) {
    return switch (stage) {
      case PARKED, OWED, UNKNOWN -> Optional.of(
          new Life(Stage.GIVEN_UP, now, attempts, failures, doubtful, Optional.empty()));
      case HELD, DONE, GIVEN_UP -> Optional.empty();
    };
  }

  /** Whether a person may let the later ones of its key go before it. */
  public boolean mayStepAside() {
    return stage == Stage.PARKED;
  }

  private Life parked(Parking parking, boolean doubt, Instant now) {
    return new Life(Stage.PARKED, now, attempts, failures, doubt, Optional.of(parking));
  }

  private Life again(Stage next, Instant when) {
    return new Life(next, when, attempts, failures + 1, next == Stage.UNKNOWN, Optional.empty());
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a parcel that is " + stage + " does not go that way");
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
