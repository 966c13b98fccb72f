package id.jejak.delivery.store;

import id.jejak.delivery.Parcel;
import id.jejak.delivery.Remedy;
import id.jejak.delivery.domain.Life;
import id.jejak.delivery.domain.Parking;
import id.jejak.delivery.domain.Stage;
import id.jejak.kernel.db.Emptying;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Parcels as people see and change them. One is locked before it is changed. Stateless, thread-safe. */
public final class ParcelStore {
  /** A parcel that is still open, and how it stands. */
  public record Open(long id, Parcel parcel, Instant postedAt, Life life, boolean waiting, boolean aside,
      String reason) {}

  /** A parcel whose life is over. */
  public record Settled(long id, Parcel parcel, Instant postedAt, int attempts, Stage outcome, String told,
      String reason, String who, Instant settledAt) {}

  /** One thing that happened to a parcel. */
  public record Event(Instant at, String what, String outcome, String code, String reason, int millis, String who) {}

  /** Which parcels are meant; an empty text means any, and so does no facility. */
  public record Which(String stage, String remote, List<String> facilities, String remedy, String key) {}

  private static final String COLUMNS = """
      id, remote, facility, key, kind, body, posted_at, state, due, attempts, failures, doubtful, waiting, aside,
      remedy, code, reason""";
  private static final String THESE = """
      (:remote = '' or remote = :remote) and (:facilities = '{}'::text[] or facility = any(:facilities))
         and (:remedy = '' or remedy = :remedy) and (:key = '' or key = :key)""";

  /** Open parcels of a stage, by number, after a number. */
  public List<Open> list(Handle tx, Which which, long after, int most) {
    var parked = which.stage().equals(Stage.PARKED.name());
    var query = tx.createQuery(parked
        ? """
            select %s
              from delivery.parcel
             where state = 'PARKED' and id > :after
               and %s
             order by id
             limit :most
            """.formatted(COLUMNS, THESE)
        : """
            select %s
              from delivery.parcel
             where (:stage = '' or state = :stage) and id > :after
               and %s
             order by id
             limit :most
            """.formatted(COLUMNS, THESE));
    if (!parked) {
      query.bind("stage", which.stage());
    }
    return query.bind("remote", which.remote()).bind("facilities", SqlArray.texts(which.facilities())).bind("remedy", which.remedy())
        .bind("key", which.key()).bind("after", after).bind("most", most).map((row, _) -> open(row)).list();
  }

  /** An open parcel, locked until the transaction ends; waits while a node writes down how it went. */
  public Optional<Open> lock(Handle tx, long id) {
    return tx.createQuery("""
            select %s
              from delivery.parcel
             where id = :id
               for update
            """.formatted(COLUMNS)).bind("id", id).map((row, _) -> open(row)).findOne();
  }

  /** An open parcel. */
  public Optional<Open> open(Handle tx, long id) {
    return tx.createQuery("""
            select %s
              from delivery.parcel
             where id = :id
            """.formatted(COLUMNS)).bind("id", id).map((row, _) -> open(row)).findOne();
  }

  /** A parcel whose life is over. */
  public Optional<Settled> settled(Handle tx, long id) {
    return tx.createQuery("""
            select id, remote, facility, key, kind, body, posted_at, attempts, outcome, told, reason, who, settled_at
              from delivery.settled
             where id = :id
            """).bind("id", id)
        .map((row, _) -> new Settled(id, parcel(row), at(row, "posted_at"), row.getInt("attempts"),
            Stage.valueOf(row.getString("outcome")), row.getString("told"), row.getString("reason"),
            row.getString("who"), at(row, "settled_at")))
        .findOne();
  }

  /** What happened to a parcel, in order. */
  public List<Event> events(Handle tx, long id) {
    return tx.createQuery("""
            select at, what, outcome, code, reason, millis, who
              from delivery.attempt
             where parcel = :id
             order by id
            """).bind("id", id)
        .map((row, _) -> new Event(at(row, "at"), row.getString("what"), row.getString("outcome"),
            row.getString("code"), row.getString("reason"), row.getInt("millis"), row.getString("who")))
        .list();
  }

  /** Writes a locked parcel's new life, which goes on, and its body. */
  public void change(Handle tx, Open was, Life life, Parcel parcel, boolean aside) {
    tx.createUpdate("""
            update delivery.parcel
               set state = :state, due = :due, failures = :failures, doubtful = :doubtful, remedy = :remedy,
                   aside = :aside, body = :body
             where id = :id
            """)
        .bind("state", life.stage().name()).bind("due", life.due().atOffset(ZoneOffset.UTC))
        .bind("failures", life.failures()).bind("doubtful", life.doubtful())
        .bind("remedy", life.parking().map(Parking::remedy).map(Enum::name).orElse(null)).bind("aside", aside)
        .bind("body", Post.body(parcel)).bind("id", was.id()).execute();
    if (aside && !was.aside()) {
      Lines.wake(tx, parcel);
    }
  }

