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
  private static final long UNCHANGED = -1;

  private final Db db;
  private final DictionaryStore store;
  private final ReadSide readSide;
  private final InstantSource clock;
  /** The edition that the demo world was when it was made last; of another process, none. */
  private volatile long made = UNCHANGED;

  Demo(Db db, DictionaryStore store, ReadSide readSide, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.readSide = readSide;
    this.clock = clock;
  }

  /** Makes the demo world when there is no dictionary. */
  void prepare() {
    keep(db.transaction(tx -> store.empty(tx) ? fill(tx) : UNCHANGED));
  }

  /** Throws everything away and makes the demo world anew; one that nobody worked with stays as it is. */
  void reset() {
    keep(db.transaction(tx -> {
      if (store.untouched(tx, made)) {
        return UNCHANGED;
      }
      store.clear(tx);
      return fill(tx);
    }));
  }

  private void keep(long edition) {
    if (edition != UNCHANGED) {
      made = edition; // only now that it is committed
      readSide.refresh();
    }
  }

  private long fill(Handle tx) {
    store.load(tx, rows().iterator(), clock.instant());
    return store.edition(tx).edition();
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
