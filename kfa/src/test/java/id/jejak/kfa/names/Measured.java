package id.jejak.kfa.names;

import id.jejak.kfa.domain.name.Mapping;
import id.jejak.kfa.domain.name.Mapping.Pile;
import id.jejak.kfa.names.AnswerKey.Row;
import id.jejak.kfa.store.search.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What came of an answer key. */
record Measured(int rows, int first, int five, int safe, int safeRight, int exact, int exactSafe, List<String> wrong) {
  /**
   * Measures rows.
   *
   * @param templates names of all templates: what is in none of them cannot be found
   */
  static Measured of(Mapper mapper, List<Row> rows, List<String> templates, Predicate<Row> only) {
    int all = 0;
    int first = 0;
    int five = 0;
    int safe = 0;
    int right = 0;
    int exact = 0;
    int exactSafe = 0;
    var wrong = new ArrayList<String>();
    for (var row : rows) {
      if (!only.test(row) || !row.nothing() && templates.stream().noneMatch(row::describes)) {
        continue;
      }
      var mapping = mapper.map(new Mapping.Row("", row.name(), row.unit(), ""));
      var names = mapping.candidates().stream().map(hit -> hit.name()).toList();
      boolean ok = row.nothing() ? mapping.pile() == Pile.NONE : !names.isEmpty() && row.means(names.getFirst());
      boolean near = row.nothing() ? ok : names.stream().limit(5).anyMatch(row::means);
      if (!row.nothing()) {
        all++;
        first += ok ? 1 : 0;
        five += near ? 1 : 0;
      }
      if (row.exact()) {
        exact++;
        exactSafe += mapping.pile() == Pile.SAFE ? 1 : 0;
      }
      if (mapping.pile() == Pile.SAFE) {
        safe++;
        right += ok && !row.nothing() ? 1 : 0;
      }
      if (!ok || row.exact() && mapping.pile() != Pile.SAFE) {
        wrong.add(String.format(Locale.ROOT, "%s %s [%s|%s] -> %s %.3f%n      %s",
            ok ? "unsure" : near ? "not 1st" : "MISSED", mapping.pile(), row.name(),
            row.unit(), row.substances() + " " + row.strength() + " " + row.form(),
            mapping.confidence(), mapping.candidates().stream().limit(3).map(hit -> hit.name() + " " + hit.score() + " "
                + hit.why()).toList()));
      }
    }
    return new Measured(all, first, five, safe, right, exact, exactSafe, wrong);
  }

  double recallAtOne() {
    return (double) first / rows;
  }

  double recallAtFive() {
    return (double) five / rows;
  }

  double precision() {
    return safe == 0 ? 1 : (double) safeRight / safe;
  }

  String text() {
    return String.format(Locale.ROOT, "%d names: recall@1 %.3f, recall@5 %.3f; safe %d, right %d (%.4f);"
        + " of %d exact names %d are safe", rows, recallAtOne(), recallAtFive(), safe, safeRight, precision(), exact,
        exactSafe);
  }
}
