package id.jejak.kfa.domain;

import id.jejak.kfa.domain.Product.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The dictionary as its other uses see it: products by their codes. Thread-safe. */
public interface Dictionary {
  /** The last change that the answers know; the same number, the same answers. */
  long seq();

  /** The product with a code; of several the active, valid one that came first. */
  Optional<Product> byCode(String code);

  /** Products with a registration number, however it is written, in list order. */
  List<Product> byNie(String nie);

  /** Products with a number in the public catalogue, in list order. */
  List<Product> byLkpp(String lkpp);

  /** Products of a template, the general one first. */
  List<Product> ofTemplate(String template);

  /** Products with a pack's code. */
  List<Product> byPack(String pack);

  /** All templates, by code. */
  List<Named> templates();

  /**
   * Tells every product, of versions 2 and 3, by number. One pass over the tables with little memory; products that
   * are loaded meanwhile are not told.
   */
  void each(Consumer<Product> each);
}
