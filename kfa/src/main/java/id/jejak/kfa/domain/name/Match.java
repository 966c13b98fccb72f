package id.jejak.kfa.domain.name;

/**
 * How well an entry answers a name, part by part. Immutable.
 *
 * @param score 0 to 1, to order entries by
 * @param substance 1 when the substances are those named, no more and no less
 * @param strength see {@link Strengths}; at least 0.8 when equal
 * @param form 1 for the same form; 0.5 when the name says nothing
 * @param cost letters changed to understand the words, in all
 * @param salt false when name and entry name different salts
 * @param complete true when every ingredient is named
 * @param unexplained weight of words that are not found in the entry
 * @param branded true when the brand or the maker is named
 */
public record Match(double score, double substance, double strength, double form, double cost, boolean salt,
    boolean complete, double unexplained, boolean branded) {
  /** Nothing in common. */
  static final Match NONE = new Match(0, 0, 0, 0, 0, true, false, 1, false);

  /** What was asked for by its code. */
  public static Match exact() {
    return new Match(1, 1, 1, 1, 0, true, true, 0, false);
  }
}
