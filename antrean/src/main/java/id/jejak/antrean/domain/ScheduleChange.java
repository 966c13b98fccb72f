package id.jejak.antrean.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A request for other hours of a doctor: taken by day until 20:00, decided by the branch office from 20:01 to midnight,
 * approved by the system after midnight when nobody decided; what is approved holds from the next day. All times are
 * Jakarta's.
 *
 * @param asked when it was asked for
 * @param verdict the branch office's, or none yet
 */
public record ScheduleChange(Instant asked, Verdict verdict) {
  private static final ZoneOffset JAKARTA = ZoneOffset.ofHours(7);
  /** The minute of 20:00 is still taken: the office begins at 20:01. */
  private static final LocalTime OFFICE_BEGINS = LocalTime.of(20, 1);

  /** What the branch office said. */
  public enum Verdict {
    /** Nothing yet. */
    NONE,
    /** Yes. */
    APPROVED,
    /** No. */
    REJECTED
  }

  /** Where a change stands at a moment. */
  public enum State {
    /** Asked for; the office has not begun. */
    SUBMITTED,
    /** The office may decide. */
    AT_OFFICE,
    /** Approved by the office; not yet in force. */
    APPROVED,
    /** Rejected. */
    REJECTED,
    /** In force. */
    IN_FORCE
  }

  /** Whether a change may be asked for at this time of day. */
  public static boolean open(Instant now) {
    return now.atOffset(JAKARTA).toLocalTime().isBefore(OFFICE_BEGINS);
  }

  /** The first day on which it holds, unless it is rejected. */
  public LocalDate from() {
    return asked.atOffset(JAKARTA).toLocalDate().plusDays(1);
  }

  /** Where it stands. */
  public State state(Instant now) {
    return switch (verdict) {
      case REJECTED -> State.REJECTED;
      case APPROVED -> inForce(now) ? State.IN_FORCE : State.APPROVED;
      case NONE -> inForce(now) ? State.IN_FORCE : now.isBefore(officeBegins()) ? State.SUBMITTED : State.AT_OFFICE;
    };
  }

  /**
   * The office's decision.
   *
   * @return this change as it was when the office may not decide now, or has decided
   */
  public ScheduleChange decide(boolean approve, Instant now) {
    return state(now) == State.AT_OFFICE
        ? new ScheduleChange(asked, approve ? Verdict.APPROVED : Verdict.REJECTED) : this;
  }

  private boolean inForce(Instant now) {
    return !now.atOffset(JAKARTA).toLocalDate().isBefore(from());
  }

  private Instant officeBegins() {
    return asked.atOffset(JAKARTA).toLocalDate().atTime(OFFICE_BEGINS).toInstant(JAKARTA);
  }
}
