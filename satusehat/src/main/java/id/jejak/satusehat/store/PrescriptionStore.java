package id.jejak.satusehat.store;

import id.jejak.satusehat.store.ResourceStore.Named;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Reads prescriptions with what was dispensed of them. Of a dispense it gives not the whole content but the part that
 * says how much of what was given, where that was kept. Stateless, thread-safe.
 */
public final class PrescriptionStore {
  private static final String DOCUMENT = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from satusehat.nrn n
        join satusehat.resource r on r.rid = n.document
       where n.nrn = ?
      """;
  private static final String GIVEN = """
      select r.rid, r.type, r.id, r.version, r.owner, coalesce(r.given, r.content), false as hidden
        from (select distinct t.rid
                from satusehat.term t
               where t.term = ?) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = 'MedicationDispense'
       order by r.rid
       limit 5000
      """;
  private static final String GIVEN_ANY = """
      select r.rid, r.type, r.id, r.version, r.owner, coalesce(r.given, r.content), false as hidden
        from (select distinct t.rid
                from unnest(?::bigint[]) as q (term)
                join satusehat.term t on t.term = q.term) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = 'MedicationDispense'
       order by r.rid
       limit 5000
      """;
  private static final String GIVEN_RIDS = """
      select r.rid, r.type, r.id, r.version, r.owner, coalesce(r.given, r.content), false as hidden
        from satusehat.resource r
       where r.rid = any(?)
         and r.type = 'MedicationDispense'
       order by r.rid
      """;
  private static final String LOCK_DOCUMENTS = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from (select distinct t.rid
                from unnest(?::bigint[]) as q (term)
                join satusehat.term t on t.term = q.term) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = 'DocumentReference'
       order by r.rid
         for no key update of r
      """;
  private static final String TRACES = """
      select a.place, r.rid, r.version
        from unnest(?::integer[], ?::bigint[]) as a (place, rid)
        join satusehat.resource r on r.rid = a.rid
       union all
      select a.place, r.rid, r.version
        from unnest(?::integer[], ?::bigint[]) as a (place, term)
        join satusehat.term t on t.term = a.term
        join satusehat.resource r on r.rid = t.rid
       where r.type = 'MedicationDispense'
      """;
  private static final String NAMED_TRACES = """
       union all
      select a.place, r.rid, r.version
        from unnest(?::integer[], ?::text[], ?::text[]) as a (place, type, id)
        join satusehat.resource r on r.id = a.id and r.type = a.type
      """;
  private static final String ALL_TRACES = TRACES + NAMED_TRACES;

  /** Dispenses that are given at the most; whoever counts them must not trust a full list. */
  public static final int MOST = 5000;

  /** Resources by name, and dispenses. */
  public record Found(List<Stored> named, List<Stored> dispenses) {}

  /** That this version of a resource is the current one. */
  public record Trace(long rid, long version) {
    /** Of a resource that was read. */
    public static Trace of(Stored stored) {
      return new Trace(stored.rid(), stored.version());
    }
  }

  /** The document that has a national number. */
  public Optional<Stored> document(Handle tx, String nrn) {
    return Hot.list(tx, DOCUMENT, values -> values.text(nrn), ResourceStore::stored).stream().findFirst();
  }

  /**
   * The current versions of those that are there, and dispenses that have one of these terms, the oldest first: one
   * round trip.
   */
  public Found find(Handle tx, Collection<Named> names, Collection<Long> terms) {
    var both = Hot.all(tx, ResourceStore.FIND_ALL + ";" + GIVEN_ANY, 2,
        values -> ResourceStore.named(values.text(""), names).longs(terms.stream()), ResourceStore::stored);
    return new Found(both.getFirst(), both.getLast());
  }

  /** What versions are looked for: of resources by number and by name, and of dispenses that have one of these terms. */
  public record Sought(List<Long> rids, List<Named> names, List<Long> terms) {
    /** Copies the lists. */
    public Sought {
      rids = List.copyOf(rids);
      names = List.copyOf(names);
      terms = List.copyOf(terms);
    }
  }

  /** The current versions of what is there, for each that is sought. One round trip, and no content is read. */
  public List<Set<Trace>> traces(Handle tx, List<Sought> sought) {
    var found = sought.stream().<Set<Trace>>map(_ -> new HashSet<>()).toList();
    boolean named = sought.stream().anyMatch(one -> !one.names().isEmpty());
    Hot.list(tx, named ? ALL_TRACES : TRACES, values -> {
      values.ints(places(sought, Sought::rids)).longs(all(sought, Sought::rids))
          .ints(places(sought, Sought::terms)).longs(all(sought, Sought::terms));
      if (named) {
        ResourceStore.named(values.ints(places(sought, Sought::names)),
            sought.stream().flatMap(one -> one.names().stream()).toList());
      }
    }, row -> found.get(row.getInt(1)).add(new Trace(row.getLong(2), row.getLong(3))));
    return found;
  }

  private static int[] places(List<Sought> sought, Function<Sought, List<?>> part) {
    return IntStream.range(0, sought.size())
        .flatMap(place -> IntStream.generate(() -> place).limit(part.apply(sought.get(place)).size())).toArray();
  }

  private static long[] all(List<Sought> sought, Function<Sought, List<Long>> part) {
    return sought.stream().flatMap(one -> part.apply(one).stream()).mapToLong(Long::longValue).toArray();
  }

  /**
   * A locked resource, and dispenses that have a term as they are once it is locked: one round trip. What others
   * committed while this waited for the lock is seen, since each statement looks anew.
   */
  public Found lock(Handle tx, Named name, long term) {
    var both = Hot.all(tx, ResourceStore.LOCK + ";" + GIVEN, 2,
        values -> values.text(name.id()).text(name.type()).bigint(term), ResourceStore::stored);
    return new Found(both.getFirst(), both.getLast());
  }

  /** Dispenses that have one of these terms, the oldest first; at most {@link #MOST}. */
  public List<Stored> dispenses(Handle tx, Collection<Long> terms) {
    return Hot.list(tx, GIVEN_ANY, values -> values.longs(terms.stream()), ResourceStore::stored);
  }

  /** Those of these numbers that are dispenses and there, the oldest first. */
  public List<Stored> numbered(Handle tx, Collection<Long> rids) {
    return Hot.list(tx, GIVEN_RIDS, values -> values.longs(rids.stream()), ResourceStore::stored);
  }

  /** Documents that have one of these terms, kept from being changed by anybody else until the transaction ends. */
  public List<Stored> lockDocuments(Handle tx, Collection<Long> terms) {
    return Hot.list(tx, LOCK_DOCUMENTS, values -> values.longs(terms.stream()), ResourceStore::stored);
  }
}
