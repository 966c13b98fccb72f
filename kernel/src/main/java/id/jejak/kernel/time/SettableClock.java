package id.jejak.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The clock everyone is given. Runs with the machine's clock, shifted by an offset that only the sandbox
 * and tests set. Thread-safe.
 */
public final class SettableClock implements InstantSource {
  private final InstantSource machine;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration offset = Duration.ZERO;

  /** A clock that runs with another. */
  public SettableClock(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  /** How far this clock is from the machine's. */
  public Duration offset() {
    return offset;
  }

  /** From now on it is this instant, and time goes on from there. */
  public void set(Instant now) {
    shift(Duration.between(machine.instant(), now));
  }

  /** Moves on, or back when negative. */
  public void advance(Duration by) {
    shift(offset.plus(by));
  }

  /** Back to the machine's time. */
  public void real() {
    shift(Duration.ZERO);
  }

  /** Runs after every move, so that what is due becomes due at once. */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }

  private void shift(Duration to) {
    offset = to;
    listeners.forEach(Runnable::run);
  }
}
