package id.jejak.kfa.domain.name;

import java.util.Locale;
import java.util.Optional;

/** What kind of entry a code of the dictionary names. */
public enum Level {
  /** BZA, 91. */
  INGREDIENT,
  /** POV, 92; of devices 82 and 32. */
  TEMPLATE,
  /** POA, 93; of devices 83 and 33. */
  PRODUCT,
  /** POAK, 94; of devices 84. */
  PACK;

  /** As the wire writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that a text names, or a code of that level begins with. */
  public static Optional<Level> of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "ingredient", "91", "bza" -> Optional.of(INGREDIENT);
      case "template", "92", "82", "32", "pov", "pav" -> Optional.of(TEMPLATE);
      case "product", "93", "83", "33", "poa", "pa" -> Optional.of(PRODUCT);
      case "pack", "94", "84", "poak", "pak" -> Optional.of(PACK);
      default -> Optional.empty();
    };
  }
}
