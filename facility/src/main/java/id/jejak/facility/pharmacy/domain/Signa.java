package id.jejak.facility.pharmacy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a medicine is to be taken, as doctors write it ({@code 3 dd 1 tab p.c.}) and as FHIR counts it. What is written
 * here can be read again, and comes to the same. Immutable.
 *
 * @param times in each period; above zero
 * @param period after which it begins anew; above zero
 * @param each what the period is counted in
 * @param dose each time, in {@code measure}; above zero, three places at most
 * @param measure such as {@code tab}; empty for the unit of the line
 * @param whens moments of the day or meal, in the order of their meaning
 * @param asNeeded only when it is needed (pro re nata)
 * @param days for how long; 0 for as long as there is some
 */
public record Signa(int times, int period, Each each, BigDecimal dose, String measure, Set<When> whens,
    boolean asNeeded, int days) {
  private static final int MOST = 99;
  private static final Map<String, String> FRACTIONS = Map.of("0.5", "1/2", "0.25", "1/4", "0.75", "3/4", "1.5",
      "1 1/2", "2.5", "2 1/2");

  /** What a period is counted in. */
  public enum Each {
    /** Hours. */
    HOUR("h", "jam"),
    /** Days. */
    DAY("d", "hari"),
    /** Weeks. */
    WEEK("wk", "minggu");

    private final String code;
    private final String word;

    Each(String code, String word) {
      this.code = code;
      this.word = word;
    }

    /** UCUM, as FHIR wants it. */
    public String code() {
      return code;
    }

    /** In Indonesian. */
    public String word() {
      return word;
    }
  }

  /** A moment, by FHIR's code, the Latin that is written, and the words for a label. */
  public enum When {
    /** Before a meal (ante cenam). */
    AC("a.c.", "sebelum makan"),
    /** With a meal (durante cenam). */
    C("d.c.", "bersama makan"),
    /** After a meal (post cenam). */
    PC("p.c.", "sesudah makan"),
    /** In the morning. */
    MORN("mane", "pagi"),
    /** In the evening. */
    EVE("vesp.", "sore"),
    /** At night. */
    NIGHT("noct.", "malam"),
    /** Before sleep (hora somni). */
    HS("h.s.", "sebelum tidur");

    private final String latin;
    private final String word;

    When(String latin, String word) {
      this.latin = latin;
      this.word = word;
    }

    /** As prescriptions have it. */
    public String latin() {
      return latin;
    }

    /** In Indonesian. */
    public String word() {
      return word;
    }
  }

  /** Refuses what nobody can take. */
  public Signa {
    if (times < 1 || times > MOST || period < 1 || period > MOST || days < 0 || days > 999 || dose.signum() <= 0) {
      throw new IllegalArgumentException("a signa of " + times + " times in " + period + " " + each + ", dose " + dose
          + ", " + days + " days");
    }
    dose = dose.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    dose = dose.scale() < 0 ? dose.setScale(0) : dose;
    whens = Set.copyOf(whens);
  }

  /** Moments in the order of their meaning. */
  public List<When> inOrder() {
    return List.copyOf(whens.isEmpty() ? EnumSet.noneOf(When.class) : EnumSet.copyOf(whens));
  }

  /** The same in the shortest usual writing. */
  public String text() {
    var parts = new ArrayList<String>();
    parts.add(each == Each.DAY && period == 1 ? times + " dd" : times + "x / " + period + " " + each.word);
    parts.add(FRACTIONS.getOrDefault(dose.toPlainString(), dose.toPlainString()));
    if (!measure.isEmpty()) {
      parts.add(measure);
    }
    inOrder().forEach(when -> parts.add(when.latin));
    if (asNeeded) {
      parts.add("p.r.n.");
    }
    if (days > 0) {
      parts.add("selama " + days + " hari");
    }
    return String.join(" ", parts);
  }

  /**
   * For a patient, in Indonesian: {@code 3 kali sehari 1 tablet, sesudah makan}.
   *
   * @param unit of the line, for a dose that names none
   */
  public String words(String unit) {
    var named = SignaWords.measure(measure.isEmpty() ? unit : measure);
    var often = each == Each.DAY && period == 1 ? times + " kali sehari"
        : times == 1 ? "setiap " + period + " " + each.word : times + " kali dalam " + period + " " + each.word;
    var words = new StringBuilder(often).append(' ')
        .append(FRACTIONS.getOrDefault(dose.toPlainString(), dose.toPlainString()));
    if (!named.isEmpty()) {
      words.append(' ').append(named);
    }
    inOrder().forEach(when -> words.append(", ").append(when.word));
    if (asNeeded) {
      words.append(", bila perlu");
    }
    if (days > 0) {
      words.append(", selama ").append(days).append(" hari");
    }
    return words.toString();
  }

  /** Units that are taken in so many days, for whoever asks how much is needed; empty when it is taken as needed. */
  public Optional<BigDecimal> needed(int forDays) {
    if (asNeeded) {
      return Optional.empty();
    }
    var hours = switch (each) {
      case HOUR -> period;
      case DAY -> period * 24;
      case WEEK -> period * 24 * 7;
    };
    return Optional.of(dose.multiply(BigDecimal.valueOf((long) times * forDays * 24))
        .divide(BigDecimal.valueOf(hours), 0, RoundingMode.CEILING));
  }

  /** Reads what somebody wrote; empty when it says no number of times and no dose. */
  public static Optional<Signa> read(String text) {
    return SignaReader.read(text.toLowerCase(Locale.ROOT));
  }
}
