package id.jejak.kfa.names;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kfa.names.AnswerKey.Row;
import id.jejak.kfa.store.search.Mapper;
import id.jejak.kfa.store.search.NameSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The aims of issue 3 over our own answer key, the third that was held out included. */
class AnswerKeyTest {
  @Test
  void namesAreUnderstood(@TempDir Path folder) {
    try (var search = NameSearch.open(folder, "test", TestCatalogue.products()::forEach)) {
      var mapper = new Mapper(search);
      var rows = AnswerKey.rows();
      var names = TestCatalogue.products().stream().map(product -> product.template().name()).distinct().toList();
      assertTrue(rows.size() >= 300, "an answer key of " + rows.size() + " rows");
      var tuned = Measured.of(mapper, rows, names, row -> !row.heldOut());
      var held = Measured.of(mapper, rows, names, Row::heldOut);
      System.out.println("tuned " + tuned.text() + "\nheld out " + held.text());
      if (Boolean.getBoolean("jejak.names.show")) {
        tuned.wrong().forEach(System.out::println);
      }
      for (var part : new Measured[] {tuned, held}) {
        assertTrue(part.recallAtOne() >= 0.9 && part.recallAtFive() >= 0.97, part.text());
        assertTrue(part.precision() >= 0.99, part.text());
      }
    }
  }
}
