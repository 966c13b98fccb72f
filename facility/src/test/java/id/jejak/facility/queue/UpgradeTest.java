package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.queue.store.Safe;
import id.jejak.facility.queue.store.Sealing;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What an earlier version kept plain is sealed before anybody is answered, whoever starts first; and nothing is lost. */
class UpgradeTest {
  private static final String OLD = "202611220711";
  private static final int PATIENTS = 2_500;
  private static final String SEEN = "select to_regclass('queue.unsealed_booking') is not null";

  /** The tables as they were, with people in plain text. */
  private static void old(Db db) {
    Flyway.configure().dataSource(db.source()).schemas("queue").defaultSchema("queue").locations("classpath:db/queue")
        .target(OLD).load().migrate();
    db.transaction(tx -> {
      tx.createUpdate("""
          insert into queue.patient (record, card, nik, name, sex, born, phone, address, family_card, region, complete,
                                     created_at)
          select 'T' || g, lpad((5000000000 + g)::text, 13, '0'), lpad((3200000000000000 + g)::text, 16, '0'),
                 'Nama Lama ' || g, 'L', '1980-02-03', '0811000' || g, 'Jalan Lama', '33', array['31', 'DKI'], true, now()
            from generate_series(1, :many) g
          """).bind("many", PATIENTS).execute();
      tx.execute("insert into queue.clinic values ('ANA', 'ANAK', 'ANA', 'Anak')");
      tx.execute("insert into queue.doctor values (12346, 'dr. Ratna')");
      tx.execute("insert into queue.practice values ('ANA', 12346, 3, '08:00', '16:00', 'B', 30, 9, 300)");
      tx.execute("""
          insert into queue.session (id, sub, doctor, day, open, close, letter, quota_jkn, quota_other, seconds_each,
                                     taken_jkn, last_number, waiting)
          values (7, 'ANA', 12346, '2021-03-17', '08:00', '16:00', 'B', 30, 9, 300, 2, 2, 2)
          """);
      return tx.execute("""
          insert into queue.booking (code, session, number, day, jkn, card, nik, phone, record, new_patient, kind,
                                     reference, source, created_at, calls)
          select '17032021B00' || g, 7, g, '2021-03-17', true, lpad((5000000000 + g)::text, 13, '0'),
                 lpad((3200000000000000 + g)::text, 16, '0'), '0811000' || g, 'T' || g, false, 1, 'REF' || g, 'DESK',
                 now(), g
            from generate_series(1, 2) g;
          insert into queue.surgery values ('OP-1', '2021-03-20', 'operasi gigi', '001', 'Poli', false, '0005000000001',
                                            now())
          """);
    });
  }

  @Test
  void everythingPlainIsSealedAndFoundAgain() {
    try (var house = new TestQueue(Map.of(), "upgrade", UpgradeTest::old)) {
      assertEquals("2500 2 1", house.one("select (select count(*) from queue.patient) || ' ' || (select count(*) from"
          + " queue.booking) || ' ' || (select count(*) from queue.surgery)"));
      assertEquals("0", house.one("select count(*) from information_schema.tables where table_name like 'unsealed%'"));
      assertFalse(Dump.of(house.db, "queue").contains("Nama Lama"));
      assertEquals("201 Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama",
          TestQueue.said(house.rs(RsOperations.TAKE, TestQueue.wish(1, TestQueue.TODAY))));
      assertEquals("200 Ok", TestQueue.said(house.rs(RsOperations.TAKE, TestQueue.wish(PATIENTS, TestQueue.TODAY))));
      assertEquals(1, house.rs(RsOperations.SURGERIES_OF_MEMBER, Map.of("nopeserta", TestQueue.card(1)))
          .path("response").path("list").size());
      assertEquals("1 2", house.one("select string_agg(calls::text, ' ' order by code) from queue.booking where"
          + " calls > 0"));
      assertEquals("T77", house.desk("POST", "/patients/find", Map.of("nik", TestQueue.nik(77))).text()
          .replaceAll(".*\"record\":\"(\\w+)\".*", "$1"));
    }
  }

  @Test
  void severalNodesThatStartAtOnceSealEachRowOnce() throws Exception {
    try (var house = new TestQueue(Map.of(), "upgrade")) {
      var fresh = TestPostgres.freshDatabase();
      try (var db = Db.open(new Address(fresh.jdbcUrl(), fresh.user(), new Secret(fresh.password().reveal())));
          var threads = Executors.newFixedThreadPool(3)) {
        old(db);
        Callable<Boolean> node = () -> {
          house.startOn(db);
          return true;
        };
        for (var one : threads.invokeAll(List.of(node, node, node))) {
          assertEquals(true, one.get());
        }
        assertEquals("2500 2500 0", db.<String>read(handle -> handle.createQuery("select count(*) || ' ' ||"
            + " count(distinct nik) || ' ' || (select count(*) from pg_tables where tablename like 'unsealed%')"
            + " from queue.patient").mapTo(String.class).one()));
      }
    }
  }

  /** It has seen the tables, and remembers them while it waits for whoever drops them. */
  @Test
  void aNodeThatWaitedForAnotherFindsNothingLeft() throws Exception {
    var fresh = TestPostgres.freshDatabase();
    var address = new Address(fresh.jdbcUrl(), fresh.user(), new Secret(fresh.password().reveal()));
    try (var house = new TestQueue(Map.of(), "upgrade"); var waits = Db.open(address, 1); var drops = Db.open(address, 1);
        var thread = Executors.newSingleThreadExecutor()) {
      drops.transaction(tx -> tx.execute("create schema queue; create table queue.unsealed_patient (); create table"
          + " queue.unsealed_booking (); create table queue.unsealed_surgery ()"));
      waits.read(handle -> handle.createQuery(SEEN).mapTo(boolean.class).one());
      var sealing = drops.transaction(tx -> {
        tx.createQuery("select pg_advisory_xact_lock(202611221901)::text").mapTo(String.class).one();
        tx.execute("drop table queue.unsealed_patient, queue.unsealed_booking, queue.unsealed_surgery");
        var other = thread.submit(() -> new Sealing(waits, new Safe(house.access.vault())).run());
        await(tx, "select exists (select from pg_locks where locktype = 'advisory' and not granted)");
        return other;
      });
      sealing.get(30, TimeUnit.SECONDS);
    }
  }

  private static void await(Handle tx, String what) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!tx.createQuery(what).mapTo(boolean.class).one()) {
      assertTrue(System.nanoTime() < until, what);
      Thread.onSpinWait();
    }
  }
}
