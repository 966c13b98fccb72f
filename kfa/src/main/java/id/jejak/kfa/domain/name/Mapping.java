package id.jejak.kfa.domain.name;

import java.util.List;
import java.util.Locale;

/**
 * What a row of a formulary means in the dictionary.
 *
 * @param confidence estimated chance that the first candidate is right, 0 to 1
 * @param candidates the best first; a template unless the row names a brand
 */
public record Mapping(Row row, Pile pile, double confidence, List<Hit> candidates) {
  /** Copies the list. */
  public Mapping {
    candidates = List.copyOf(candidates);
  }

  /**
   * A row of a formulary, as the list writes it.
   *
   * @param code the list's own code; empty when it has none
   * @param unit what it is counted in; empty when not said
   * @param price as written; empty when not said
   */
  public record Row(String code, String name, String unit, String price) {}

  /** What to do with a row. */
  public enum Pile {
    /** The first candidate can be taken as it is. */
    SAFE,
    /** Somebody who knows medicines has to choose. */
    REVIEW,
    /** The dictionary seems to have nothing like it. */
    NONE;

    /** As the wire writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
