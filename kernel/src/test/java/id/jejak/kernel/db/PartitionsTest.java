package id.jejak.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.ids.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that was split is the table that it was: what is unique, checked, counted up and refused stays so. */
class PartitionsTest {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("_yyyy_MM", Locale.ROOT)
      .withZone(ZoneOffset.UTC);
  private Db db;

  @BeforeEach
  void open() {
    var at = TestPostgres.freshDatabase();
    db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())), 3);
    run("create schema s");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void run(String statement) {
    db.transaction(tx -> tx.execute(statement));
  }

  private <T> T ask(String query, Class<T> type) {
    return db.read(tx -> tx.createQuery(query).mapTo(type).one());
  }

  private List<String> partitions(String table) {
    return db.read(tx -> tx.createQuery("""
            select inhrelid::regclass::text
              from pg_inherits
             where inhparent = :table::regclass
             order by 1
            """).bind("table", table).mapTo(String.class).list());
  }

  /** Rows by partition. */
  private Map<String, Long> rows(String table) {
    var rows = new TreeMap<String, Long>();
    db.read(tx -> tx.createQuery("select tableoid::regclass::text as place, count(*) as n from " + table + " group by 1")
        .map((row, _) -> Map.entry(row.getString("place"), row.getLong("n"))).list())
        .forEach(one -> rows.put(one.getKey(), one.getValue()));
    return rows;
  }

  @Test
  void aHistoryBecomesMonthsWithAllThatItHad() {
    assertTrue(Partitions.choose(db, 4));
    run("""
        create table s.event (id bigint generated always as identity primary key, at timestamptz not null,
                              kind text not null default 'x' check (kind <> ''))
          with (fillfactor = 70)
        """);
    run("create index event_kind on s.event (kind) where kind <> 'x'");
    run("create function s.stay() returns trigger language plpgsql as 'begin raise exception ''it stays''; end'");
    run("create trigger stays before update on s.event for each statement execute function s.stay()");
    run("select partitions.split('s.event', 'month', 'at')");
    var now = InstantSource.system().instant();
    run("insert into s.event (at) values (now()), ('2021-03-17T01:00:00Z')");
    assertEquals(Map.of("s.event" + MONTH.format(now), 1L, "s.event_rest", 1L), rows("s.event"));
    assertEquals(List.of(1L, 2L), db.read(tx -> tx.createQuery("select id from s.event order by id").mapTo(Long.class)
        .list()));
    assertThrows(JdbiException.class, () -> run("insert into s.event (at, kind) values (now(), '')"));
    assertThrows(JdbiException.class, () -> run("update s.event set kind = 'y'"));
    assertThrows(JdbiException.class, () -> run("update s.event_rest set kind = 'y'"), "a partition is no way round");
    assertEquals("PRIMARY KEY (id, at)", ask("""
        select pg_get_constraintdef(oid) from pg_constraint where conrelid = 's.event'::regclass and contype = 'p'
        """, String.class));
    assertTrue(ask("select pg_get_indexdef('s.event_kind'::regclass)", String.class).endsWith("WHERE (kind <> 'x'::text)"));
    assertEquals("{fillfactor=70}", ask("select reloptions::text from pg_class where oid = 's.event_rest'::regclass",
        String.class));
  }

  @Test
  void anIdOfTheApplicationLiesInItsMonthAndStaysUniqueAlone() {
    Partitions.choose(db, 4);
    run("create table s.move (id bigint primary key)");
    run("select partitions.split('s.move', 'month', 'id')");
    var now = InstantSource.system().instant();
    long id = new Ids(() -> now, 1023).next();
    db.transaction(tx -> tx.createUpdate("insert into s.move values (:id), (1)").bind("id", id).execute());
    assertEquals(Map.of("s.move" + MONTH.format(now), 1L, "s.move_rest", 1L), rows("s.move"));
    assertThrows(JdbiException.class, () -> db.transaction(tx -> tx.createUpdate("insert into s.move values (:id)")
        .bind("id", id).execute()));
  }

  @Test
  void packsGoIntoAsManyPartsAsWereChosenAndMonthsAreMadeAhead() {
    Partitions.choose(db, 4);
    int parts = ask("select parts from partitions.layout", Integer.class);
    run("create table s.pack (id bigint primary key, key text not null)");
    run("create unique index pack_key on s.pack (key)");
    run("select partitions.split('s.pack', 'hash', 'key')");
    run("create table s.event (at timestamptz not null)");
    run("select partitions.split('s.event', 'month', 'at')");
    assertEquals(parts, partitions("s.pack").size());
    run("insert into s.pack select n, 'k' || n from generate_series(1, 100) n");
    run("insert into s.pack values (7, 'k7') on conflict (key) do nothing");
    assertEquals(100L, ask("select count(*) from s.pack", Long.class));
    run("insert into s.event values ('2031-02-03T00:00:00Z')");
    assertEquals(2, Partitions.extend(db, Instant.parse("2031-01-31T23:00:00Z")), "February lies among the rest");
    assertEquals(0, Partitions.extend(db, Instant.parse("2031-01-31T23:00:00Z")));
    assertTrue(partitions("s.event").containsAll(List.of("s.event_2031_01", "s.event_2031_03")));
    run("insert into s.event values ('2031-01-01T00:00:00Z'), ('2031-03-31T23:59:59Z')");
    assertEquals(Map.of("s.event_2031_01", 1L, "s.event_2031_03", 1L, "s.event_rest", 1L), rows("s.event"));
  }

  @Test
  void onlyWhatIsEmptyIsSplit() {
    Partitions.choose(db, 4);
    run("create table s.full (at timestamptz)");
    run("insert into s.full values (now())");
    assertThrows(JdbiException.class, () -> run("select partitions.split('s.full', 'month', 'at')"));
    assertEquals(1L, ask("select count(*) from s.full", Long.class));
  }

  @Test
  void aDatabaseWithTablesStaysWhole() {
    assumeTrue(Integer.getInteger("jejak.test.partitions", 0) == 0, "every database of this run is in partitions");
    run("create table s.flyway_schema_history (version text)");
    assertFalse(Partitions.choose(db, 4));
    assertEquals(0, Partitions.extend(db, InstantSource.system().instant()));
  }
}
