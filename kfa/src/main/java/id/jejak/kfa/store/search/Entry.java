package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.Facts.Standing;
import java.util.List;
import java.util.Set;

/** What is kept of each entry beside its words. */
sealed interface Entry {
  /** An ingredient, with the keys of its words. */
  record Ingredient(String code, String name, Set<String> words) implements Entry {}

  /** A template. */
  record Template(Facts facts) implements Entry {}

  /**
   * A product.
   *
   * @param general true for the one that stands for all brands of its template
   * @param brand keys of its brand and maker
   */
  record Product(String code, String name, String template, Standing standing, boolean general, Set<String> brand,
      List<Pack> packs) implements Entry {}

  /** One way in which a product is packed. */
  record Pack(String code, String name) {}
}
