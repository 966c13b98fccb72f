package id.jejak.satusehat.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes national prescription numbers: {@code YYMMDD-XXXXXXX}, as all that were ever seen. Stateless. */
public final class NationalNumber {
  /** Letters and digits of the random part: none that are taken for each other. */
  public static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 7;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  private NationalNumber() {}

  /**
   * A number of this day; whether it is free is for the store to say.
   *
   * @param day in Jakarta
   */
  public static String make(LocalDate day, RandomGenerator random) {
    var number = new StringBuilder(DAY.format(day)).append('-');
    for (int i = 0; i < LENGTH; i++) {
      number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return number.toString();
  }
}
