package id.jejak.facility.access.store;

import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Patient;
import id.jejak.facility.access.Patients;
import id.jejak.facility.access.Person;
import id.jejak.facility.access.Vault;
import id.jejak.facility.access.Why;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.ids.Ids;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Patients, each in an envelope of its own, found by hashes of their identifiers. Thread-safe. */
public final class PatientStore implements Patients, Vault.Kept {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final Sql BY_ID = Sql.of("""
      select id, wrapped, sealed
        from access.patient
       where facility = :facility
         and id = any(:ids)
         and not erased
       order by id
      """);

  private static final Sql BY_IDENTIFIERS = Sql.of("""
      select w.place, p.id, p.wrapped, p.sealed
        from unnest(:places, :kinds::text[], :hashes) as w (place, kind, hash)
       cross join lateral FOUND p
       order by w.place
      """.replace("FOUND", Sought.FOUND));

  private static final String INSERT = """
      insert into access.patient (facility, id, key_id, wrapped, sealed, index_key, nik, card, ihs, created_at, changed_at,
                                  erased)
      values (:facility, :id, :key, :wrapped, :sealed, :index, :nik, :card, :ihs, :now, :now, false)
      """;

  private record Found(int place, Kept kept) {}

  private record Kept(long id, byte[] wrapped, byte[] sealed) {
    static Kept of(ResultSet row) throws SQLException {
      return new Kept(row.getLong("id"), row.getBytes("wrapped"), row.getBytes("sealed"));
    }
  }

  private final Envelopes envelopes;
  private final IndexRing index;
  private final AuditStore audit;
  private final TouchStore touches;
  private final Ids ids;
  private final InstantSource clock;

