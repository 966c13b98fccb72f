package id.jejak.verify.bench;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a line should reach.
 *
 * @param text as in the table
 */
public record Aim(String text, Predicate<Line> met) {
  /** At least so many units a second. */
  public static Aim perSecond(long least) {
    return new Aim(String.format(Locale.ROOT, ">= %,d/s", least), line -> line.ours().perSecond() >= least);
  }

  /** 99 of 100 calls within so many milliseconds. */
  public static Aim p99(int millis) {
    return new Aim("p99 < " + millis + " ms", line -> line.ours().millis(0.99) < millis);
  }

  /** At least this share of what bare SQL does. */
  public static Aim ratio(double least) {
    return new Aim(String.format(Locale.ROOT, "ratio >= %.1f", least),
        line -> line.ratio().isPresent() && line.ratio().getAsDouble() >= least);
  }

  /** Its median at most so many times another line's. */
  public static Aim flat(Measure other, int times) {
    return new Aim("within " + times + "x", line ->
        line.ours().millis(0.5) <= times * other.millis(0.5) && other.millis(0.5) <= times * line.ours().millis(0.5));
  }
}
