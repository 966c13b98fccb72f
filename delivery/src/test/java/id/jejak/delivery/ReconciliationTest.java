package id.jejak.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.Ledger.Entry;
import id.jejak.delivery.domain.Difference;
import id.jejak.delivery.domain.Difference.What;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.ReportStore;
import id.jejak.delivery.store.Schema;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both sides say of a day, and what becomes of where they differ. */
class ReconciliationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private Db db;
  private Reconciliation reconciliation;
  /** 01:59 in Jakarta. */
  private Instant now = Instant.parse("2026-11-21T18:59:00Z");
  private Optional<List<Entry>> there = Optional.of(List.of(entry("A", "1")));
  private int asked;

  private static Entry entry(String key, String said) {
    return new Entry("f", key, "task", said);
  }

  @BeforeEach
  void open() {
    db = TestDelivery.database();
    Schema.MIGRATIONS.apply(db);
    reconciliation = new Reconciliation(db, new ParcelStore(), () -> now);
    reconciliation.add(new Ledger() {
      @Override
      public String remote() {
        return "r";
      }

      @Override
      public List<Entry> here(LocalDate day) {
        return List.of(entry("A", "1"), entry("B", "2"));
      }

      @Override
      public Optional<List<Entry>> there(LocalDate day) {
        assertEquals(DAY, day);
        asked++;
        return there;
      }
    });
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void everyKindOfDifferenceIsFound() {
    var here = List.of(entry("A", "1"), entry("B", "2"), entry("C", "3"), entry("D", "4"));
    var theirs = List.of(entry("D", "4"), entry("E", "5"), entry("B", "9"), entry("A", "1"), entry("D", "4"));
    assertEquals(List.of(
        new Difference(What.OTHERWISE, "f", "B", "task", "2", "9"),
        new Difference(What.MISSING_THERE, "f", "C", "task", "3", ""),
        new Difference(What.TWICE_THERE, "f", "D", "task", "4", "4"),
        new Difference(What.MISSING_HERE, "f", "E", "task", "", "5")), Difference.between(here, theirs));
    assertEquals(List.of(), Difference.between(here, here));
  }

  @Test
  void yesterdayIsComparedOnceWhenTheNightIsLateEnough() {
    reconciliation.nightly();
    assertEquals(0, asked, "too early");
    now = now.plusSeconds(120);
    reconciliation.nightly();
    reconciliation.nightly();
    assertEquals(1, asked);
    var report = reconciliation.report("r", DAY).orElseThrow();
    assertEquals(List.of(2, 1, 1), List.of(report.here(), report.there(), report.differences()));
    assertEquals("", reconciliation.lines("r", DAY, List.of(), 0, 10).getFirst().delivery(), "nothing was ever posted");
  }

  @Test
  void aRemoteThatCannotSayIsAskedAgain() {
    now = now.plusSeconds(120);
    there = Optional.empty();
    reconciliation.nightly();
    assertEquals(ReportStore.SILENT, reconciliation.report("r", DAY).orElseThrow().there());
    there = Optional.of(List.of(entry("A", "1"), entry("B", "2")));
    reconciliation.nightly();
    var report = reconciliation.report("r", DAY).orElseThrow();
    assertEquals(2, asked);
    assertEquals(0, report.differences());
  }

  @Test
  void aFacilityIsShownItsOwnFiguresAndDifferences() {
    there = Optional.of(List.of(entry("A", "1"), new Entry("g", "C", "task", "3")));
    reconciliation.run("r", DAY);
    var all = reconciliation.report("r", DAY).orElseThrow();
    assertEquals(List.of(2, 2, 2), List.of(all.here(), all.there(), all.differences()));
    var theirs = reconciliation.report("r", DAY, List.of("g", "also-g")).orElseThrow();
    assertEquals(List.of(0, 1, 1), List.of(theirs.here(), theirs.there(), theirs.differences()));
    assertEquals(List.of("C"), reconciliation.lines("r", DAY, List.of("g"), 0, 10).stream()
        .map(line -> line.difference().key()).toList());
    assertEquals(List.of(), reconciliation.lines("r", DAY, List.of("g"), 1, 10));
  }

  @Test
  void aDifferenceSaysHowItsDeliveryStands() {
    db.transaction(tx -> new Post(() -> now, _ -> { }).post(tx, new Parcel("r", "f", "B", "task", Json.read("{}"))));
    assertEquals(1, reconciliation.run("r", DAY).orElseThrow().differences());
    assertEquals("OWED", reconciliation.lines("r", DAY, List.of(), 0, 10).getFirst().delivery());
    assertTrue(reconciliation.run("nowhere", DAY).isEmpty());
  }
}
