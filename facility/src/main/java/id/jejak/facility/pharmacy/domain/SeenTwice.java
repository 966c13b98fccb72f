package id.jejak.facility.pharmacy.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What it means that a serial is scanned which should not be there: used before, or never received. Most such alarms are
 * innocent, and a pharmacist who is alarmed for nothing stops listening. Stateless.
 */
public final class SeenTwice {
  /** A second scan of the same pack by the same person for the same prescription within this time is a slip of the hand. */
  public static final Duration SLIP = Duration.ofMinutes(10);

  private SeenTwice() {}

  /** What a scanner or a keyboard can do to a text. */
  public enum Oddity {
    /** Letters or signs that another keyboard layout exchanges, or their case. */
    KEYBOARD,
    /** A separator lost or replaced, or the end cut off. */
    SCANNER
  }

  /** What it is taken for. */
  public enum Meaning {
    /** Scanned twice here for the same prescription: nothing is wrong. */
    DOUBLE_SCAN,
    /** The text is that of a pack here, as a scanner spoils it. */
    MISREAD,
    /** The text is that of a pack here, as another keyboard layout writes it. */
    KEYBOARD_LAYOUT,
    /** Dispensed here before, to somebody else or long ago: this pack, or the one before, is not what it says. */
    DISPENSED_HERE,
    /** Another facility dispensed it. */
    DISPENSED_ELSEWHERE,
    /** Another facility holds it, and did not send it here. */
    HELD_ELSEWHERE,
    /** Nobody ever received it: not reported, or a copy. */
    NEVER_RECEIVED
  }

  /**
   * An earlier taking out of the pack.
   *
   * @param prescription for which it was
   */
  public record Before(String facility, String staff, Instant at, long prescription) {}

  /**
   * What is known when the question comes up.
   *
   * @param prescription that is being served; 0 when none is
   * @param before the last taking out of this very serial, if any
   * @param holder who has it, if anybody received it
   * @param oddities how the text differs from the pack here that it resembles most; empty when it resembles none
   * @param resembles barcode of that pack
   */
  public record Seen(String facility, String staff, Instant at, long prescription, Optional<Before> before,
      Optional<String> holder, Set<Oddity> oddities, Optional<String> resembles) {
    /** Copies the set. */
    public Seen {
      oddities = Set.copyOf(oddities);
    }
  }

  /**
   * A reasoned verdict.
   *
   * @param alarming whether a person must look into it
   * @param why one sentence
   * @param advice what to do
   */
  public record Opinion(Meaning meaning, boolean alarming, String why, String advice) {}

  /** Judges. */
  public static Opinion judge(Seen seen) {
    if (seen.before().isPresent()) {
      return before(seen, seen.before().get());
    }
    if (seen.holder().isPresent()) {
      var holder = seen.holder().get();
      return new Opinion(Meaning.HELD_ELSEWHERE, true, "It was received by " + holder + " and not sent from there.",
          "Do not dispense. Ask " + holder + " whether its pack is still there: if it is, one of the two is a copy.");
    }
    if (seen.resembles().isPresent() && !seen.oddities().isEmpty()) {
      boolean keyboard = seen.oddities().contains(Oddity.KEYBOARD);
      return new Opinion(keyboard ? Meaning.KEYBOARD_LAYOUT : Meaning.MISREAD, false,
          keyboard ? "The text is that of a pack here, typed through another keyboard layout."
              : "The text is that of a pack here, spoilt on the way from the scanner.",
          keyboard ? "Set the scanner to the computer's keyboard layout, then scan again."
              : "Scan again; if it stays so, set the scanner to transmit separators.");
    }
    return new Opinion(Meaning.NEVER_RECEIVED, true, "Nobody here ever received this serial.",
        "Do not dispense. Look on the delivery note and receive it first; if no sender reported it, set it apart and tell"
            + " the distributor and BPOM.");
  }

  private static Opinion before(Seen seen, Before before) {
    if (!before.facility().equals(seen.facility())) {
      return new Opinion(Meaning.DISPENSED_ELSEWHERE, true, "It was dispensed at " + before.facility() + " on "
          + before.at() + ".", "Do not dispense. Set it apart, and tell that facility and BPOM: one of the two is a copy.");
    }
    if (seen.prescription() != 0 && before.prescription() == seen.prescription()
        && !before.at().isAfter(seen.at()) && Duration.between(before.at(), seen.at()).compareTo(SLIP) <= 0) {
      return new Opinion(Meaning.DOUBLE_SCAN, false, "It was scanned for this prescription moments ago"
          + (before.staff().equals(seen.staff()) ? "." : ", by another person."),
          "Nothing is to be done: it counts once.");
    }
    return new Opinion(Meaning.DISPENSED_HERE, true, "It was dispensed here on " + before.at()
        + " for another prescription, or some time ago.",
        "Do not dispense. Look for the other pack: one was given without being scanned, or came back, or is a copy.");
  }
}
