package id.jejak.satusehat.domain.rule;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.Optional;

/** The levels of KFA, by the first two of a code's eight digits. */
@Source(grade = Grade.CERTAIN, ref = "Pelayanan Kefarmasian 1.2, section 4, structure of KFA", seen = "2026-11")
public enum KfaLevel {
  /** BZA, bahan zat aktif: a substance. */
  SUBSTANCE("91"),
  /** POV, produk obat virtual or template: substance, strength and form. */
  TEMPLATE("92"),
  /** POA, produk obat aktual: a product with its brand, or the general one. */
  PRODUCT("93"),
  /** POAK, produk obat aktual dalam kemasan: a product in its pack. */
  PACK("94");

  private static final int DIGITS = 8;
  private final String prefix;

  KfaLevel(String prefix) {
    this.prefix = prefix;
  }

  /** The first two digits. */
  public String prefix() {
    return prefix;
  }

  /** The level of a code; empty for what is no KFA code of a medicine. */
  public static Optional<KfaLevel> of(String code) {
    if (code.length() != DIGITS || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    for (var level : values()) {
      if (code.startsWith(level.prefix)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
