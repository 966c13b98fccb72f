package id.jejak.kfa.http.synthetic;

import java.util.List;

/**
 * Chance that comes out the same every time: a stream of numbers that a seed and the subject begin (SplitMix64, public
 * domain, by Sebastiano Vigna). Unlike {@code java.util.Random} its numbers are fixed here, whatever the JDK. For one
 * thread.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int THOUSAND = 1000;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /**
   * Chance about one subject.
   *
   * @param about what is drawn, so that two subjects with the same numbers differ
   * @param which of them, from the largest to the smallest
   */
  static Draw of(long seed, String about, long... which) {
    var draw = new Draw(seed ^ about.hashCode() * GOLDEN);
    for (long one : which) {
      draw.state = mix(draw.state + GOLDEN) ^ one * 0xD1342543DE82EF95L;
    }
    draw.next();
    return draw;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 up to, and without, the bound. */
  int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  /** A number between two, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** True so many times in a thousand. */
  boolean chance(int inThousand) {
    return below(THOUSAND) < inThousand;
  }

  /** One of several. */
  <T> T pick(List<T> several) {
    return several.get(below(several.size()));
  }

  /** A number from 0 to 1, without 1. */
  double share() {
    return (next() >>> 11) * 0x1.0p-53;
  }
}
