package id.jejak.satusehat.store;

import id.jejak.satusehat.store.ResourceStore.Named;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      select r.rid, r.version
        from satusehat.resource r
       where r.rid = any(?)
       union all
      select r.rid, r.version
        from satusehat.term t
        join satusehat.resource r on r.rid = t.rid
       where t.term = any(?)
         and r.type = 'MedicationDispense'
      """;
  private static final String NAMED_TRACES = """
       union all
      select r.rid, r.version
        from unnest(?::text[], ?::text[]) as g (type, id)
        join satusehat.resource r on r.id = g.id and r.type = g.type
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

  /**
   * The current versions of those of these numbers and names that are there, and of dispenses that have one of these
   * terms. One round trip, and no content is read.
   */
  public Set<Trace> traces(Handle tx, Collection<Long> rids, Collection<Named> names, Collection<Long> terms) {
    return new HashSet<>(Hot.list(tx, names.isEmpty() ? TRACES : ALL_TRACES, values -> {
      values.longs(rids.stream()).longs(terms.stream());
      if (!names.isEmpty()) {
        ResourceStore.named(values, names);
      }
    }, row -> new Trace(row.getLong(1), row.getLong(2))));
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
