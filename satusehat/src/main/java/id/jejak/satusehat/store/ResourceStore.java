package id.jejak.satusehat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Writes and reads resources, any number with one statement. Rows are locked in the order of their numbers, so that
 * nobody waits for each other in a circle. Stateless, thread-safe.
 */
public final class ResourceStore {
  private static final String FIND = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> ? and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
        from satusehat.resource r
       where r.id = ?
         and r.type = ?
      """;
  private static final String FIND_EACH = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> g.asking and exists (select from satusehat.optout o where o.patient = r.patient) as hidden, g.place
        from unnest(?::text[], ?::text[], ?::text[]) with ordinality as g (type, id, asking, place)
        join satusehat.resource r on r.id = g.id and r.type = g.type
      """;
  static final String FIND_ALL = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> ? and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
        from unnest(?::text[], ?::text[]) as g (type, id)
        join satusehat.resource r on r.id = g.id and r.type = g.type
       order by r.rid
      """;
  static final String LOCK = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from satusehat.resource r
       where r.id = ?
         and r.type = ?
         for no key update of r
      """;
  private static final String LOCK_ALL = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from unnest(?::text[], ?::text[]) as g (type, id)
        join satusehat.resource r on r.id = g.id and r.type = g.type
       order by r.rid
         for no key update of r
      """;
  private static final String LOCK_RID = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from satusehat.resource r
       where r.rid = ?
         for no key update of r
      """;
  private static final String HAVING = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from (select distinct t.rid
                from satusehat.term t
               where t.term = ?) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
       order by r.rid
       limit 5000
      """;
  private static final String HAVING_ANY = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
        from (select distinct t.rid
                from unnest(?::bigint[]) as q (term)
                join satusehat.term t on t.term = q.term) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
       order by r.rid
       limit 5000
      """;

  private static final String REPLACE = """
      with past as (
        insert into satusehat.history (rid, version, content)
        select rid, version, content
          from satusehat.resource
         where rid = any(?)
      ), terms as (
        insert into satusehat.term (term, rid, system)
        select t.term, t.rid, t.system
          from unnest(?::bigint[], ?::bigint[], ?::integer[]) as t (term, rid, system)
        on conflict do nothing
      ), words as (
        insert into satusehat.word (scope, word, rid)
        select w.scope, w.word, w.rid
          from unnest(?::text[], ?::text[], ?::bigint[]) as w (scope, word, rid)
        on conflict do nothing
      )
      update satusehat.resource r
         set version = g.version,
             patient = g.patient,
             starts = g.starts,
             ends = g.ends,
             tags = g.tags::bigint[],
             given = g.given,
             content = g.content
        from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])
             as g (rid, version, patient, starts, ends, tags, given, content)
       where r.rid = g.rid
      """;
  private static final String UNINDEX = """
      with words as (
        delete from satusehat.word w
         using unnest(?::text[], ?::text[], ?::bigint[]) as g (scope, word, rid)
         where w.scope = g.scope
           and w.word = g.word
           and w.rid = g.rid
      )
      delete from satusehat.term t
       using unnest(?::bigint[], ?::bigint[], ?::integer[]) as g (term, rid, system)
       where t.term = g.term
         and t.rid = g.rid
         and t.system = g.system
      """;

