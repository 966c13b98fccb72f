package id.jejak.satusehat.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Columns of many rows as parameters of one statement. */
final class Columns {
  private Columns() {}

  /** Index rows of many resources, column by column. */
  record Indexed(List<Long> terms, List<Long> termRids, List<Integer> systems, List<String> scopes, List<String> words,
      List<Long> wordRids) {}

  /** The index rows of these. */
  static Indexed index(List<Row> rows) {
    var index = new Indexed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
        new ArrayList<>(), new ArrayList<>());
    for (var row : rows) {
      for (var term : row.index().terms()) {
        index.terms().add(term.term());
        index.termRids().add(row.rid());
        index.systems().add(term.system());
      }
      for (var word : row.index().words()) {
        index.scopes().add(word.scope());
        index.words().add(word.word());
        index.wordRids().add(row.rid());
      }
    }
    return index;
  }

  /** A {@code bigint[]} as text, for an array within an array. */
  static String array(Collection<Long> values) {
    var text = new StringBuilder("{");
    for (var value : values) {
      text.append(text.length() > 1 ? "," : "").append(value.longValue());
    }
    return text.append('}').toString();
  }
}
