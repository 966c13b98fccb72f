package id.jejak.verify.golden;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.store.AuditStore;
import id.jejak.facility.access.store.SessionStore;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.ids.Tokens;
import id.jejak.verify.house.TestHouse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A house whose database says what a file has touched: a part is as it was when it has as many rows, none of them
 * newer, and its sequences stand where they stood. Locks and statements that were undone leave nothing of that.
 *
 * <p>Logs in once for each account of TTAC and each member of staff, and puts back into every world that is made anew what the
 * login wrote: judging a password is slow on purpose, and took most of what the golden files cost. What a login answers is
 * asked by the files that are about it. Not thread-safe.
 */
final class KnownHouse implements Inside {
  /** Schemas of the parts, by their names. */
  private static final Map<String, String> PARTS = Map.of("ttac", "ttac", "gateway", "gateway", "kfa", "kfa",
      "satusehat", "satusehat", "antrean", "antrean", "access", "access", "delivery", "delivery", "queue", "rs",
      "facility", "pharmacy");

  private record Kept(String token, String row) {}

  private record Begun(String token, long staff, String name, String facility, Duration life) {}

  private final TestHouse house;
  private final SessionStore sessions = new SessionStore();
  private final Audit audit;
  /** Schemas with the statement that says how they are. */
  private final Map<String, String> looks;
  private final Map<String, String> first = new HashMap<>();
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Begun> begun = new HashMap<>();

  KnownHouse(TestHouse house) {
    this.house = house;
    this.audit = new AuditStore(new Ids(InstantSource.system(), 1), house.clock()); // the house is number 0
    this.looks = house.db().read(h -> h.createQuery("""
            select of_schema, string_agg(look, ' union all ' order by look)
              from (select schemaname as of_schema, format('select %L as name, count(*)::text || '' '' ||'
                           || ' coalesce(max(xmin::text::bigint), 0) as state from %I.%I', tablename, schemaname,
                           tablename) as look
                      from pg_tables
                     where tablename <> 'flyway_schema_history'
                     union all
                    select schemaname, format('select %L as name, last_value::text || is_called as state from %I.%I',
                           sequencename, schemaname, sequencename)
                      from pg_sequences) as looks
             where of_schema = any(:schemas)
             group by of_schema
            """).bindArray("schemas", String.class, PARTS.keySet())
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Optional<List<String>> touched() {
    return first.isEmpty() ? Optional.empty() : Optional.of(PARTS.keySet().stream()
        .filter(schema -> !first.containsKey(schema) || !first.get(schema).equals(state(schema)))
        .map(PARTS::get).sorted().toList());
  }

  /** What a job touches in a part that was not put back must still be seen the next time. */
  @Override
  public void putBack(List<String> parts) {
    PARTS.forEach((schema, part) -> {
      if (parts.isEmpty() || parts.contains(part)) {
        first.put(schema, state(schema));
      }
    });
  }

  @Override
  public void given(List<String> parts) {
    first.keySet().removeIf(schema -> parts.contains(PARTS.get(schema)));
  }

  private String state(String schema) {
    return house.db().read(h -> h.createQuery("select string_agg(name || ' ' || state, ', ' order by name) from ("
        + looks.get(schema) + ") as every").mapTo(String.class).one());
  }

  /** A file that moves time or has logged in by itself is left to its own. */
  @Override
  public String token(String account, Supplier<String> login) {
    if (!house.clock().offset().isZero()) {
      return login.get();
    }
    var before = kept.get(account);
    if (before == null) {
      var token = login.get();
      kept.put(account, new Kept(token, row(token)));
      return token;
    }
    return putBack(before) ? before.token() : login.get();
  }

  private String row(String token) {
    return house.db().read(h -> h.createQuery("select to_json(t)::text from ttac.token t where hash = :hash")
        .bind("hash", Tokens.hash(token)).mapTo(String.class).one());
  }

  private boolean putBack(Kept before) {
    return house.db().transaction(tx -> tx.createUpdate("""
            insert into ttac.token
            select t.*
              from json_populate_record(cast(null as ttac.token), cast(:row as json)) as t
             where not exists (select from ttac.token o where o.account = t.account)
            """).bind("row", before.row()).execute()) == 1;
  }

  @Override
  public String session(String username, Supplier<String> login) {
    if (!house.clock().offset().isZero()) {
      return login.get();
    }
    var before = begun.get(username);
    if (before != null && beginAgain(before)) {
      return before.token();
    }
    var token = login.get();
    begun.put(username, begun(token));
    return token;
  }

  private Begun begun(String token) {
    var session = house.db().read(h -> sessions.byToken(h, Tokens.hash(token), house.clock().instant())).orElseThrow();
    return new Begun(token, session.staff(), session.name(), session.facility(),
        Duration.between(session.seen(), session.end()));
  }

  /** Writes what a login writes, unless that session lives. */
  private boolean beginAgain(Begun before) {
    var now = house.clock().instant();
    var hash = Tokens.hash(before.token());
    return house.db().transaction(tx -> {
      if (sessions.byToken(tx, hash, now).isPresent()) {
        return false;
      }
      sessions.start(tx, hash, before.staff(), before.facility(), now, now.plus(before.life()));
      audit.note(tx, new Why(new Actor(before.staff(), before.name(), Set.of(), before.facility(), false),
          AccessOperations.LOGIN.id(), Purpose.OPERATION), Audit.Deed.WRITE, Audit.NO_PATIENT);
      return true;
    });
  }
}
