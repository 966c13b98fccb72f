package id.jejak.kernel.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jejak.kernel.config.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
  private static final Sql INSERT = Sql.of("insert into thing (id, name) values (:id, :name)");
  private static final Sql RENAME = Sql.of("update thing set name = :name where id = :id");
  private static final String CANARY = "3201234567890001";
  private static final Sql NAMES = Sql.of("select name from thing where id = any(:ids) order by id");

  private Db db;

  @BeforeEach
  void open() {
    var where = TestPostgres.freshDatabase();
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())), 2);
    db.transaction(tx -> tx.execute("create table thing (id bigint primary key, name text)"));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static Sql.Call insert(Handle tx, long id, String name) {
    return INSERT.in(tx).bigint("id", id).text("name", name);
  }

  private List<String> names() {
    return db.read(handle -> NAMES.in(handle).longs("ids", List.of(1L, 2L, 3L)).list(row -> row.getString(1)));
  }

  @Test
  void everyKindOfParameterArrivesAsWhatItIs() {
    var asked = Sql.of("""
        select :a + :a, :b::text, ':c', :d::text, not :e, :f = '2026-11-22 00:00:00+00'::timestamptz,
               cardinality(:g) + cardinality(:h), (:i)[2], :j::integer is null
        """);
    var row = db.read(handle -> asked.in(handle).integer("a", 2).bigint("b", Long.MAX_VALUE).text("d", "it's")
        .flag("e", false).instant("f", Instant.parse("2026-11-22T00:00:00Z")).longs("g", List.of(1L))
        .ints("h", List.of()).texts("i", List.of("x", "y\u001d\"{}")).integer("j", null)
        .list(rs -> List.of(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getBoolean(5),
            rs.getBoolean(6), rs.getInt(7), rs.getString(8), rs.getBoolean(9))));
    assertEquals(List.of(List.of(4, Long.toString(Long.MAX_VALUE), ":c", "it's", true, true, 1, "y\u001d\"{}", true)),
        row);
  }

  @Test
  void aParameterIsBoundOnceAndMustBeThere() {
    assertThrows(IllegalArgumentException.class, () -> Sql.of("select 1 where 1 = ?"));
    db.transaction(tx -> {
      assertThrows(IllegalArgumentException.class, () -> INSERT.in(tx).bigint("it", 1));
      assertThrows(IllegalArgumentException.class, () -> INSERT.in(tx).bigint("id", 1).bigint("id", 1));
      assertThrows(IllegalArgumentException.class, () -> INSERT.in(tx).bigint("id", 1).update());
      return true;
    });
  }

  @Test
  void severalStatementsRunInTheirOrderAndNoneIsNothing() {
    for (int time = 0; time < 5; time++) { // the driver prepares a statement after some uses
      db.transaction(tx -> {
        Sql.update(List.of(insert(tx, 1, "one"), insert(tx, 2, "two"), RENAME.in(tx).bigint("id", 1).text("name", "uno")));
        Sql.update(List.of(insert(tx, 3, "three")));
        Sql.update(List.of());
        return true;
      });
      assertEquals(List.of("uno", "two", "three"), names());
      db.transaction(tx -> tx.execute("delete from thing"));
    }
  }

  @Test
  void aMomentMayBeNone() {
    var asked = Sql.of("select :at::timestamptz is null");
    for (int time = 0; time < 5; time++) {
      assertEquals(List.of(true), db.read(handle -> asked.in(handle).instant("at", null).list(row -> row.getBoolean(1))));
      assertEquals(List.of(false),
          db.read(handle -> asked.in(handle).instant("at", Instant.EPOCH).list(row -> row.getBoolean(1))));
    }
  }

  @Test
  void aRecordingOfTheJvmHoldsNoBoundValue(@TempDir Path folder) throws IOException {
    var file = folder.resolve("recording.jfr");
    try (var recording = new Recording()) {
      recording.enable("jdbi.statement");
      recording.start();
      assertEquals(CANARY, db.read(handle -> handle.createQuery("select :canary").bind("canary", CANARY)
          .mapTo(String.class).one()));
      recording.stop();
      recording.dump(file);
    }
    var events = RecordingFile.readAllEvents(file).stream().map(Object::toString)
        .filter(event -> event.contains("select :canary")).toList();
    assertEquals(1, events.size());
    assertFalse(events.getFirst().contains(CANARY), events.getFirst());
  }

  @Test
  void theLastStatementsAreCommittedWithAllThatCameBefore() {
    for (int time = 0; time < 5; time++) { // the driver prepares a statement after some uses
      int id = time;
      assertEquals("done", db.ending(tx -> {
        insert(tx, 10 + id, "before").update();
        return new Db.Ending<>(List.of(insert(tx, 20 + id, "next"), insert(tx, 30 + id, "last")), "done");
      }));
    }
    long kept = db.read(handle -> Sql.of("select count(*) from thing").in(handle).number());
    assertEquals(15, kept);
    int next = db.transaction(tx -> insert(tx, 1, "next").update());
    assertEquals(1, next, "the connection is as good as before");
  }

  @Test
  void nothingIsCommittedWhenOneOfTheLastStatementsFails() {
    db.transaction(tx -> insert(tx, 1, "there").update());
    for (int time = 0; time < 5; time++) {
      var failed = assertThrows(Sql.Failed.class, () -> db.ending(tx -> {
        insert(tx, 2, "before").update();
        return new Db.Ending<>(List.of(insert(tx, 3, "next"), insert(tx, 1, "secret")), "done");
      }));
      assertFalse(failed.getMessage().contains("secret"));
      assertFalse(failed.getCause().getMessage().contains("secret"));
    }
    assertEquals(List.of("there"), names());
  }

  @Test
  void twoQueriesGoInOneRoundTripAndTheSecondSeesWhatTheFirstDid() {
    var put = Sql.of("insert into thing (id, name) values (:id, :name) returning id");
    var all = Sql.of("select name from thing where id >= :least order by id");
    for (int time = 0; time < 7; time++) { // the driver prepares a statement after some uses
      int id = 100 - time;
      var both = db.transaction(tx -> Sql.both(put.in(tx).bigint("id", id).text("name", "n" + id), row -> row.getLong(1),
          all.in(tx).bigint("least", id), row -> row.getString(1)));
      assertEquals(List.of((long) id), both.first());
      assertEquals(time + 1, both.second().size());
      assertEquals("n" + id, both.second().getFirst());
    }
  }

  @Test
  void bytesGoAsTheyAreAloneAndInArraysWithNulls() {
    var bytes = new byte[] {0, -1, 127, '\\', '"'};
    var echo = Sql.of("""
        select a.one, :single as single, :none as none
          from unnest(:many) with ordinality as a (one, place)
         order by a.place
        """);
    for (int time = 0; time < 7; time++) {
      var rows = db.read(handle -> echo.in(handle).bytes("single", bytes).bytes("none", (byte[]) null)
          .bytes("many", java.util.Arrays.asList(bytes, null, new byte[0]))
          .list(row -> java.util.Arrays.asList(row.getBytes(1), row.getBytes(2), row.getBytes(3))));
      assertEquals(3, rows.size());
      assertArrayEquals(bytes, rows.getFirst().getFirst());
      assertNull(rows.get(1).getFirst());
      assertArrayEquals(new byte[0], rows.get(2).getFirst());
      assertArrayEquals(bytes, rows.getFirst().get(1));
      assertNull(rows.getFirst().get(2));
    }
  }

  @Test
  void aTransactionMayEndWithoutALastStatementOrRunItBefore() {
    int one = db.ending(tx -> new Db.Ending<>(List.of(), insert(tx, 1, "one").update()));
    assertEquals(1, one);
    db.transaction(tx -> {
      new Db.Ending<>(List.of(insert(tx, 2, "two")), "now").now();
      return insert(tx, 3, "three").update();
    });
    assertEquals(List.of("one", "two", "three"), names());
  }
}
