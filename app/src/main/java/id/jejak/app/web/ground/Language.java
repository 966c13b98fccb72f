package id.jejak.app.web.ground;

import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. */
public enum Language {
  /** Indonesian, unless the reader chose otherwise. */
  ID,
  /** English. */
  EN;

  /** The code in cookies, addresses and the {@code lang} attribute. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public Language other() {
    return this == ID ? EN : ID;
  }

  /** Reads a code; anything unknown is Indonesian. */
  static Language of(Optional<String> code) {
    return code.filter("en"::equals).isPresent() ? EN : ID;
  }
}
