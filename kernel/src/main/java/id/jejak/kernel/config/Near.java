package id.jejak.kernel.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody probably meant who typed something else. */
public final class Near {
  /** Letters that may differ between what was typed and what is suggested. */
  private static final int LETTERS = 3;

  private Near() {}

  /** The known word that is nearest to what was typed; empty when none is near. */
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream().filter(name -> distance(typed, name) <= Math.min(LETTERS, (name.length() + 1) / 2))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** Letters to add, drop or change to make one of the other. */
  public static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
