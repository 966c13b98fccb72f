package id.jejak.kfa.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of names, as they are compared: without accents, in small letters, a decimal comma as a full stop. */
public final class Words {
  /** Words of one text that are looked at; a longer text is cut. */
  public static final int MOST = 64;

  private Words() {}

  /** The words of a text in their order. */
  public static List<String> of(String text) {
    var plain = plain(text);
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= plain.length() && words.size() < MOST; i++) {
      boolean inside = i < plain.length() && (Character.isLetterOrDigit(plain.charAt(i)) || point(plain, i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(plain.substring(start, i).replace(',', '.'));
        start = -1;
      }
    }
    return words;
  }

  private static boolean point(String text, int i) {
    char c = text.charAt(i);
    return (c == '.' || c == ',') && i > 0 && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
  }

  private static String plain(String text) {
    var small = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < small.length(); i++) {
      if (small.charAt(i) > 127) {
        return Normalizer.normalize(small, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
      }
    }
    return small;
  }
}
