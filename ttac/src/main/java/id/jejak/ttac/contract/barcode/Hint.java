package id.jejak.ttac.contract.barcode;

import java.util.ArrayList;
import java.util.List;

/**
 * What is odd about a barcode text, and what the person at the scanner can do about it.
 *
 * <p>Hints never refuse anything. They exist because European systems found that most "unknown pack" alarms
 * of their first years were scanners set up wrongly: a lost separator, a changed case, a foreign keyboard
 * layout.
 */
public enum Hint {
  /** No group separator (0x1D) where one must have been. */
  LOST_SEPARATOR("The group separator (GS, ASCII 29) is missing: set the scanner to transmit it."),
  /** Another character where the group separator must have been. */
  REPLACED_SEPARATOR("The group separator (GS, ASCII 29) was replaced by another character."),
  /** The three digits 029 where the group separator must have been. */
  SPELT_SEPARATOR(
      "The group separator arrived as the digits 029: set the scanner to transmit the character itself."),
  /** Several readings fit and were narrowed to one by the NIE or batch the caller knows. */
  SETTLED_BY_KNOWN("The missing separators were placed with the help of the known NIE or batch."),
  /** Several readings fit and only one is a complete pack. */
  SETTLED_BY_GRAMMAR("The missing separators were placed where they make the only complete pack."),
  /** More readings than are compared. */
  TOO_MANY_READINGS("There are too many ways to read this text without its separators."),
  /** Letters that should be small are capitals. */
  UPPER_CASED(
      "Small letters were turned into capitals: switch off Caps Lock or the scanner's case conversion."),
  /** Letters that should be capitals are small. */
  LOWER_CASED("Capitals were turned into small letters: switch off the scanner's case conversion."),
  /** Capitals and small letters have changed places. */
  SWAPPED_CASE("Capitals and small letters are exchanged: Caps Lock is on."),
  /** Y and Z have changed places: a QWERTZ layout. */
  SWAPPED_Y_Z("Y and Z are exchanged: the scanner and the computer use different keyboard layouts."),
  /** Signs or digits come from another layout. */
  KEYBOARD_LAYOUT(
      "Signs or digits were exchanged: the scanner and the computer use different keyboard layouts."),
  /** The beginning or the end was not transmitted. */
  TRUNCATED("Part of the text is missing: the scan was cut off."),
  /** AI 17 names a month without a day. */
  EXPIRY_DAY_ZERO("The expiry has day 00, which means the last day of its month."),
  /** AI 90 is longer than BPOM allows. */
  NIE_OVER_16("The NIE is longer than the 16 characters BPOM allows."),
  /** The content is longer than BPOM allows. */
  OVER_70("The text is longer than the 70 characters BPOM allows."),
  /** The text is too long to be read at all. */
  OVER_200("The text is longer than 200 characters and was not read as a barcode."),
  /** The NIE fits no known family. */
  NIE_UNUSUAL("The NIE has no form known to this system."),
  /** A GTIN or SSCC was misread or mistyped. */
  WRONG_CHECK_DIGIT("The check digit of the GTIN or SSCC is wrong."),
  /** AI 17 is no date. */
  WRONG_DATE("The expiry is not a date in the form YYMMDD."),
  /** A value has a sign its element does not allow. */
  WRONG_CHARACTER("A value has a character that its element does not allow."),
  /** A value is too short or too long for its element. */
  WRONG_LENGTH("A value is too short or too long for its element."),
  /** An element starts with digits that are no application identifier. */
  UNKNOWN_ELEMENT("Part of the text does not begin with a known application identifier."),
  /** The same application identifier twice, with two values. */
  REPEATED_ELEMENT("An application identifier occurs twice with different values."),
  /** Elements without any of 90, 01 and 00. */
  NO_PRODUCT("The text names no product: neither a NIE (90) nor a GTIN (01) nor an SSCC (00)."),
  /** NUL or half a surrogate pair: no database can hold it. */
  UNSTORABLE("The text has characters that no barcode can carry."),
  /** The other barcode is of another product. */
  OTHER_PRODUCT("The product differs."),
  /** The other barcode is of another batch. */
  OTHER_BATCH("The batch differs."),
  /** The other barcode has another expiry. */
  OTHER_EXPIRY("The expiry differs."),
  /** The other barcode has another serial. */
  OTHER_SERIAL("The serial differs."),
  /** Nothing known explains the difference. */
  OTHER_BARCODE("These are different barcodes: no known scanner fault explains the difference.");

  private static final Hint[] ALL = values();

  private final String sentence;

  Hint(String sentence) {
    this.sentence = sentence;
  }

  /** One English sentence for the person at the scanner. */
  public String sentence() {
    return sentence;
  }

  /** This hint as one bit, so that the parser can collect hints without allocating. */
  long bit() {
    return 1L << ordinal();
  }

  /** The hints of these bits, in declared order. */
  static List<Hint> of(long bits) {
    if (bits == 0) {
      return List.of();
    }
    var hints = new ArrayList<Hint>(Long.bitCount(bits));
    for (var rest = bits; rest != 0; rest &= rest - 1) {
      hints.add(ALL[Long.numberOfTrailingZeros(rest)]);
    }
    return List.copyOf(hints);
  }
}
