package id.jejak.delivery;

import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Rules;
import id.jejak.delivery.store.SqlBook;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A node in a process of its own, to be killed. Its remote is a table that keeps whatever comes, twice if it comes
 * twice. Arguments: address, user, number of the node; the password comes by the environment.
 */
final class KilledNode {
  static final Duration LEASE = Duration.ofSeconds(2);
  private static final Rules RULES = new Rules(12, Duration.ofMillis(400), LEASE,
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)), Duration.ofMillis(300), Duration.ofMillis(2));

  private KilledNode() {}

  /** Runs until it is killed, or its parent is gone. */
  public static void main(String[] args) throws IOException {
    var address = new Address(args[0], args[1], new Secret(System.getenv("NODE_PASSWORD")));
    long node = Long.parseLong(args[2]);
    try (var db = Db.open(address); var remote = Db.open(address, 6)) {
      var random = new Random(node);
      var engine = new Engine(new SqlBook(db), node, RULES, InstantSource.system(), random, _ -> { });
      engine.add(new Table(remote, random));
      while (System.in.read() >= 0) {
        // nothing is said to it: it ends with its parent
      }
      engine.close();
    }
  }

  private record Table(Db db, Random random) implements Carrier {
    @Override
    public String remote() {
      return "r";
    }

    @Override
    public Carried carry(Parcel parcel) {
      LockSupport.parkNanos(random.nextInt(4_000_000));
      int luck = random.nextInt(20);
      if (luck == 0) {
        return new Carried.Unknown("lost on the way there");
      }
      if (luck == 1) {
        return new Carried.Later(Optional.empty(), "busy");
      }
      db.transaction(tx -> tx.createUpdate("insert into public.kept (key, n) values (:key, :n)")
          .bind("key", parcel.key()).bind("n", parcel.body().path("n").asInt()).execute());
      LockSupport.parkNanos(random.nextInt(4_000_000));
      return luck == 2 ? new Carried.Unknown("lost on the way back") : new Carried.Done(Json.read("{}"));
    }

    @Override
    public Optional<Carried> lookFor(Parcel parcel) {
      return db.read(tx -> tx.createQuery("select count(*) from public.kept where key = :key and n = :n")
          .bind("key", parcel.key()).bind("n", parcel.body().path("n").asInt()).mapTo(Integer.class).one()) > 0
          ? Optional.of(new Carried.Done(Json.read("{}"))) : Optional.empty();
    }
  }
}
