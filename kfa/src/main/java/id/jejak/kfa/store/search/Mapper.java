package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Mapping;
import id.jejak.kfa.domain.name.Mapping.Row;
import id.jejak.kfa.domain.name.Piles;

/** Maps rows of a formulary to the dictionary. Thread-safe. */
public final class Mapper {
  private final NameSearch search;

  /** A mapper over the present state of the dictionary. */
  public Mapper(NameSearch search) {
    this.search = search;
  }

  /** What a row means. */
  public Mapping map(Row row) {
    var answer = search.answer(row.name(), row.unit(), Piles.CANDIDATES + 1);
    return Piles.sort(row, answer.asked(), answer.templates().items(), answer.products().items());
  }
}
