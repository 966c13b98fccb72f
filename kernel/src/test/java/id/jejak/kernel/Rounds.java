package id.jejak.kernel;

import java.util.stream.IntStream;

/**
 * How often a seeded law is tried. The usual run takes the first seeds of all, so that it fits into the time of a build;
 * {@code -Djejak.rounds=full} takes all of them, everywhere. A law that has a property of its own heeds that first.
 */
public final class Rounds {
  private static final String EVERYWHERE = "jejak.rounds";

  private Rounds() {}

  /** How many rounds: some in the usual run, all when asked for, any number by {@code -Djejak.rounds}. */
  public static int of(int some, int all) {
    return of(EVERYWHERE, some, all);
  }

  /** The same for a law whose number is asked for by a property of its own. */
  public static int of(String property, int some, int all) {
    var asked = System.getProperty(property, "");
    if (!asked.isEmpty() && !asked.equals("full")) {
      return Integer.parseInt(asked);
    }
    return System.getProperty(EVERYWHERE, "").equals("full") ? all : some;
  }

  /** Seeds from 1, as many as there are rounds. */
  public static IntStream seeds(int some, int all) {
    return IntStream.rangeClosed(1, of(some, all));
  }
}
