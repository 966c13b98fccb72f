package id.jejak.verify.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Things prepared beforehand, each taken once, by whichever worker comes first; a round may take its share and no
 * more, so that a fast one leaves something for the next. Thread-safe.
 */
public final class Pile<T> {
  private final List<T> things;
  private final int share;
  private final AtomicInteger next = new AtomicInteger();
  private volatile int end;

  /** A pile of these, in this order, shared out evenly among so many rounds. */
  public Pile(List<T> things, int rounds) {
    this.things = List.copyOf(things);
    this.share = things.size() / rounds;
  }

  /** Gives the next round its share; what the last one left is not used. */
  public void nextRound() {
    next.set(end);
    end = Math.min(end + share, things.size());
  }

  /** The next one; null when the round has had its share. */
  public @Nullable T take() {
    int at = next.getAndIncrement();
    return at < end ? things.get(at) : null;
  }
}
