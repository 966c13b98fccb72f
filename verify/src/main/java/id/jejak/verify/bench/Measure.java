package id.jejak.verify.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What was measured of one operation, over all rounds. Not thread-safe. */
public final class Measure {
  private static final int DIGITS = 3;
  private static final double NANOS = 1e9;

  private final Histogram latency = new Histogram(DIGITS);
  private final List<Double> rounds = new ArrayList<>();
  private long units;
  private long nanos;
  private Cpu cpu = Cpu.NONE;

  /** A histogram of nanoseconds as measures want it. */
  static Histogram histogram() {
    return new Histogram(DIGITS);
  }

  /** Adds a round. */
  public void add(Histogram calls, long roundUnits, long roundNanos, Cpu spent) {
    latency.add(calls);
    units += roundUnits;
    nanos += roundNanos;
    cpu = cpu.plus(spent);
    rounds.add(roundUnits * NANOS / Math.max(1, roundNanos));
  }

  /** Calls measured. */
  public long calls() {
    return latency.getTotalCount();
  }

  /** Units done. */
  public long units() {
    return units;
  }

  /** Units done in a second. */
  public double perSecond() {
    return units * NANOS / Math.max(1, nanos);
  }

  /** Units a second, round by round. */
  public List<Double> rounds() {
    return List.copyOf(rounds);
  }

  /** Milliseconds within which this share of calls was answered; 1 is the slowest. */
  public double millis(double share) {
    return latency.getValueAtPercentile(share * 100) / 1e6;
  }

  /** Processor time spent, by whom. */
  public Cpu cpu() {
    return cpu;
  }
}
