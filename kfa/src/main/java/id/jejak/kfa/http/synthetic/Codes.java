package id.jejak.kfa.http.synthetic;

/**
 * Eight digits: two that say the level, and six from 100,001 upwards, where the real dictionary had none when this was
 * written (its highest codes lie below 050,000; 33999999 is the official dummy).
 */
final class Codes {
  /** Codes of packs that one product may have. */
  static final int PACKS = 4;
  private static final int FIRST = 100_001;
  private static final int LEVEL = 1_000_000;

  /** What a code is about. */
  enum Level {
    INGREDIENT(91), TEMPLATE(92), PRODUCT(93), PACK(94),
    DEVICE_TEMPLATE(82), DEVICE(83), DEVICE_PACK(84), TEMPLATE_V3(32), VARIANT_V3(33);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }

    /** The code of a number that begins at 0. */
    String code(int number) {
      if (number >= LEVEL - FIRST) {
        throw new IllegalArgumentException("no code left for number " + number + " of level " + digits);
      }
      return Integer.toString(digits * LEVEL + FIRST + number);
    }
  }

  private Codes() {}
}
