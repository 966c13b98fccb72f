package id.jejak.kfa.client;

import id.jejak.kernel.http.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * Walks a list page by page. Ends after the last row, at an empty page, after {@link ClientLimits#PAGES} pages, or
 * after the first page that did not come, which is handed out like the others; {@link #number} says which it was, so
 * that another walk can begin there.
 *
 * <p>The list may change while it is walked: a row may come twice or be missed. Not thread-safe.
 *
 * @param <T> what a row is
 */
public final class Pages<T> implements Iterator<Answer<Page<T>>> {
  private final IntFunction<Answer<Page<T>>> page;
  private int number;
  private int taken;
  private boolean ended;

  Pages(IntFunction<Answer<Page<T>>> page, int first) {
    this.page = page;
    this.number = first - 1;
  }

  @Override
  public boolean hasNext() {
    return !ended && taken < ClientLimits.PAGES;
  }

  /** The page that was handed out last, from 1; the one before the first when none was. */
  public int number() {
    return number;
  }

  /** The next page. */
  @Override
  public Answer<Page<T>> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no further page");
    }
    taken++;
    number++;
    var answer = page.apply(number);
    ended = !(answer instanceof Answer.Done<Page<T>>(var got, _)) || got.items().isEmpty()
        || got.total() > 0 && (long) number * got.size() >= got.total();
    return answer;
  }

  /**
   * All rows from here on.
   *
   * @param most rows; the walk ends there
   * @return the first page that did not come, when one did not
   */
  public Answer<List<T>> rest(int most) {
    var all = new ArrayList<T>();
    while (hasNext() && all.size() < most) {
      var answer = next();
      if (!(answer instanceof Answer.Done<Page<T>>(var got, _))) {
        return answer.map(Page::items);
      }
      all.addAll(got.items().subList(0, Math.min(got.items().size(), most - all.size())));
    }
    return new Answer.Done<>(List.copyOf(all));
  }
}
