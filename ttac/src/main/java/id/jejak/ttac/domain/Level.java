package id.jejak.ttac.domain;

import java.util.Optional;

/** How large a unit is: a pack for a patient, a bundle of packs, a carton or pallet. */
public enum Level {
  /** The pack itself. */
  PRIMER(1),
  /** Holds primer. */
  SEKUNDER(2),
  /** Holds sekunder. */
  TERSIER(3);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /** As stored, 1 to 3; a parent's is higher than its child's. */
  public int number() {
    return number;
  }

  /** The national word, as on the wire. */
  public String word() {
    return switch (this) {
      case PRIMER -> "primer";
      case SEKUNDER -> "sekunder";
      case TERSIER -> "tersier";
    };
  }

  /** The level of a stored number. */
  public static Level of(int number) {
    return values()[number - 1];
  }

  /** The level of a national word; empty when it is none of the three. */
  public static Optional<Level> ofWord(String word) {
    for (var level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
