package id.jejak.ttac.client;

import java.util.Locale;
import java.util.Optional;

/** How large a unit is, in TTAC's words. */
public enum Level {
  /** The pack itself. */
  PRIMER,
  /** Holds primer. */
  SEKUNDER,
  /** Holds sekunder. */
  TERSIER;

  /** As on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Level> ofWord(String word) {
    for (var level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
