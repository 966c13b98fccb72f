package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.term.TermFilter;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds codes with the search by name, spelling errors and all. Thread-safe. */
public final class NameFilter implements TermFilter {
  private final Supplier<NameSearch> search;

  /** A filter over the search that there is. */
  public NameFilter(Supplier<NameSearch> search) {
    this.search = search;
  }

  @Override
  public Found find(String text, String digits, long from, int most) {
    var level = digits.isEmpty() ? Optional.<Level>empty() : Level.of(digits);
    int wanted = (int) Math.min(MOST, from + most);
    var hits = search.get().search(text, Math.max(1, wanted), level);
    var items = hits.items().stream().filter(hit -> hit.code().startsWith(digits)).skip(from).limit(most)
        .map(hit -> new Named(hit.code(), hit.name())).toList();
    boolean last = hits.items().size() < wanted; // nothing is behind these, whatever else has the words
    return new Found(last ? from + items.size() : Math.max(hits.total(), from + items.size()), items);
  }
}
