package id.jejak.kfa.http;

import java.util.List;
import java.util.Locale;

/** The parameter {@code product_type}, which many callers get wrong. */
final class ProductType {
  static final String PHARMACY = "farmasi";
  static final List<String> ALLOWED = List.of(PHARMACY, "alkes");

  private ProductType() {}

  /** What the caller may have meant, to be put behind the fault. */
  static String hint(String given) {
    var text = given.toLowerCase(Locale.ROOT);
    for (var allowed : ALLOWED) {
      if (text.startsWith(allowed) && text.contains("=")) {
        return "; an & seems to be missing: product_type=" + allowed + "&" + given.substring(allowed.length());
      }
      if (text.equals(allowed)) {
        return "; write it in small letters: " + allowed;
      }
    }
    return switch (text) {
      case "obat", "medicine", "vaccine", "vaksin" -> "; for medicines and vaccines use farmasi";
      case "device", "alat kesehatan", "alkes " -> "; for devices use alkes";
      case "kfa" -> "; kfa is an identifier of /kfa-v2/products, here use farmasi or alkes";
      default -> "; farmasi for medicines and vaccines, alkes for devices";
    };
  }
}
