package id.jejak.kernel.db;

/** What PostgreSQL takes as text. */
public final class Texts {
  private Texts() {}

  /** Whether a text can be stored: it has no NUL, and no half of a surrogate pair. */
  public static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || Character.isSurrogate(c) && !pair) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }
}
