package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Taking back what was handed over: for how long, and where what came back may go. Stateless. */
public final class TakeBack {
  private TakeBack() {}

  /** Why it is taken back. The number is what is stored. */
  public enum Kind {
    /** It should not have been given, and the patient never left with it. */
    ERROR(1),
    /** The patient had it, and brought it back. */
    RETURNED(2),
    /** The patient did not want it. */
    DECLINED(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** As stored. */
    public int number() {
      return number;
    }

    /** As in requests and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this number; empty for 0, which stands for what was not taken back. */
    public static Optional<Kind> of(int number) {
      return number == 0 ? Optional.empty() : Optional.of(values()[number - 1]);
    }
  }

  /** Where what came back goes. The number is what is stored. */
  public enum To {
    /** Kept apart until somebody decides. */
    QUARANTINE(1),
    /** Back where it may be given to somebody else. */
    SHELF(2),
    /** Out of the stock for good. */
    DESTROYED(3);

    private final int number;

    To(int number) {
      this.number = number;
    }

    /** As stored. */
    public int number() {
      return number;
    }

    /** As in requests and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether it is too late to say so. What came back may be returned at any time: a patient brings what was recalled months
   * later.
   */
  public static boolean late(Kind kind, Instant given, Instant now, Duration most) {
    return switch (kind) {
      case ERROR, DECLINED -> now.isAfter(given.plus(most));
      case RETURNED -> false;
    };
  }

  /**
   * Why a pack may not be given to somebody else; empty when it may. Medicine that was in a patient's hands never may, and
   * what was opened cannot be shown to be whole.
   *
   * @param back units of it that came back
   * @param today where the facility is
   */
  public static Optional<String> notOnShelf(Kind kind, Pack pack, BigDecimal back, LocalDate today) {
    if (kind != Kind.ERROR) {
      return Optional.of("only what was given in error may, the rest was the patient's");
    }
    if (pack.blocked()) {
      return Optional.of("it is recalled");
    }
    if (pack.lot().expired(today)) {
      return Optional.of("it has expired");
    }
    return back.compareTo(pack.whole()) == 0 && pack.units().signum() == 0 && pack.state() == PackState.USED
        ? Optional.empty() : Optional.of("it is not a whole pack");
  }

  /**
   * The same of pieces of a compound.
   *
   * @param recalled whether a pack in it is
   * @param bestBy last day of use
   */
  public static Optional<String> notInCompound(Kind kind, boolean recalled, LocalDate bestBy, LocalDate today) {
    if (kind != Kind.ERROR) {
      return Optional.of("only what was given in error may, the rest was the patient's");
    }
    if (recalled) {
      return Optional.of("a pack in it is recalled");
    }
    return today.isAfter(bestBy) ? Optional.of("it was good until " + bestBy) : Optional.empty();
  }
}
