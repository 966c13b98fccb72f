package id.jejak.facility.pharmacy.domain;

/**
 * Something that a pharmacist should know before going on.
 *
 * @param weight whether it must be accepted by name
 * @param about what it is about: a product, a substance, a price
 * @param why one sentence that explains itself
 */
public record Finding(Kind kind, Weight weight, String about, Said why) {
  /** What was looked at. */
  public enum Kind {
    /** The patient does not bear a substance. */
    ALLERGY,
    /** The patient has the substance already. */
    DUPLICATE,
    /** Above the highest retail price, or above what the insurance pays. */
    PRICE,
    /** KFA does not know the product, or no longer. */
    DICTIONARY,
    /** Another pack expires earlier. */
    EXPIRY,
    /** A compound was made of more or less than was prescribed. */
    AMOUNT,
    /** The prescription's time has not come, or has passed. */
    VALIDITY
  }

  /** How heavy it is. */
  public enum Weight {
    /** Said, and no more. */
    NOTE,
    /** Nothing is given until whoever gives it accepts it. */
    ACCEPT
  }
}
