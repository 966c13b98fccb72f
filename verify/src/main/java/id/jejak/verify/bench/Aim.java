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

  /** Half of the calls within so many microseconds. */
  public static Aim p50Micros(int micros) {
    return new Aim("p50 < " + micros + " us", line -> line.ours().millis(0.5) * 1000 < micros);
  }

  /** The whole of it within so many seconds. */
  public static Aim seconds(int most) {
    return new Aim("< " + most + " s", line -> line.ours().millis(1) < most * 1000L);
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
