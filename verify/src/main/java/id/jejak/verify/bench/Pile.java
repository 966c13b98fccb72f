package id.jejak.verify.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Things prepared beforehand, each taken once, by whichever worker comes first. Thread-safe. */
public final class Pile<T> {
  private final List<T> things;
  private final AtomicInteger next = new AtomicInteger();

  /** A pile of these, in this order. */
  public Pile(List<T> things) {
    this.things = List.copyOf(things);
  }

  /** The next one; null when none is left. */
  public @Nullable T take() {
    int at = next.getAndIncrement();
    return at < things.size() ? things.get(at) : null;
  }
}