  /** Patients under keys; every touch goes to the audit. */
  public PatientStore(Envelopes envelopes, IndexRing index, AuditStore audit, Ids ids, InstantSource clock) {
    this.envelopes = envelopes;
    this.index = index;
    this.audit = audit;
    this.touches = new TouchStore(index, ids, clock);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Optional<Long> find(Handle tx, Why why, Identifier identifier) {
    var found = found(tx, why.actor().facility(), List.of(identifier)).stream().map(one -> one.kept().id()).findFirst();
    audit.note(tx, why, Audit.Deed.READ, found.orElse(Audit.NO_PATIENT));
    return found;
  }

  @Override
  public Optional<Patient> read(Handle tx, Why why, long id) {
    var facility = why.actor().facility();
    var found = byIds(tx, facility, List.of(id)).stream().findFirst();
    audit.note(tx, why, Audit.Deed.READ, found.isPresent() ? id : Audit.NO_PATIENT);
    return found.map(one -> new Patient(facility, id, envelopes.open(facility, id, one.wrapped(), one.sealed())));
  }

  @Override
  public Map<Long, String> names(Handle tx, Why why, Collection<Long> wanted) {
    var facility = why.actor().facility();
    var names = new LinkedHashMap<Long, String>();
    for (var one : byIds(tx, facility, wanted)) {
      names.put(one.id(), envelopes.open(facility, one.id(), one.wrapped(), one.sealed()).name());
    }
    audit.noteAll(tx, why, Audit.Deed.READ, List.copyOf(names.keySet()));
    return names;
  }

  @Override
  public Map<Identifier, String> namesBy(Handle tx, Why why, Collection<? extends Identifier> identifiers) {
    var wanted = List.<Identifier>copyOf(new LinkedHashSet<>(identifiers));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var facility = why.actor().facility();
    var found = found(tx, facility, wanted);
    var names = new LinkedHashMap<Identifier, String>();
    var touched = new ArrayList<Long>(Collections.nCopies(wanted.size(), Audit.NO_PATIENT));
    for (var one : found) {
      var kept = one.kept();
      touched.set(one.place(), kept.id());
      names.put(wanted.get(one.place()), envelopes.open(facility, kept.id(), kept.wrapped(), kept.sealed()).name());
    }
    audit.noteAll(tx, why, Audit.Deed.READ, touched);
    return names;
  }

  @Override
  public void touched(Handle tx, Why why, Audit.Deed deed, Collection<? extends Identifier> identifiers) {
    touching(tx, why, deed, identifiers).ifPresent(Sql.Call::update);
  }

  @Override
  public Optional<Sql.Call> touching(Handle tx, Why why, Audit.Deed deed, Collection<? extends Identifier> identifiers) {
    return touches.noting(tx, why, deed, identifiers.stream().map(Set::of).toList());
  }

  @Override
  public void touchedEach(Handle tx, Why why, Audit.Deed deed, Collection<? extends Set<? extends Identifier>> people) {
    touchingEach(tx, why, deed, people).ifPresent(Sql.Call::update);
  }

  @Override
  public Optional<Sql.Call> touchingEach(Handle tx, Why why, Audit.Deed deed,
      Collection<? extends Set<? extends Identifier>> people) {
    return touches.noting(tx, why, deed, people);
  }

  /**
   * Patients by identifiers, each looked for under every key; with the places of those that are known.
   */
  private List<Found> found(Handle tx, String facility, List<Identifier> wanted) {
    var sought = Sought.of(index, wanted.stream().map(Set::of).toList());
    return BY_IDENTIFIERS.in(tx).text("facility", facility).ints("places", sought.places())
        .texts("kinds", sought.kinds()).bytes("hashes", sought.hashes())
        .list(row -> new Found(row.getInt("place"), Kept.of(row)));
  }

  @Override
  public long add(Handle tx, Why why, Person person) {
    long id = ids.next();
    alone(tx, why.actor().facility(), id, person);
    write(tx, INSERT, why.actor().facility(), id, person, clock.instant());
    audit.note(tx, why, Audit.Deed.WRITE, id);
    return id;
  }

  /**
   * While patients are found under more than one key, the database alone does not see that one identifier stands twice: whoever
   * writes one of the same identifier waits here, and looks under all keys.
   */
  private void alone(Handle tx, String facility, long id, Person person) {
    if (!index.single()) {
      var all = Stream.<Optional<? extends Identifier>>of(person.nik(), person.card(), person.ihs())
          .flatMap(Optional::stream).<Identifier>map(one -> one).toList();
      for (var one : all) {
        tx.createQuery("select pg_advisory_xact_lock(:number)::text")
            .bind("number", ByteBuffer.wrap(index.all(one).getFirst()).getLong()).mapTo(String.class).one();
        if (found(tx, facility, List.of(one)).stream().anyMatch(other -> other.kept().id() != id)) {
          throw new Taken(Sought.kind(one));
        }
      }
    }
  }

  /** Adds patients with numbers of one's own choice, as the demo world does. */
  public void putAll(Handle tx, Why why, Map<Long, Person> people) {
    if (people.isEmpty()) {
      return;
    }
    var facility = why.actor().facility();
    var now = clock.instant();
    var batch = tx.prepareBatch(INSERT);
    long active = index.active();
    people.forEach((id, person) -> {
      var envelope = envelopes.close(facility, id, person);
      batch.bind("facility", facility).bind("id", id).bind("key", envelope.key()).bind("wrapped", envelope.wrapped())
          .bind("sealed", envelope.sealed()).bind("index", active).bind("nik", hash(person.nik(), active))
          .bind("card", hash(person.card(), active)).bind("ihs", hash(person.ihs(), active)).bind("now", now).add();
    });
    batch.execute();
    audit.noteAll(tx, why, Audit.Deed.WRITE, List.copyOf(people.keySet()));
  }

  @Override
  public boolean change(Handle tx, Why why, long id, Person person) {
    alone(tx, why.actor().facility(), id, person);
    int changed = write(tx, """
        update access.patient
           set key_id = :key, wrapped = :wrapped, sealed = :sealed, index_key = :index, nik = :nik, card = :card,
               ihs = :ihs, changed_at = :now
         where facility = :facility
           and id = :id
           and not erased
        """, why.actor().facility(), id, person, clock.instant());
    audit.note(tx, why, Audit.Deed.WRITE, changed == 1 ? id : Audit.NO_PATIENT);
    return changed == 1;
  }

  @Override
  public boolean erase(Handle tx, Why why, long id) {
    int erased = tx.createUpdate("""
            update access.patient
               set wrapped = ''::bytea, sealed = ''::bytea, nik = null, card = null, ihs = null, erased = true,
                   changed_at = :now
             where facility = :facility
               and id = :id
               and not erased
            """)
        .bind("now", clock.instant()).bind("facility", why.actor().facility()).bind("id", id).execute();
    tx.createUpdate("delete from access.invitation where facility = :facility and patient = :id")
        .bind("facility", why.actor().facility()).bind("id", id).execute();
    audit.note(tx, why, Audit.Deed.WRITE, erased == 1 ? id : Audit.NO_PATIENT);
    return erased == 1;
  }

  @Override
  public Map<Long, Long> byKey(Handle handle) {
    var counts = new LinkedHashMap<Long, Long>();
    handle.createQuery("select key_id, count(*) from access.patient where not erased group by key_id order by key_id")
        .map((row, _) -> Map.entry(row.getLong(1), row.getLong(2))).list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  @Override
  public long indexedBy(Handle handle, Collection<Long> indexKeys) {
    return handle.createQuery("select count(*) from access.patient where index_key = any(:keys) and not erased")
        .bind("keys", SqlArray.longs(indexKeys)).mapTo(Long.class).one();
  }

  /** Of the keyring only the keys of patients are sealed anew, not the patients. */
  @Override
  public int rewrap(Handle tx, Collection<Long> keys, Collection<Long> indexKeys, int most) {
    record Row(String facility, long id, byte[] wrapped, byte[] sealed) {}
    var rows = tx.createQuery("""
            select facility, id, wrapped, sealed
              from access.patient
             where (key_id = any(:keys) or index_key = any(:indexKeys))
               and not erased
             order by facility, id
             limit :most
               for update skip locked
            """)
        .bind("keys", SqlArray.longs(keys)).bind("indexKeys", SqlArray.longs(indexKeys)).bind("most", most)
        .map((row, _) -> new Row(row.getString("facility"), row.getLong("id"), row.getBytes("wrapped"),
            row.getBytes("sealed"))).list();
    if (!rows.isEmpty()) {
      long active = index.active();
      var batch = tx.prepareBatch("""
          update access.patient
             set key_id = :key, wrapped = :wrapped, index_key = :index, nik = :nik, card = :card, ihs = :ihs
           where facility = :facility
             and id = :id
          """);
      rows.forEach(row -> {
        var person = envelopes.open(row.facility(), row.id(), row.wrapped(), row.sealed());
        var sealed = envelopes.rewrapped(row.facility(), row.id(), row.wrapped());
        batch.bind("key", sealed.key()).bind("wrapped", sealed.bytes()).bind("index", active)
            .bind("nik", hash(person.nik(), active)).bind("card", hash(person.card(), active))
            .bind("ihs", hash(person.ihs(), active)).bind("facility", row.facility()).bind("id", row.id()).add();
      });
      batch.execute();
    }
    return rows.size();
  }

  private static List<Kept> byIds(Handle tx, String facility, Collection<Long> wanted) {
    return BY_ID.in(tx).text("facility", facility).longs("ids", wanted).list(Kept::of);
  }

  private int write(Handle tx, String statement, String facility, long id, Person person, Instant now) {
    var envelope = envelopes.close(facility, id, person);
    long active = index.active();
    try {
      return tx.createUpdate(statement).bind("facility", facility).bind("id", id).bind("key", envelope.key())
          .bind("wrapped", envelope.wrapped()).bind("sealed", envelope.sealed())
          .bind("index", active).bind("nik", hash(person.nik(), active)).bind("card", hash(person.card(), active))
          .bind("ihs", hash(person.ihs(), active)).bind("now", now).execute();
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof PSQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        var name = sql.getServerErrorMessage() == null ? null : sql.getServerErrorMessage().getConstraint();
        throw new Taken(name == null ? "an identifier" : name.replace("patient_", ""));
      }
      throw e;
    }
  }

  private byte @Nullable [] hash(Optional<? extends Identifier> identifier, long key) {
    return identifier.map(one -> index.of(one, key)).orElse(null);
  }
}