  static Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
        row.getBoolean(7), row.getBytes(6));
  }

  /** A version that is not current any more, or is. */
  public record Past(long version, byte[] content) {}

  /**
   * Keeps new resources with all their index rows, and work that they cause. One statement: without a transaction
   * around it, one round trip.
   *
   * @return numbers of those that were kept; the others are there already, by id or by twin, or their patient does not
   *     agree
   */
  public Set<Long> insert(Handle tx, String owner, List<Row> rows, List<Due> causes) {
    return Inserting.now(tx, owner, rows, causes);
  }

  /** The same for one resource as the last statement of its transaction, which is committed with it. */
  public Set<Long> insertLast(Handle tx, String owner, Row row, List<Due> causes) {
    return Inserting.last(tx, owner, row, causes);
  }

  /** The current version. */
  public Optional<Stored> find(Handle tx, String type, String id, String asking) {
    return Hot.list(tx, FIND, values -> values.text(asking).text(id).text(type), ResourceStore::stored).stream()
        .findFirst();
  }

  /** The current versions, each for whoever asks for it and in its place; empty for one that is not there. */
  public List<Optional<Stored>> findEach(Handle tx, List<Asked> asked) {
    if (asked.size() == 1) { // without arrays PostgreSQL has less to begin
      var only = asked.getFirst();
      return List.of(find(tx, only.type(), only.id(), only.asking()));
    }
    var found = new ArrayList<Optional<Stored>>(Collections.nCopies(asked.size(), Optional.empty()));
    Hot.list(tx, FIND_EACH, values -> values.texts(asked.stream().map(Asked::type)).texts(asked.stream().map(Asked::id))
        .texts(asked.stream().map(Asked::asking)), row -> found.set(row.getInt(8) - 1, Optional.of(stored(row))));
    return found;
  }

  /** The current versions of those that are there, in no order of meaning. */
  public List<Stored> findAll(Handle tx, Collection<Named> names, String asking) {
    return Hot.list(tx, FIND_ALL, values -> named(values.text(asking), names), ResourceStore::stored);
  }

  static Hot.Values named(Hot.Values values, Collection<Named> names) throws SQLException {
    return values.texts(names.stream().map(Named::type)).texts(names.stream().map(Named::id));
  }

  /** A type and an id, and the organization that asks for it. */
  public record Asked(String type, String id, String asking) {}

  /** A type and an id. */
  public record Named(String type, String id) {}

  /** The current versions, kept from being changed by anybody else until the transaction ends. */
  public List<Stored> lock(Handle tx, Collection<Named> names) {
    if (names.size() == 1) { // said without arrays, PostgreSQL keeps one plan for whatever is asked
      var only = names.iterator().next();
      return Hot.list(tx, LOCK, values -> values.text(only.id()).text(only.type()), ResourceStore::stored);
    }
    return Hot.list(tx, LOCK_ALL, values -> named(values, names), ResourceStore::stored);
  }

  /** The current version of a number, kept from being changed by anybody else until the transaction ends. */
  public Optional<Stored> lock(Handle tx, long rid) {
    return Hot.list(tx, LOCK_RID, values -> values.bigint(rid), ResourceStore::stored).stream().findFirst();
  }

  /** Resources of a type that have one of these terms, the oldest first; at most 5,000. */
  public List<Stored> having(Handle tx, String type, Collection<Long> terms) {
    if (terms.size() == 1) {
      long only = terms.iterator().next();
      return Hot.list(tx, HAVING, values -> values.bigint(only).text(type), ResourceStore::stored);
    }
    return Hot.list(tx, HAVING_ANY, values -> values.longs(terms.stream()).text(type),
        ResourceStore::stored);
  }

  /**
   * Puts new versions in the place of current ones, which go to the history. The rows must be locked. Of the index rows
   * only those are touched that one version has and the other has not.
   *
   * @param before the index of each current version, in the order of {@code rows}
   */
  public void replace(Handle tx, List<Row> rows, List<Index> before) {
    var lost = new ArrayList<Row>();
    var gained = new ArrayList<Row>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      lost.add(with(row, before.get(i).without(row.index())));
      gained.add(with(row, row.index().without(before.get(i))));
    }
    unindex(tx, lost);
    var index = Columns.index(gained);
    int replaced = Hot.update(tx, REPLACE, values -> values
        .longs(rows.stream().map(Row::rid))
        .longs(index.terms().stream()).longs(index.termRids().stream()).ints(index.systems().stream())
        .texts(index.scopes().stream()).texts(index.words().stream()).longs(index.wordRids().stream())
        .longs(rows.stream().map(Row::rid)).longs(rows.stream().map(Row::version))
        .texts(rows.stream().map(row -> row.index().patient())).longs(rows.stream().map(row -> row.index().starts()))
        .longs(rows.stream().map(row -> row.index().ends()))
        .texts(rows.stream().map(row -> Columns.array(row.index().tags())))
        .bytes(rows.stream().map(Row::given)).bytes(rows.stream().map(Row::content)));
    if (replaced != rows.size()) {
      throw new IllegalStateException("a resource to be replaced is not there");
    }
  }

  private static Row with(Row row, Index index) {
    return new Row(row.rid(), row.type(), row.id(), row.version(), row.twin(), index, row.given(), row.content());
  }

  private static void unindex(Handle tx, List<Row> lost) {
    var index = Columns.index(lost);
    if (!index.terms().isEmpty() || !index.words().isEmpty()) {
      Hot.update(tx, UNINDEX, values -> values
          .texts(index.scopes().stream()).texts(index.words().stream()).longs(index.wordRids().stream())
          .longs(index.terms().stream()).longs(index.termRids().stream()).ints(index.systems().stream()));
    }
  }

  /**
   * Takes a locked resource away; all its versions stay.
   *
   * @param index of its current version
   */
  public void delete(Handle tx, Stored current, Index index) {
    unindex(tx, List.of(new Row(current.rid(), current.type(), current.id(), current.version(), null, index,
        null, current.content())));
    tx.createUpdate("""
        with taken as (
          delete from satusehat.resource
           where rid = :rid
          returning rid, type, id, owner, version, content
        ), past as (
          insert into satusehat.history (rid, version, content)
          select rid, version, content
            from taken
        )
        insert into satusehat.gone (rid, type, id, owner, version)
        select rid, type, id, owner, version
          from taken
        """)
        .bind("rid", current.rid()).execute();
  }

  /**
   * A resource that was deleted; the last one of this name.
   *
   * @param owner organization that could change it
   */
  public record Gone(long rid, String owner, long version) {}

  /** A resource that is not there any more. */
  public Optional<Gone> gone(Handle tx, String type, String id) {
    return tx.createQuery("""
            select rid, owner, version
              from satusehat.gone
             where id = :id
               and type = :type
             order by rid desc
             limit 1
            """)
        .bind("id", id).bind("type", type)
        .map((row, _) -> new Gone(row.getLong("rid"), row.getString("owner"), row.getLong("version"))).findOne();
  }

  /** Keeps others from whatever is done under this number, until the transaction ends. */
  public void alone(Handle tx, long number) {
    tx.createQuery("select pg_advisory_xact_lock(:number)::text").bind("number", number).mapTo(String.class).one();
  }

  /** Current and past versions, the newest first. */
  public List<Past> versions(Handle tx, long rid, int most) {
    return tx.createQuery("""
            select version, content
              from (select version, content from satusehat.resource where rid = :rid
                    union all
                    select version, content from satusehat.history where rid = :rid) as v
             order by version desc
             limit :most
            """)
        .bind("rid", rid).bind("most", most)
        .map((row, _) -> new Past(row.getLong("version"), row.getBytes("content"))).list();
  }

  /** A past version. */
  public Optional<byte[]> past(Handle tx, long rid, long version) {
    return tx.createQuery("select content from satusehat.history where rid = :rid and version = :version")
        .bind("rid", rid).bind("version", version)
        .mapTo(byte[].class).findOne();
  }
}
