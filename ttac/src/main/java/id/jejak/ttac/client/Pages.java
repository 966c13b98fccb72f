package id.jejak.ttac.client;

import id.jejak.kernel.http.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/**
 * Walks a list window by window. Ends after the last row, after {@link ClientLimits#PAGES} windows, or after the first
 * window that did not come, which is handed out like the others.
 *
 * <p>The list may change while it is walked: a row may come twice or be missed. Not thread-safe.
 *
 * @param <T> what a row is
 */
public final class Pages<T> implements Iterator<Answer<Page<T>>> {
  private final LongFunction<Answer<Page<T>>> window;
  private long offset;
  private int taken;
  private boolean ended;

  Pages(LongFunction<Answer<Page<T>>> window) {
    this.window = window;
  }

  @Override
  public boolean hasNext() {
    return !ended && taken < ClientLimits.PAGES;
  }

  /** True when the walk was given up before the list's end. */
  boolean givenUp() {
    return !ended && taken >= ClientLimits.PAGES;
  }

  /** The next window. */
  @Override
  public Answer<Page<T>> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no further window");
    }
    taken++;
    var answer = window.apply(offset);
    ended = true;
    if (answer instanceof Answer.Done<Page<T>>(var page, _)) {
      offset += page.items().size();
      ended = page.items().isEmpty() || offset >= page.total();
    }
    return answer;
  }

  /**
   * All rows from here on.
   *
   * @param most rows; the walk ends there
   * @return the first window that did not come, when one did not
   */
  public Answer<List<T>> rest(int most) {
    var all = new ArrayList<T>();
    while (hasNext() && all.size() < most) {
      var answer = next();
      if (!(answer instanceof Answer.Done<Page<T>>(var page, _))) {
        return answer.map(Page::items);
      }
      all.addAll(page.items().subList(0, Math.min(page.items().size(), most - all.size())));
    }
    return new Answer.Done<>(List.copyOf(all));
  }
}
