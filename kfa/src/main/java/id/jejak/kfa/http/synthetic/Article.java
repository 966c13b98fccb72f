package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Sellers.Seller;
import java.util.Optional;

/**
 * One medicine on the shelf, before it is written down.
 *
 * @param number of the product within its template; 0 is the general one
 * @param place among all products, from 0
 * @param code as the dictionary shows it: eight digits, or {@code /}
 * @param name with brand or {@code (Umum)} in brackets
 * @param seller empty for the general one
 * @param volume which of the template's contents, from 0
 */
record Article(Medicine medicine, TemplateWords words, int number, int place, String code, String name,
    Optional<Seller> seller, String brand, int volume, Optional<String> registration) {
  /** What stands for every brand. */
  static final String GENERAL = "Umum";
  /** What stands where a code is missing. */
  static final String NO_CODE = "/";

  /**
   * What all products of a template share.
   *
   * @param name as this dictionary writes it
   * @param updatedAt moment as versions 1 and 2 write it
   * @param ingredients false for the few templates that have none
   * @param generic what its generic products are called
   * @param term international names in small letters
   * @param bilingual as the state's catalogue calls it: in Indonesian, then internationally, then how much of it
   * @param price of one unit of a generic product, in rupiah
   * @param guarded true where no generic maker sells it
   */
  record TemplateWords(String code, String name, String updatedAt, boolean ingredients, String generic, String term,
      String bilingual, String description, long price, boolean guarded) {}

  boolean general() {
    return seller.isEmpty();
  }

  boolean coded() {
    return !code.equals(NO_CODE);
  }

  boolean generic() {
    return seller.map(Seller::generic).orElse(false);
  }
}
