package id.jejak.kfa.domain.name;

import java.util.List;

/**
 * What a search found.
 *
 * @param total entries that have all words of the search that the dictionary knows
 * @param items the best of them, the best first; they may also lack words
 */
public record Hits(long total, List<Hit> items) {
  /** Nothing. */
  public static final Hits NONE = new Hits(0, List.of());

  /** Copies the list. */
  public Hits {
    items = List.copyOf(items);
  }
}