  /** Ends a locked parcel's life: given up. */
  public void giveUp(Handle tx, Open was, String who, String reason, Instant now) {
    tx.createUpdate("""
            with gone as (
              delete from delivery.parcel
               where id = :id
              returning id, remote, facility, key, kind, body, posted_at, attempts
            )
            insert into delivery.settled (id, remote, facility, key, kind, body, posted_at, attempts, outcome, told,
                                          reason, who, settled_at)
            select id, remote, facility, key, kind, body, posted_at, attempts, 'GIVEN_UP', 'null', :reason, :who, :now
              from gone
            """)
        .bind("id", was.id()).bind("reason", reason).bind("who", who).bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
    Lines.wake(tx, was.parcel());
  }

  /** Adds to a parcel's history what a person did. */
  public void note(Handle tx, long id, String what, String who, String reason, Instant now) {
    tx.createUpdate("""
            insert into delivery.attempt (parcel, at, what, outcome, code, reason, millis, who)
            values (:id, :now, :what, '', '', :reason, 0, :who)
            """)
        .bind("id", id).bind("now", now.atOffset(ZoneOffset.UTC)).bind("what", what).bind("reason", reason)
        .bind("who", who).execute();
  }

  /** Numbers of parked parcels, the lowest first, after a number. */
  public List<Long> parked(Handle tx, Which which, long after, int most) {
    return tx.createQuery("""
            select id
              from delivery.parcel
             where state = 'PARKED' and id > :after
               and %s
             order by id
             limit :most
            """.formatted(THESE))
        .bind("remote", which.remote()).bind("facilities", SqlArray.texts(which.facilities())).bind("remedy", which.remedy())
        .bind("key", which.key()).bind("after", after).bind("most", most).mapTo(Long.class).list();
  }

  /** Numbers of parcels of a line that are parked with a code and do not stand aside, in order. */
  public List<Long> parked(Handle tx, String remote, String key, String code) {
    return PARKED.in(tx).text("remote", remote).text("key", key).text("code", code).list(row -> row.getLong("id"));
  }

  private static final Sql PARKED = Sql.of("""
      select id
        from delivery.parcel
       where remote = :remote and key = :key and not aside and state = 'PARKED' and code = :code
       order by id
      """);

  /** How many are open by remote and stage, and since when the oldest of them is; of some facilities, or of all. */
  public List<Count> counts(Handle tx, List<String> facilities) {
    return tx.createQuery("""
            select remote, state, count(*) as open, min(posted_at) as oldest
              from delivery.parcel
             where :facilities = '{}'::text[] or facility = any(:facilities)
             group by remote, state
             order by remote, state
            """)
        .bind("facilities", SqlArray.texts(facilities))
        .map((row, _) -> new Count(row.getString("remote"), Stage.valueOf(row.getString("state")), row.getLong("open"),
            at(row, "oldest")))
        .list();
  }

  /** So many are open. */
  public record Count(String remote, Stage stage, long open, Instant oldest) {}

  /** The newest parcel of a line and kind that is known, open or not, as {@code STAGE} or {@code STAGE remedy}. */
  public Optional<String> standing(Handle tx, String remote, String key, String kind) {
    return tx.createQuery("""
            select state || coalesce(' ' || remedy, '') as standing, id
              from delivery.parcel
             where remote = :remote and key = :key and kind = :kind
             union all
            select outcome, id
              from delivery.settled
             where remote = :remote and key = :key and kind = :kind
             order by id desc
             limit 1
            """)
        .bind("remote", remote).bind("key", key).bind("kind", kind).map((row, _) -> row.getString("standing"))
        .findOne();
  }

  /** Everything is gone; for a demo world. */
  public void clear(Handle tx) {
    Emptying.of(tx, "delivery.parcel", "delivery.settled", "delivery.attempt", "delivery.reconciliation",
        "delivery.reconciled", "delivery.difference");
  }

  private static Open open(ResultSet row) throws SQLException {
    var remedy = Optional.ofNullable(row.getString("remedy")).map(Remedy::valueOf);
    var code = Optional.ofNullable(row.getString("code")).orElse("");
    var reason = Optional.ofNullable(row.getString("reason")).orElse("");
    return new Open(row.getLong("id"), parcel(row), at(row, "posted_at"),
        new Life(Stage.valueOf(row.getString("state")), at(row, "due"), row.getInt("attempts"), row.getInt("failures"),
            row.getBoolean("doubtful"), remedy.map(helps -> new Parking(helps, code, reason))),
        row.getBoolean("waiting"), row.getBoolean("aside"), reason);
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(row.getString("remote"), row.getString("facility"), row.getString("key"), row.getString("kind"),
        Json.read(row.getString("body")));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
