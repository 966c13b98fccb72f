package id.jejak.verify.bench.chain;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Rules;
import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.SqlBook;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A backlog is carried to a remote that answers at once: so many deliveries a second can be claimed, tried and written
 * down, each durably, in order by key. Bare SQL takes the same rows and moves them away in batches of the same size,
 * one after the other, each batch in two transactions as well.
 */
final class OutboxDrain {
  private static final int DEPTH = 4;
  private static final int PATIENCE_SECONDS = 300;
  private static final JsonNode BODY = Json.read("{\"kodebooking\":\"16032021A001\",\"taskid\":5}");
  private static final Rules RULES = Rules.of(Settings.read(Map.of(), Rules.KEYS, Map.of()));

  private final Stage stage;
  private final int parcels;
  private int round;

  OutboxDrain(Stage stage) {
    this.stage = stage;
    this.parcels = stage.sized(40_000, 2_000);
  }

  List<Line> run() throws SQLException {
    var at = stage.database();
    try (var db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())));
        var bare = new Bare(stage.connect(), parcels)) {
      bare.prepare();
      var rounds = new Rounds(stage, into -> {
        stage.progress(String.format(Locale.ROOT, "draining %,d parcels", parcels));
        try (var ours = new Ours(db, "bench" + ++round, parcels)) {
          stage.load().once(ours, into);
        }
      }, into -> {
        bare.fill();
        stage.load().once(bare, into);
      });
      return List.of(new Line(String.format(Locale.ROOT, "outbox drain of %,d parcels", parcels), "parcels",
          rounds.ours(), rounds.bare(), List.of(Aim.perSecond(1_000))));
    }
  }

  /** One node in this process; its remote is new to it, so nothing is carried before the measured call. */
  private static final class Ours implements Worker, Carrier {
    private final Semaphore written = new Semaphore(0);
    private final Engine engine;
    private final String remote;
    private final int parcels;

    Ours(Db db, String remote, int parcels) {
      this.remote = remote;
      this.parcels = parcels;
      var clock = new Object() {
        final Instant since = Instant.parse("2026-11-22T01:00:00Z");
        final long nanos = System.nanoTime();
      };
      var post = new Post(() -> clock.since, _ -> { });
      for (int from = 0; from < parcels; from += 1_000) {
        int first = from;
        db.transaction(tx -> {
          for (int i = first; i < Math.min(first + 1_000, parcels); i++) {
            post.post(tx, new Parcel(remote, "1311R002", "visit-" + i / DEPTH, "task", BODY));
          }
          return true;
        });
      }
      engine = new Engine(new SqlBook(db), clock.nanos, RULES,
          () -> clock.since.plusNanos(System.nanoTime() - clock.nanos), new Random(1), _ -> written.release());
    }

    @Override
    public String remote() {
      return remote;
    }

    @Override
    public Carried carry(Parcel parcel) {
      return new Carried.Done(BODY);
    }

    @Override
    public Optional<Carried> lookFor(Parcel parcel) {
      return Optional.empty();
    }

    @Override
    public long call() {
      engine.add(this);
      try {
        if (!written.tryAcquire(parcels, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("only " + written.availablePermits() + " of " + parcels + " were carried");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      return parcels;
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  private record Bare(Connection connection, int parcels) implements Worker {
    void prepare() throws SQLException {
      execute("create table if not exists bench_owed (id bigint primary key, body text not null, state int not null)");
      execute("create table if not exists bench_done (id bigint not null, body text not null)");
      execute("create index if not exists bench_ready on bench_owed (id) where state = 0");
    }

    void fill() {
      try {
        execute("truncate bench_owed");
        execute("""
            insert into bench_owed (id, body, state)
            select id, '{"kodebooking":"16032021A001","taskid":5}', 0
              from generate_series(1, %d) as id
            """.formatted(parcels));
        execute("vacuum analyze bench_owed");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void execute(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public long call() throws SQLException {
      try (var take = connection.prepareStatement("""
              update bench_owed
                 set state = 1
               where id = any(array(select id from bench_owed where state = 0 order by id limit 64
                                       for update skip locked))
              returning id
              """);
          var move = connection.prepareStatement("""
              with gone as (delete from bench_owed where id = any(?) returning id, body)
              insert into bench_done (id, body) select id, body from gone
              """)) {
        long moved = 0;
        while (true) {
          var ids = new java.util.ArrayList<Long>();
          try (var taken = take.executeQuery()) {
            while (taken.next()) {
              ids.add(taken.getLong(1));
            }
          }
          if (ids.isEmpty()) {
            return moved;
          }
          move.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
          moved += move.executeUpdate();
        }
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
