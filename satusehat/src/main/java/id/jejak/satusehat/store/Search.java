package id.jejak.satusehat.store;

import java.util.List;
import java.util.Optional;

/**
 * A search as the tables understand it. All conditions must hold; within one, any value.
 *
 * @param asking organization that asks
 * @param found conditions with index rows of their own, the narrowest first
 * @param words words that names must have, each from its beginning
 * @param tags coarse conditions
 * @param dates conditions on the type's date
 * @param updated conditions on the version, microseconds since 1970
 * @param ids ids; empty for any
 * @param byOldest true for the oldest version first
 * @param after the last row of the page before
 * @param limit rows
 * @param numbered true when the one who asks holds a national number, so that consent was given with it
 */
public record Search(String type, String asking, List<List<Value>> found, List<Index.Word> words,
    List<List<Long>> tags, List<Range> dates, List<Range> updated, List<String> ids, boolean byOldest,
    Optional<Place> after, int limit, boolean numbered) {
  /**
   * A value to be found.
   *
   * @param system hash of the system or type that it must have; empty for any
   */
  public record Value(long term, Optional<Integer> system) {}

  /**
   * What overlaps, both ends included.
   *
   * @param from smallest
   * @param to largest
   */
  public record Range(long from, long to) {}

  /** A row's place in the order of results. */
  public record Place(long version, long rid) {}
}
