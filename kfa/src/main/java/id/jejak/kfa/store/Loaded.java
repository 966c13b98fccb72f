package id.jejak.kfa.store;

/**
 * What a load did, in rows.
 *
 * @param rows rows that were given
 * @param added rows that were not known
 * @param changed known rows that say something else now; those counted below included
 * @param renamed whose name changed
 * @param deactivated that were active and are not any more
 * @param replaced that name a replacement now
 * @param repriced whose price changed
 * @param skipped rows that name nothing by which they could be known again
 * @param seq the last change there is
 */
public record Loaded(long rows, long added, long changed, long renamed, long deactivated, long replaced, long repriced,
    long skipped, long seq) {
  /** Nothing at all. */
  public static final Loaded NOTHING = new Loaded(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Loaded plus(Loaded other) {
    return new Loaded(rows + other.rows, added + other.added, changed + other.changed, renamed + other.renamed,
        deactivated + other.deactivated, replaced + other.replaced, repriced + other.repriced,
        skipped + other.skipped, Math.max(seq, other.seq));
  }

  /** True when the dictionary is another than before. */
  public boolean differs() {
    return added + changed > 0;
  }
}
