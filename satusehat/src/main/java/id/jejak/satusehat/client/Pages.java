package id.jejak.satusehat.client;

import id.jejak.kernel.http.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Walks a search page by page. Ends after the last page, after {@link ClientLimits#PAGES} of them, or after the first
 * that did not come, which is handed out like the others. Not thread-safe.
 */
public final class Pages implements Iterator<Answer<Page>> {
  private final Function<String, Answer<Page>> page;
  private Optional<String> next;
  private int taken;

  Pages(Function<String, Answer<Page>> page, String first) {
    this.page = page;
    this.next = Optional.of(first);
  }

  @Override
  public boolean hasNext() {
    return next.isPresent() && taken < ClientLimits.PAGES;
  }

  @Override
  public Answer<Page> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the search has no further page");
    }
    taken++;
    var answer = page.apply(next.orElseThrow());
    next = answer instanceof Answer.Done<Page>(var got, _) ? got.next() : Optional.empty();
    return answer;
  }

  /** All resources from here on; the first page that did not come, when one did not. */
  public Answer<List<Resource>> rest() {
    var all = new ArrayList<Resource>();
    while (hasNext()) {
      var answer = next();
      if (!(answer instanceof Answer.Done<Page>(var got, _))) {
        return answer.map(Page::resources);
      }
      all.addAll(got.resources());
    }
    return new Answer.Done<>(List.copyOf(all));
  }
}
