package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kfa.store.DictionaryStore;
import id.jejak.kfa.store.Row;
import id.jejak.kfa.store.read.ReadSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * The demo world of KFA: every row that the document prints, and a few dozen common medicines of our own invention
 * (codes 9.99...), so that there is something to look for. The same every time.
 */
final class Demo {
  private final Db db;
  private final DictionaryStore store;
  private final ReadSide readSide;
  private final InstantSource clock;

  Demo(Db db, DictionaryStore store, ReadSide readSide, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.readSide = readSide;
    this.clock = clock;
  }

  /** Makes the demo world when there is no dictionary. */
  void prepare() {
    boolean filled = db.transaction(tx -> {
      boolean empty = store.empty(tx);
      if (empty) {
        fill(tx);
      }
      return empty;
    });
    if (filled) {
      readSide.refresh();
    }
  }

  /** Throws everything away and makes the demo world anew. */
  void reset() {
    db.transaction(tx -> {
      store.clear(tx);
      fill(tx);
      return true;
    });
    readSide.refresh();
  }

  private void fill(Handle tx) {
    store.load(tx, rows().iterator(), clock.instant());
  }

  private static List<Row> rows() {
    var rows = new ArrayList<Row>();
    try (var in = Objects.requireNonNull(Demo.class.getResourceAsStream("/id/jejak/kfa/world/document.jsonl"),
        "the demo world is not packed"); var reader = new RowReader(in)) {
      reader.forEachRemaining(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo world cannot be read", e);
    }
    rows.addAll(DemoMedicines.rows());
    return rows;
  }

  /** Codes to try. */
  Map<String, Object> world() {
    return Map.of("products", List.of(
        Map.of("kfa_code", "93015993", "name", "Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"),
        Map.of("kfa_code", "92000372", "name", "Acarbose 100 mg Tablet: prices of six regions"),
        Map.of("kfa_code", "93990001", "name", "Paracetamol 500 mg Tablet (Umum)")));
  }
}
