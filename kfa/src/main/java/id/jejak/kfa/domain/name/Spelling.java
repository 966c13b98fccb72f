package id.jejak.kfa.domain.name;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One spelling for all ways in which a word is written: Indonesian, Latin and English forms of an international name
 * differ by a few letters that sound alike ({@code parasetamol}, {@code paracetamol}). Pure; the key of a key is
 * itself.
 */
public final class Spelling {
  /** Words of this many letters keep their last vowel, and double letters: they are abbreviations. */
  private static final int SHORT = 4;
  /** Letters from which the ending of an acid or its anion is cut off. */
  private static final int STEM = 5;

  private Spelling() {}

  /** Small letters without accents. */
  public static String fold(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 126) {
        return Normalizer.normalize(lower.replace('\u00b5', 'u').replace('\u03bc', 'u'), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
      }
    }
    return lower;
  }

  /**
   * The key of a word.
   *
   * @param word in small letters, as {@link #fold} leaves it
   */
  public static String key(String word) {
    var now = word;
    for (int round = 0; round <= word.length(); round++) {
      var next = once(now);
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /** The key without the ending in which an acid differs from its anion: mefenamic and mefenamat become one. */
  public static String stem(String key) {
    boolean acid = key.length() >= STEM && (key.endsWith("at") || key.endsWith("ik"));
    return acid ? key.substring(0, key.length() - 2) : key;
  }

  private static String once(String word) {
    var out = new StringBuilder(word.length() + 4);
    boolean doubles = word.length() < SHORT;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
      switch (c) {
        case 'p' -> i += put(out, next == 'h' ? "f" : "p", next == 'h');
        case 't' -> i += put(out, "t", next == 'h');
        case 'r' -> i += put(out, "r", next == 'h');
        case 'k' -> i += put(out, next == 'w' ? "ku" : "k", next == 'h' || next == 'w');
        case 'q' -> i += put(out, next == 'u' ? "ku" : "k", next == 'u');
        case 'x' -> put(out, "ks", false);
        case 'y' -> put(out, "i", false);
        case 'z' -> put(out, "s", false);
        case 'a', 'o' -> i += put(out, next == 'e' ? "e" : String.valueOf(c), next == 'e');
        case 'c' -> i += hardOrSoft(out, next, i + 2 < word.length() ? word.charAt(i + 2) : ' ');
        default -> out.append(c);
      }
      int end = out.length();
      if (!doubles && end > 1 && out.charAt(end - 1) == out.charAt(end - 2)
          && Character.isLetter(out.charAt(end - 1))) {
        out.setLength(end - 1);
      }
    }
    int end = out.length();
    while (end > SHORT && (out.charAt(end - 1) == 'e' || out.charAt(end - 1) == 'a')) {
      end--;
    }
    return out.substring(0, end);
  }

  private static int put(StringBuilder out, String letters, boolean both) {
    out.append(letters);
    return both ? 1 : 0;
  }

  private static int hardOrSoft(StringBuilder out, char next, char afterwards) {
    return switch (next) {
      case 'h' -> put(out, "k", true);
      case 'k' -> put(out, "", false);
      case 'c' -> "eiy".indexOf(afterwards) >= 0 ? put(out, "ks", true) : put(out, "k", true);
      case 'e', 'i', 'y' -> put(out, "s", false);
      default -> put(out, "k", false);
    };
  }
}
