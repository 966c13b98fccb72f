package id.jejak.kfa.http.synthetic;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * One iterator after another, each made when it is its turn. A stream's {@code flatMap} would do the same, but its
 * iterator makes a whole part before it gives the first row. For one thread.
 */
final class Chained<T> implements Iterator<T> {
  private final int parts;
  private final IntFunction<Iterator<T>> maker;
  private int next;
  private Iterator<T> now = Collections.emptyIterator();

  /**
   * A chain.
   *
   * @param parts how many there are
   * @param maker makes each of them
   */
  Chained(int parts, IntFunction<Iterator<T>> maker) {
    this.parts = parts;
    this.maker = maker;
  }

  /** A chain of single things. */
  static <T> Iterator<T> of(int parts, IntFunction<T> maker) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < parts;
      }

      @Override
      public T next() {
        if (at >= parts) {
          throw new NoSuchElementException("only " + parts);
        }
        return maker.apply(at++);
      }
    };
  }

  @Override
  public boolean hasNext() {
    while (!now.hasNext() && next < parts) {
      now = maker.apply(next++);
    }
    return now.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("only " + parts + " parts");
    }
    return now.next();
  }
}
