package id.jejak.antrean.domain;

import java.time.LocalDate;

/**
 * What a booking leans on: a referral or a letter of control.
 *
 * @param card of the member
 * @param kind 1 from a first-level facility, 2 internal, 3 control, 4 from another hospital
 * @param until last day on which it holds
 * @param used whether an SEP was issued on it
 */
public record Referral(String card, int kind, LocalDate until, boolean used) {
  /** Whether a visit may lean on it. */
  public enum Verdict {
    /** It may. */
    FIT,
    /** Of another kind, or somebody else's. */
    UNFIT,
    /** It has ended. */
    EXPIRED,
    /** It was used up. */
    USED
  }

  /** Judges it for a visit. */
  public Verdict judge(String visitor, int visitKind, LocalDate day) {
    if (kind != visitKind || !card.equals(visitor)) {
      return Verdict.UNFIT;
    }
    if (until.isBefore(day)) {
      return Verdict.EXPIRED;
    }
    return used ? Verdict.USED : Verdict.FIT;
  }
}
