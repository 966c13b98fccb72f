package id.jejak.kfa.store.read;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How documents are shown: which members in which order. Made by whoever knows the wire. Thread-safe. */
public interface Look {
  /** Names the look and its version; files of another look are made anew. */
  String name();

  /** A product as shown; empty when it is not listed at all. */
  Optional<Shown> show(JsonNode document);

  /**
   * One product, ready for the wire.
   *
   * @param detail JSON of its detail
   * @param row JSON of its row in a list
   * @param cuts where in the row members begin and end that shorter lists leave out: up to {@value #MOST_CUTS} pairs
   *     of a first byte and the byte after the last
   */
  record Shown(byte[] detail, byte[] row, int[] cuts) {
    /** Pairs of cuts at the most. */
    public static final int MOST_CUTS = 3;
  }
}
