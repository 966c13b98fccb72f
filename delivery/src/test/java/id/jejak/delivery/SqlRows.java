package id.jejak.delivery;

import id.jejak.delivery.domain.Backoff;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Stage;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Rules;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.ParcelStore.Which;
import id.jejak.delivery.store.Post;
import id.jejak.delivery.store.SqlBook;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The real book, and the desk in front of it, with a clock that the caller brings along. */
final class SqlRows implements Book, Rows, AutoCloseable {
  private static final Which ALL = new Which("", "", List.of(), "", "");

  private final Db db;
  private final SqlBook book;
  private final Desk desk;
  private final Engine idle;
  private Instant now = Instant.EPOCH;

  SqlRows(Db db) {
    this.db = db;
    this.book = new SqlBook(db);
    this.idle = new Engine(new PaperBook(), 1, new Rules(1, Duration.ofSeconds(1), Duration.ofHours(1),
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofSeconds(1), Duration.ZERO), () -> now, new Random(1),
        _ -> { });
    this.desk = new Desk(db, Desk.Overview.at(db), new ParcelStore(), idle, () -> now);
  }

  /** Everything is gone, and the numbers begin again. */
  void clear() {
    db.transaction(tx -> {
      new ParcelStore().clear(tx);
      tx.execute("truncate delivery.node");
      tx.execute("alter sequence delivery.parcel_number restart");
      return true;
    });
  }

  @Override
  public long post(Parcel parcel, Instant at) {
    return db.transaction(tx -> new Post(() -> at, _ -> { }).post(tx, parcel));
  }

  @Override
  public void lapse(long node) {
    db.transaction(tx -> tx.execute("update delivery.node set alive_until = '-infinity' where id = ?", node));
  }

  @Override
  public boolean redrive(long id, Instant at) {
    now = at;
    return desk.redrive(id, "a") == Desk.Outcome.CHANGED;
  }

  @Override
  public boolean correct(long id, JsonNode body, Instant at) {
    now = at;
    return desk.correct(id, body, "a", "b") == Desk.Outcome.CHANGED;
  }

  @Override
  public boolean giveUp(long id, Instant at) {
    now = at;
    return desk.giveUp(id, "a", "b") == Desk.Outcome.CHANGED;
  }

  @Override
  public boolean stepAside(long id, Instant at) {
    now = at;
    return desk.stepAside(id, "a", "b") != Desk.Outcome.NOT_THERE
        && desk.find(id).orElseThrow().open().filter(open -> open.aside() && open.life().mayStepAside()).isPresent();
  }

  @Override
  public List<Shown> open() {
    return db.read(tx -> new ParcelStore().list(tx, ALL, 0, Integer.MAX_VALUE)).stream()
        .map(open -> new Shown(open.id(), open.parcel(), open.life().stage(), open.life().due(),
            open.life().attempts(), open.life().failures(), open.life().doubtful())).toList();
  }

  @Override
  public List<Shown> closed() {
    return db.read(tx -> tx.createQuery("""
        select id, remote, facility, key, kind, body, outcome, attempts, settled_at
          from delivery.settled
         order by id
        """).map((row, _) -> new Shown(row.getLong("id"), new Parcel(row.getString("remote"),
            row.getString("facility"), row.getString("key"), row.getString("kind"), Json.read(row.getString("body"))),
            Stage.valueOf(row.getString("outcome")),
            row.getObject("settled_at", java.time.OffsetDateTime.class).toInstant(), row.getInt("attempts"), 0, false))
        .list());
  }

  @Override
  public void beat(long node, Duration lease) {
    book.beat(node, Duration.ofDays(1));
  }

  @Override
  public void leave(long node) {
    book.leave(node);
  }

  @Override
  public int takeOver(Instant at, Duration settle) {
    return book.takeOver(at, settle);
  }

  @Override
  public java.util.Set<Grip> holds(long node) {
    return book.holds(node);
  }

  @Override
  public void disown(long node, java.util.Set<Grip> forgotten, Instant at, Duration settle) {
    book.disown(node, forgotten, at, settle);
  }

  @Override
  public List<Held> claim(long node, String remote, int most, Instant at) {
    return book.claim(node, remote, most, at);
  }

  @Override
  public void settle(long node, List<Ended> ended, Instant at) {
    book.settle(node, ended, at);
  }

  @Override
  public void close() {
    idle.close();
  }
}
