package id.jejak.kfa.domain.name;

/**
 * A piece of a name.
 *
 * @param text in small letters without accents; a number as written
 */
record Token(Kind kind, String text) {
  /** What it looks like. */
  enum Kind { WORD, NUMBER, SIGN }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean number() {
    return kind == Kind.NUMBER;
  }

  boolean sign(char wanted) {
    return kind == Kind.SIGN && text.charAt(0) == wanted;
  }
}
