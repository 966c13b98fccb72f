package id.jejak.kfa.store;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.term.TermFilter;
import id.jejak.kfa.store.read.Filter;
import id.jejak.kfa.store.read.ReadSide;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds products, and templates of products, each word of a text beginning a word of theirs. Thread-safe. */
public final class WordFilter implements TermFilter {
  private static final byte[] NONE = {};
  private static final int LEVEL = 2;

  private final ReadSide readSide;

  /** A filter over the read side. */
  public WordFilter(ReadSide readSide) {
    this.readSide = readSide;
  }

  @Override
  public Found find(String text, String digits, long from, int most) {
    var level = digits.isEmpty() ? Level.PRODUCT : Level.of(digits).orElse(Level.PRODUCT);
    boolean templates = level == Level.TEMPLATE;
    if (!templates && level != Level.PRODUCT) {
      return new Found(0, List.of());
    }
    var snapshot = readSide.current();
    var page = snapshot.find(new Filter(null, null, null, null, null, null, null, null, text), 0, TermFilter.MOST);
    var found = new LinkedHashMap<String, Named>();
    for (int place : page.places()) {
      var product = Products.of(snapshot.id(place), Json.read(snapshot.detail(place, NONE, NONE)));
      if (templates) {
        put(found, product.template(), digits);
      } else {
        product.code().ifPresent(code -> put(found, new Named(code, product.name()), digits));
      }
      if (found.size() >= from + most) {
        break;
      }
    }
    var items = found.values().stream().skip(from).limit(most).toList();
    return new Found(templates ? found.size() : Math.max(page.total(), found.size()), items);
  }

  private static void put(LinkedHashMap<String, Named> found, Named one, String digits) {
    if (one.code().length() > LEVEL && one.code().startsWith(digits)) {
      found.putIfAbsent(one.code(), one);
    }
  }
}
