package id.jejak.delivery.store;

import id.jejak.delivery.Parcel;
import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Life;
import id.jejak.delivery.domain.Stage;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The book in PostgreSQL. Leases are by the database's clock, everything else by the caller's. Thread-safe.
 *
 * <p>Order of locks: whoever claims locks parcels that are ready and never waits for any. It marks a parcel as waiting
 * only while it holds the one in front, locked, so whoever settles that one (and for this must wait until the claim is
 * committed) finds the waiting one in its next statement and wakes it: nobody waits for ever.
 */
public final class SqlBook implements Book {
  private static final Sql BEAT = Sql.of("""
      insert into delivery.node (id, alive_until)
      values (:node, clock_timestamp() + :millis * interval '1 millisecond')
          on conflict (id) do update set alive_until = excluded.alive_until
      """);
  private static final Sql LEAVE = Sql.of("""
      delete from delivery.node
       where id = :node
      """);
  private static final Sql TAKE_OVER = Sql.of("""
      with lost as (
        select p.id, p.holder
          from delivery.parcel p
         where p.holder is not null
           and not exists (select from delivery.node n where n.id = p.holder and n.alive_until > clock_timestamp())
         order by p.id
           for update skip locked
      ), noted as (
        insert into delivery.attempt (parcel, at, what, outcome, code, reason, millis, who)
        select id, :now, 'CARRIED', 'ABANDONED', '', 'its node is gone', 0, holder::text
          from lost
      )
      update delivery.parcel p
         set state = 'UNKNOWN', doubtful = true, holder = null, due = :due
        from lost
       where p.id = lost.id
      """);
  private static final Sql HOLDS = Sql.of("""
      select id, attempts
        from delivery.parcel
       where holder = :node
       order by id
      """);
  private static final Sql DISOWN = Sql.of("""
      with lost as (
        select p.id
          from delivery.parcel p
          join unnest(:ids::bigint[], :attempts::integer[]) as one (id, attempts) using (id, attempts)
         where p.holder = :node
         order by p.id
           for update of p skip locked
      ), noted as (
        insert into delivery.attempt (parcel, at, what, outcome, code, reason, millis, who)
        select id, :now, 'CARRIED', 'ABANDONED', '', 'its node lost sight of it', 0, :who
          from lost
      )
      update delivery.parcel p
         set state = 'UNKNOWN', doubtful = true, holder = null, due = :due
        from lost
       where p.id = lost.id
      """);
  private static final Sql LOCK = Sql.of("""
      select id
        from delivery.parcel
       where remote = :remote and ready and due <= :now
       order by due, id
       limit :most
         for update skip locked
      """);
  private static final Sql TAKE = Sql.of("""
      update delivery.parcel p
         set state = 'HELD', holder = :node, attempts = p.attempts + 1, doubtful = p.state = 'UNKNOWN'
       where p.id = any(:ids)
         and not exists (select from delivery.parcel e
                          where e.remote = p.remote and e.key = p.key and e.id < p.id and not e.aside)
      returning p.id, p.remote, p.facility, p.key, p.kind, p.body, p.due, p.attempts, p.failures, p.doubtful
      """);
  private static final Sql WAIT = Sql.of("""
      with behind as materialized (
        select p.id
          from delivery.parcel p
         cross join lateral (select e.id
                               from delivery.parcel e
                              where e.remote = p.remote and e.key = p.key and e.id < p.id and not e.aside
                              order by e.id
                              limit 1
                                for share skip locked) front
         where p.id = any(:ids)
      )
      update delivery.parcel p
         set waiting = true
        from behind
       where p.id = behind.id
      """);

  private final Db db;

  /** A book in a database whose schema is up to date. */
  public SqlBook(Db db) {
    this.db = db;
  }

  @Override
  public void beat(long node, Duration lease) {
    db.transaction(tx -> BEAT.in(tx).bigint("node", node).bigint("millis", lease.toMillis()).update());
  }

  @Override
  public void leave(long node) {
    db.transaction(tx -> LEAVE.in(tx).bigint("node", node).update());
  }

  @Override
  public int takeOver(Instant now, Duration settle) {
    return db.transaction(tx -> TAKE_OVER.in(tx).instant("now", now).instant("due", now.plus(settle)).update());
  }

  @Override
  public List<Held> claim(long node, String remote, int most, Instant now) {
    return db.transaction(tx -> {
      var ready = LOCK.in(tx).text("remote", remote).instant("now", now).integer("most", most)
          .list(row -> row.getLong(1));
      if (ready.isEmpty()) {
        return List.<Held>of();
      }
      // a statement of its own: it must see what was settled while the rows were being locked
      var taken = TAKE.in(tx).bigint("node", node).longs("ids", ready).list(SqlBook::held);
      if (taken.size() < ready.size()) {
        var ids = new HashSet<Long>();
        taken.forEach(held -> ids.add(held.id()));
        WAIT.in(tx).longs("ids", ready.stream().filter(id -> !ids.contains(id)).toList()).update();
      }
      return taken.stream().sorted(Comparator.comparing((Held held) -> held.life().due()).thenComparing(Held::id))
          .toList();
    });
  }

  @Override
  public Set<Grip> holds(long node) {
    return db.read(tx -> Set.copyOf(HOLDS.in(tx).bigint("node", node)
        .list(row -> new Grip(row.getLong(1), row.getInt(2)))));
  }

  @Override
  public void disown(long node, Set<Grip> forgotten, Instant now, Duration settle) {
    var grips = List.copyOf(forgotten);
    db.transaction(tx -> DISOWN.in(tx).bigint("node", node).text("who", Long.toString(node)).instant("now", now)
        .instant("due", now.plus(settle)).longs("ids", grips.stream().map(Grip::id).toList())
        .ints("attempts", grips.stream().map(Grip::attempts).toList()).update());
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(row.getLong("id"),
        new Parcel(row.getString("remote"), row.getString("facility"), row.getString("key"), row.getString("kind"),
            Json.read(row.getString("body"))),
        new Life(Stage.HELD, row.getObject("due", java.time.OffsetDateTime.class).toInstant(), row.getInt("attempts"),
            row.getInt("failures"), row.getBoolean("doubtful"), Optional.empty()));
  }

  @Override
  public void settle(long node, List<Ended> ended, Instant now) {
    if (ended.isEmpty()) {
      return;
    }
    var done = ended.stream().filter(one -> one.after().stage() == Stage.DONE).toList();
    var rest = ended.stream().filter(one -> one.after().stage() != Stage.DONE).toList();
    db.ending(tx -> {
      var last = new ArrayList<Sql.Call>();
      if (!done.isEmpty()) {
        var columns = new Columns(done);
        last.add(columns.bind(Columns.DONE.in(tx), node, now).texts("told", columns.told()));
        // a statement of its own: it must see who was marked while those in front were being locked
        last.add(Lines.waking(tx, done.stream().map(one -> Lines.Line.of(one.held().parcel())).distinct().toList()));
      }
      if (!rest.isEmpty()) {
        var columns = new Columns(rest);
        last.add(columns.life(columns.bind(Columns.REST.in(tx), node, now)));
      }
      return new Db.Ending<>(last, true);
    });
  }
}
