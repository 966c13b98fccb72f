package id.jejak.facility.access;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who a patient is. Prints masked; kept encrypted.
 *
 * @param name 1 to 200 characters
 * @param phone empty when not known
 * @param address empty when not known
 * @param sex {@code male}, {@code female}, or empty
 */
public record Person(Optional<Identifier.Nik> nik, Optional<Identifier.Card> card, Optional<Identifier.Ihs> ihs,
    String name, String phone, String address, Optional<LocalDate> born, String sex) {
  @Override
  public String toString() {
    return "Person[***]";
  }
}
