package id.jejak.kfa.domain.term;

import java.util.Set;

/** How two codes stand to each other in the tree of packs, products and templates. */
public enum Subsumption {
  /** The same code. */
  EQUIVALENT,
  /** The first stands above the second. */
  SUBSUMES,
  /** The first stands below the second. */
  SUBSUMED_BY,
  /** Neither stands above the other; so do an ingredient and whatever holds it. */
  NOT_SUBSUMED;

  /**
   * Decides.
   *
   * @param aboveFirst every code above the first
   * @param aboveSecond every code above the second
   */
  public static Subsumption of(String first, Set<String> aboveFirst, String second, Set<String> aboveSecond) {
    if (first.equals(second)) {
      return EQUIVALENT;
    }
    return aboveSecond.contains(first) ? SUBSUMES : aboveFirst.contains(second) ? SUBSUMED_BY : NOT_SUBSUMED;
  }
}
