package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * What E990 says about one field. The guide prints two of these; both are the validator sentences of the Laravel
 * framework with underscores turned to blanks, so the others are taken from the same family.
 */
@Source(grade = Grade.INFERRED, ref = "PIA 3.0.1 examples in 4.1 and 5.2; docs/decisions/0006", seen = "2026-11")
public final class Sentence {
  private static final String PREFIX = "Parameter error. ";

  private Sentence() {}

  /** Missing, blank, or an empty list. */
  public static String required(String field) {
    return PREFIX + "The " + words(field) + " field is required.";
  }

  /** Required because another one is missing. */
  public static String requiredWithout(String field, String other) {
    return PREFIX + "The " + words(field) + " field is required when " + words(other) + " is not present.";
  }

  /** Not a whole number. */
  public static String integer(String field) {
    return PREFIX + "The " + words(field) + " must be an integer.";
  }

  /** Not a number. */
  public static String number(String field) {
    return PREFIX + "The " + words(field) + " must be a number.";
  }

  /** Outside a range. */
  public static String between(String field, long least, long most) {
    return PREFIX + "The " + words(field) + " must be between " + least + " and " + most + ".";
  }

  /** A text of the wrong length. */
  public static String characters(String field, int least, int most) {
    return PREFIX + "The " + words(field) + " must be between " + least + " and " + most + " characters.";
  }

  /** Below a minimum. */
  public static String atLeast(String field, long least) {
    return PREFIX + "The " + words(field) + " must be at least " + least + ".";
  }

  /** A list with too many entries. */
  public static String tooMany(String field, int most) {
    return PREFIX + "The " + words(field) + " may not have more than " + most + " items.";
  }

  /** Not a list. */
  public static String array(String field) {
    return PREFIX + "The " + words(field) + " must be an array.";
  }

  /** Not a text. */
  public static String string(String field) {
    return PREFIX + "The " + words(field) + " must be a string.";
  }

  /** Neither true nor false. */
  public static String trueOrFalse(String field) {
    return PREFIX + "The " + words(field) + " field must be true or false.";
  }

  /** Not one of the values that there are. */
  public static String invalid(String field) {
    return PREFIX + "The selected " + words(field) + " is invalid.";
  }

  /** Not a date as {@code yyyy-mm-dd}. */
  public static String date(String field) {
    return PREFIX + "The " + words(field) + " is not a valid date.";
  }

  /** There already. */
  public static String taken(String field) {
    return PREFIX + "The " + words(field) + " has already been taken.";
  }

  /** Units of different levels in one request; the guide states the rule and prints no code for it. */
  public static String mixedLevels() {
    return PREFIX + "The barcode must be of the same type.";
  }

  /** A file with faulty rows; own words in the family's style. */
  public static String rejectedRows(String field, long rows) {
    return PREFIX + "The " + words(field) + " contains " + rows + " rejected " + (rows == 1 ? "row" : "rows") + ".";
  }

  /** A file that is no readable table. */
  public static String file(String field) {
    return PREFIX + "The " + words(field) + " could not be read.";
  }

  private static String words(String field) {
    return field.replace('_', ' ');
  }
}
