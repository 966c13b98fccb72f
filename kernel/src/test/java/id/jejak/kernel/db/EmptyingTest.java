package id.jejak.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Secret;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmptyingTest {
  private Db db;

  @BeforeEach
  void open() {
    var where = TestPostgres.freshDatabase();
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())), 3);
    db.transaction(tx -> tx.execute("""
        create table mother (id bigint primary key, note text);
        create table "Child" (id bigint primary key, mother bigint references mother (id));
        create table parts (id bigint primary key) partition by hash (id);
        create table parts_0 partition of parts for values with (modulus 2, remainder 0);
        create table parts_1 partition of parts for values with (modulus 2, remainder 1);
        create table untouched (id bigint)
        """));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void empty() {
    db.transaction(tx -> {
      Emptying.of(tx, "public.\"Child\"", "public.mother", "public.parts", "public.untouched");
      return true;
    });
  }

  private void fill(int rows) {
    db.transaction(tx -> tx.createUpdate("""
            with mothers as (insert into mother select i, repeat('x', 400) from generate_series(1, :rows) as i),
                 all_parts as (insert into parts select i from generate_series(1, :rows) as i)
            insert into "Child" select i, i from generate_series(1, :rows) as i
            """)
        .bind("rows", rows).execute());
  }

  private long rows() {
    return db.read(tx -> tx.createQuery("""
            select (select count(*) from mother) + (select count(*) from "Child") + (select count(*) from parts)
            """).mapTo(long.class).one());
  }

  private long file() {
    return db.read(tx -> tx.createQuery("select pg_relation_filenode('mother')").mapTo(long.class).one());
  }

  @Test
  void fewRowsAreTakenOutOfTheFilesThatAreThere() {
    long before = file();
    fill(3);
    assertEquals(9, rows());
    empty();
    assertEquals(0, rows());
    assertEquals(before, file());
    empty();
  }

  @Test
  void manyRowsGoWithTheirFiles() {
    long before = file();
    fill((int) (Emptying.SMALL / 400));
    empty();
    assertEquals(0, rows());
    assertNotEquals(before, file());
  }

  @Test
  void whoeverWritesIsWaitedFor() throws Exception {
    var written = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writer = threads.submit(() -> db.transaction(tx -> {
        tx.execute("insert into untouched values (1)");
        written.countDown();
        await(end);
        return true;
      }));
      await(written);
      var emptier = threads.submit(this::empty);
      while (db.read(tx -> tx.createQuery("select not exists (select from pg_locks where not granted)")
          .mapTo(boolean.class).one())) {
        Thread.onSpinWait();
      }
      end.countDown();
      writer.get(20, TimeUnit.SECONDS);
      emptier.get(20, TimeUnit.SECONDS);
    }
    assertEquals(0, db.<Long>read(tx -> tx.createQuery("select count(*) from untouched").mapTo(long.class).one()));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
