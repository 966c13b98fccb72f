package id.jejak.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.Schema;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.db.local.Coordinates;
import id.jejak.kernel.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Two nodes in processes of their own carry what is posted meanwhile; one after the other is killed by {@code kill
 * -9} and the other goes on. {@code -Djejak.delivery.kills=50} kills longer.
 */
class NodeKillTest {
  private static final int KILLS = Integer.getInteger("jejak.delivery.kills", 4);
  private static final int BETWEEN = 250;
  private static final int KEYS = 40;
  private static final int SEED = 20261122;

  private final Coordinates at = TestPostgres.freshDatabase();
  private int nodes;

  private Process node() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m",
        KilledNode.class.getName(), at.jdbcUrl(), at.user(), Integer.toString(++nodes))
        .redirectErrorStream(true).redirectOutput(new File("target/killed-node-" + nodes + ".log"));
    builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path",
        System.getProperty("java.class.path")));
    builder.environment().put("NODE_PASSWORD", at.password().reveal());
    return builder.start();
  }

  @Test
  void oneNodeIsKilledAndTheOtherGoesOn() throws Exception {
    var random = new Random(SEED);
    var alive = new ArrayDeque<Process>();
    try (var db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())))) {
      Schema.MIGRATIONS.apply(db);
      db.transaction(tx -> tx.execute("create table public.kept (seq bigserial primary key, key text, n integer)"));
      assertTrue(new File("target").isDirectory() || new File("target").mkdirs());
      int posted = 0;
      alive.add(node());
      alive.add(node());
      for (int kill = 0; kill < KILLS; kill++) {
        posted = post(db, posted, BETWEEN);
        await("half of it is carried", db, posted - BETWEEN / 2);
        LockSupport.parkNanos(random.nextInt(100_000_000));
        alive.removeFirst().destroyForcibly().waitFor();
        posted = post(db, posted, BETWEEN / 2);
        await("the other one goes on", db, posted - BETWEEN);
        alive.add(node());
      }
      await("all of it is carried", db, posted);
      until(db, posted);
      check(db, posted);
    } finally {
      for (var process : alive) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  private static int post(Db db, int from, int count) {
    var post = new Post(InstantSource.system(), _ -> { });
    for (int n = from; n < from + count; n += 25) {
      int first = n;
      db.transaction(tx -> {
        for (int i = first; i < Math.min(first + 25, from + count); i++) {
          post.post(tx, new Parcel("r", "f", "k" + i % KEYS, "a", Json.read("{\"n\":" + i + "}")));
        }
        return true;
      });
    }
    return from + count;
  }

  private static int number(Db db, String sql) {
    return db.read(tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }

  private static void await(String what, Db db, int kept) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (number(db, "select count(*) from public.kept") < kept) {
      assertTrue(System.nanoTime() < end, () -> "not within a minute: " + what + ", but " + open(db));
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static List<String> open(Db db) {
    return db.read(tx -> tx.createQuery("select p::text from delivery.parcel p order by id limit 20")
        .mapTo(String.class).list());
  }

  private static void until(Db db, int posted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (number(db, "select count(*) from delivery.settled") < posted) {
      assertTrue(System.nanoTime() < end, "not settled within a minute");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static void check(Db db, int posted) {
    assertEquals(posted, number(db, "select count(*) from public.kept"), "nothing twice (seed " + SEED + ")");
    assertEquals(posted, number(db, "select count(distinct n) from public.kept"), "nothing lost");
    assertEquals(0, number(db, "select count(*) from delivery.parcel"));
    for (int k = 0; k < KEYS; k++) {
      int key = k;
      List<Integer> kept = db.read(tx -> tx.createQuery("select n from public.kept where key = :key order by seq")
          .bind("key", "k" + key).mapTo(Integer.class).list());
      assertEquals(kept.stream().sorted().toList(), new ArrayList<>(kept), "order of k" + k);
    }
    assertTrue(number(db, "select count(*) from delivery.attempt where outcome = 'ABANDONED'") > 0,
        "no kill struck while something was under way");
    assertTrue(number(db, "select count(distinct who) from delivery.attempt") > 2, "several nodes carried");
  }
}
