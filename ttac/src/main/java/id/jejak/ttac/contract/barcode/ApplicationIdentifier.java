package id.jejak.ttac.contract.barcode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GS1 application identifier (AI): the two to four digits before a value, which say what the value is and
 * how long.
 *
 * <p>BPOM uses {@link #NIE}, {@link #GTIN}, {@link #BATCH}, {@link #EXPIRY}, {@link #SERIAL} and, on
 * pallets, {@link #SSCC}. All others of the GS1 General Specifications are known only so far that a pack
 * carrying them still reads: length and digits are checked, not meaning. Companion rules of GS1 are not
 * kept on purpose, since GS1 would refuse a batch without a GTIN, and BPOM's 90 form has none. Immutable.
 */
public final class ApplicationIdentifier {

  /** What is verified beyond length and characters. */
  private enum Rule { NONE, CHECK_DIGIT, DATE }

  private static final @Nullable ApplicationIdentifier[] TABLE = new ApplicationIdentifier[10_000];
  private static final int THREE = 1_000;
  private static final boolean[] CHARACTERS = characters();

  static {
    GeneralSpecifications.LINES.lines().forEach(ApplicationIdentifier::define);
  }

  /** Serial shipping container code of a pallet or box: 18 digits, the last a check digit. */
  public static final ApplicationIdentifier SSCC = known("00");
  /** International product number, 14 digits, the last a check digit. */
  public static final ApplicationIdentifier GTIN = known("01");
  /** Batch or lot, up to 20 characters. */
  public static final ApplicationIdentifier BATCH = known("10");
  /** Production date; here because lost separators are searched for in front of it. */
  static final ApplicationIdentifier PRODUCED = known("11");
  /** Packaging date. */
  static final ApplicationIdentifier PACKED = known("13");
  /** Best before. */
  static final ApplicationIdentifier BEST_BEFORE = known("15");
  /** Sell by. */
  static final ApplicationIdentifier SELL_BY = known("16");
  /** Expiry, six digits YYMMDD; DD may be 00 for the last day of the month. */
  public static final ApplicationIdentifier EXPIRY = known("17");
  /** Serial, up to 20 characters. */
  public static final ApplicationIdentifier SERIAL = known("21");
  /** Indonesian marketing authorisation (nomor izin edar), up to 30 characters for GS1 and 16 for BPOM. */
  public static final ApplicationIdentifier NIE = known("90");

  private final String code;
  private final int min;
  private final int max;
  private final boolean numeric;
  private final boolean predefined;
  private final Rule rule;

  private ApplicationIdentifier(
      String code, int min, int max, boolean numeric, boolean predefined, Rule rule) {
    this.code = code;
    this.min = min;
    this.max = max;
    this.numeric = numeric;
    this.predefined = predefined;
    this.rule = rule;
  }

  /** The AI of these digits, or empty when GS1 has not assigned them. */
  public static Optional<ApplicationIdentifier> of(String code) {
    var found = at(code, 0, code.length());
    return found != null && found.code.equals(code) ? Optional.of(found) : Optional.empty();
  }

  /** Two to four digits. */
  public String code() {
    return code;
  }

  /** Most characters of a value. */
  public int maxLength() {
    return max;
  }

  /** Whether GS1 fixes the length so that no separator follows the value. */
  public boolean predefined() {
    return predefined;
  }

  @Override
  public String toString() {
    return "(" + code + ")";
  }

  /**
   * The AI whose digits stand at this place, or null. No AI is the beginning of another, so there is at
   * most one.
   */
  static @Nullable ApplicationIdentifier at(String text, int from, int end) {
    var number = 0;
    for (var digits = 1; digits <= 4 && from + digits <= end; digits++) {
      var digit = text.charAt(from + digits - 1) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      number = number * 10 + digit;
      var found = digits == 1 ? null : TABLE[slot(number, digits)];
      if (found != null && found.code.length() == digits) {
        return found;
      }
    }
    return null;
  }

  /** Why {@code text[from, to)} cannot be a value of this AI, or null when it can. */
  @Nullable Hint fault(String text, int from, int to, int year) {
    var length = to - from;
    if (length < min || length > max) {
      return Hint.WRONG_LENGTH;
    }
    for (var i = from; i < to; i++) {
      if (!allows(text.charAt(i))) {
        return Hint.WRONG_CHARACTER;
      }
    }
    return switch (rule) {
      case NONE -> null;
      case CHECK_DIGIT -> checkDigit(text, from, to - 1) == text.charAt(to - 1)
          ? null
          : Hint.WRONG_CHECK_DIGIT;
      case DATE -> ShortDate.read(text, from, year) == null ? Hint.WRONG_DATE : null;
    };
  }

  /** Whether a value may hold this character: digits, or GS1's character set 82. */
  boolean allows(char c) {
    return numeric ? c >= '0' && c <= '9' : c < 128 && CHARACTERS[c];
  }

  /** GS1's modulo 10 digit for the digits in {@code text[from, to)}, weighted 3 and 1 from the right. */
  static char checkDigit(String text, int from, int to) {
    var sum = 0;
    for (var i = to - 1; i >= from; i--) {
      sum += (text.charAt(i) - '0') * ((to - i) % 2 == 1 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  /**
   * Two- and four-digit codes lie at their number, three-digit ones behind 1000, where no four-digit code
   * is.
   */
  private static int slot(int number, int digits) {
    return digits == 3 ? THREE + number : number;
  }

  private static void define(String line) {
    var words = line.split(" ");
    var dash = words[0].indexOf('-');
    var first = dash < 0 ? words[0] : words[0].substring(0, dash);
    var last = dash < 0 ? words[0] : words[0].substring(dash + 1);
    var dots = words[1].indexOf("..");
    var low = words[1].substring(1, dots < 0 ? words[1].length() : dots);
    var high = dots < 0 ? low : words[1].substring(dots + 2);
    var min = low.isEmpty() ? 1 : Integer.parseInt(low);
    var rule = switch (words.length < 4 ? "" : words[3]) {
      case "check" -> Rule.CHECK_DIGIT;
      case "date" -> Rule.DATE;
      default -> Rule.NONE;
    };
    for (var number = Integer.parseInt(first); number <= Integer.parseInt(last); number++) {
      var code = "0".repeat(first.length() - Integer.toString(number).length()) + number;
      TABLE[slot(number, first.length())] = new ApplicationIdentifier(code, min, Integer.parseInt(high),
          words[1].charAt(0) == 'n', words.length > 2 && words[2].equals("fixed"), rule);
    }
  }

  private static ApplicationIdentifier known(String code) {
    return of(code).orElseThrow();
  }

  private static boolean[] characters() {
    var allowed = new boolean[128];
    for (var c = '0'; c <= '9'; c++) {
      allowed[c] = true;
    }
    for (var c = 'A'; c <= 'Z'; c++) {
      allowed[c] = true;
      allowed[c + 32] = true;
    }
    for (var c : "!\"%&'()*+,-./:;<=>?_".toCharArray()) {
      allowed[c] = true;
    }
    return allowed;
  }
}
