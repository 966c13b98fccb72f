package id.jejak.kfa.domain.term;

import id.jejak.kfa.domain.Product.Named;
import java.util.List;

/** Finds codes by a text that somebody types. Thread-safe. */
@FunctionalInterface
public interface TermFilter {
  /** Codes that are looked at for one text at the most. */
  int MOST = 1_000;

  /**
   * What was found.
   *
   * @param total at least as many as there are items
   * @param items code and name, the best first
   */
  record Found(long total, List<Named> items) {
    /** Copies the list. */
    public Found {
      items = List.copyOf(items);
    }
  }

  /**
   * Finds.
   *
   * @param digits how the codes begin, such as {@code 93}; empty for all
   * @param from the first one wanted, counted from 0
   * @param most how many are wanted
   */
  Found find(String text, String digits, long from, int most);
}
