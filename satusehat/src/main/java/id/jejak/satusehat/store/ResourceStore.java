package id.jejak.satusehat.store;

import id.jejak.kernel.db.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Writes and reads resources, any number with one statement. Rows are locked in the order of their numbers, so that
 * nobody waits for each other in a circle. Stateless, thread-safe.
 */
public final class ResourceStore {
  private static final String INSERT = """
      with made as (
        insert into satusehat.resource (rid, type, id, version, owner, patient, starts, ends, twin, tags, content)
        select g.rid, g.type, g.id, g.version, ?, g.patient, g.starts, g.ends, g.twin, g.tags::bigint[], g.content
          from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                      ?::text[], ?::bytea[])
               as g (rid, type, id, version, patient, starts, ends, twin, tags, content)
         where not exists (select from satusehat.optout o where o.patient = g.patient)
         order by g.rid
        on conflict do nothing
        returning rid
      ), terms as (
        insert into satusehat.term (term, rid, system)
        select t.term, t.rid, t.system
          from unnest(?::bigint[], ?::bigint[], ?::integer[]) as t (term, rid, system)
          join made on made.rid = t.rid
      ), words as (
        insert into satusehat.word (scope, word, rid)
        select w.scope, w.word, w.rid
          from unnest(?::text[], ?::text[], ?::bigint[]) as w (scope, word, rid)
          join made on made.rid = w.rid
      ), jobs as (
        insert into satusehat.job (id, kind, rid, due)
        select j.id, j.kind, j.rid, j.due
          from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[]) as j (id, kind, rid, due)
          join made on made.rid = j.rid
      )
      select rid
        from made
       order by rid
      """;
  private static final String FIND = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> ? and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
        from satusehat.resource r
       where r.id = ?
         and r.type = ?
      """;
  private static final String FIND_ALL = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> ? and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
        from unnest(?::text[], ?::text[]) as g (type, id)
        join satusehat.resource r on r.id = g.id and r.type = g.type
       order by r.rid
      """;
  private static final String LOCK = """
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

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
        row.getBoolean(7), row.getBytes(6));
  }

  /** Resources that {@link #having} gives at the most; whoever counts them must not trust a full list. */
  public static final int MOST = 5000;

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
    return new HashSet<>(Hot.list(tx, INSERT, values -> bind(values, owner, rows, causes), row -> row.getLong(1)));
  }

  /** The same as the last statement of its transaction, which is committed with it. */
  public Set<Long> insertLast(Handle tx, String owner, List<Row> rows, List<Due> causes) {
    return new HashSet<>(Hot.last(tx, INSERT, values -> bind(values, owner, rows, causes), row -> row.getLong(1)));
  }

  private static void bind(Hot.Values values, String owner, List<Row> rows, List<Due> causes) throws SQLException {
    var index = Columns.index(rows);
    values.text(owner)
        .longs(rows.stream().map(Row::rid)).texts(rows.stream().map(Row::type)).texts(rows.stream().map(Row::id))
        .longs(rows.stream().map(Row::version)).texts(rows.stream().map(row -> row.index().patient()))
        .longs(rows.stream().map(row -> row.index().starts())).longs(rows.stream().map(row -> row.index().ends()))
        .longs(rows.stream().map(Row::twin)).texts(rows.stream().map(row -> Columns.array(row.index().tags())))
        .bytes(rows.stream().map(Row::content))
        .longs(index.terms().stream()).longs(index.termRids().stream()).ints(index.systems().stream())
        .texts(index.scopes().stream()).texts(index.words().stream()).longs(index.wordRids().stream())
        .longs(causes.stream().map(Due::id)).texts(causes.stream().map(due -> due.kind().name()))
        .longs(causes.stream().map(Due::rid)).longs(causes.stream().map(Due::due));
  }

  private static void bind(SqlStatement<?> query, List<Row> rows) {
    query.bind("rids", SqlArray.longs(rows.stream().map(Row::rid).toList()))
        .bind("versions", SqlArray.longs(rows.stream().map(Row::version).toList()))
        .bind("patients", SqlArray.texts(rows.stream().map(row -> row.index().patient()).toList()))
        .bind("starts", SqlArray.longs(rows.stream().map(row -> row.index().starts()).toList()))
        .bind("ends", SqlArray.longs(rows.stream().map(row -> row.index().ends()).toList()))
        .bind("tags", SqlArray.texts(rows.stream().map(row -> Columns.array(row.index().tags())).toList()))
        .bind("contents", Columns.bytes(rows.stream().map(Row::content).toList()));
  }

  private static void bindIndex(SqlStatement<?> query, List<Row> rows) {
    var index = Columns.index(rows);
    query.bind("terms", SqlArray.longs(index.terms())).bind("term_rids", SqlArray.longs(index.termRids()))
        .bind("systems", SqlArray.ints(index.systems())).bind("scopes", SqlArray.texts(index.scopes()))
        .bind("words", SqlArray.texts(index.words())).bind("word_rids", SqlArray.longs(index.wordRids()));
  }

  /** The current version. */
  public Optional<Stored> find(Handle tx, String type, String id, String asking) {
    return Hot.list(tx, FIND, values -> values.text(asking).text(id).text(type), ResourceStore::stored).stream()
        .findFirst();
  }

  /** The current versions of those that are there, in no order of meaning. */
  public List<Stored> findAll(Handle tx, Collection<Named> names, String asking) {
    return Hot.list(tx, FIND_ALL, values -> named(values.text(asking), names), ResourceStore::stored);
  }

  /**
   * The current versions of those that are there, and resources of a type that have one of these terms, the oldest
   * first: one round trip.
   */
  public Found findWith(Handle tx, Collection<Named> names, String type, Collection<Long> terms) {
    var both = Hot.all(tx, FIND_ALL + ";" + HAVING_ANY, 2,
        values -> named(values.text(""), names).longs(terms.stream()).text(type), ResourceStore::stored);
    return new Found(both.getFirst(), both.getLast());
  }

  /** What two questions found. */
  public record Found(List<Stored> named, List<Stored> having) {}

  private static Hot.Values named(Hot.Values values, Collection<Named> names) throws SQLException {
    return values.texts(names.stream().map(Named::type)).texts(names.stream().map(Named::id));
  }

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

  /**
   * A locked resource, and those of a type that have a term as they are once it is locked: one round trip. What others
   * committed while this waited for the lock is seen, since each statement looks anew.
   */
  public Found lockWith(Handle tx, Named name, String type, long term) {
    var both = Hot.all(tx, LOCK + ";" + HAVING, 2,
        values -> values.text(name.id()).text(name.type()).bigint(term).text(type), ResourceStore::stored);
    return new Found(both.getFirst(), both.getLast());
  }

  /** The current version of a number, kept from being changed by anybody else until the transaction ends. */
  public Optional<Stored> lock(Handle tx, long rid) {
    return Hot.list(tx, LOCK_RID, values -> values.bigint(rid), ResourceStore::stored).stream().findFirst();
  }

  /** Resources of a type that have one of these terms, the oldest first; at most {@link #MOST}. */
  public List<Stored> having(Handle tx, String type, Collection<Long> terms) {
    if (terms.size() == 1) {
      long only = terms.iterator().next();
      return Hot.list(tx, HAVING, values -> values.bigint(only).text(type), ResourceStore::stored);
    }
    return Hot.list(tx, HAVING_ANY, values -> values.longs(terms.stream()).text(type),
        ResourceStore::stored);
  }

  /**
   * Puts new versions in the place of current ones, which go to the history. The rows must be locked.
   *
   * @param before the index of each current version, in the order of {@code rows}
   */
  public void replace(Handle tx, List<Row> rows, List<Index> before) {
    var gone = new ArrayList<Row>();
    for (int i = 0; i < rows.size(); i++) {
      var old = rows.get(i);
      gone.add(new Row(old.rid(), old.type(), old.id(), old.version(), null, before.get(i), old.content()));
    }
    unindex(tx, gone);
    var update = tx.createUpdate("""
        with past as (
          insert into satusehat.history (rid, version, content)
          select rid, version, content
            from satusehat.resource
           where rid = any(:rids)
        ), terms as (
          insert into satusehat.term (term, rid, system)
          select t.term, t.rid, t.system
            from unnest(:terms::bigint[], :term_rids::bigint[], :systems::integer[]) as t (term, rid, system)
          on conflict do nothing
        ), words as (
          insert into satusehat.word (scope, word, rid)
          select w.scope, w.word, w.rid
            from unnest(:scopes::text[], :words::text[], :word_rids::bigint[]) as w (scope, word, rid)
          on conflict do nothing
        )
        update satusehat.resource r
           set version = g.version,
               patient = g.patient,
               starts = g.starts,
               ends = g.ends,
               tags = g.tags::bigint[],
               content = g.content
          from unnest(:rids::bigint[], :versions::bigint[], :patients::text[], :starts::bigint[], :ends::bigint[],
                      :tags::text[], :contents::bytea[])
               as g (rid, version, patient, starts, ends, tags, content)
         where r.rid = g.rid
        """);
    bind(update, rows);
    bindIndex(update, rows);
    if (update.execute() != rows.size()) {
      throw new IllegalStateException("a resource to be replaced is not there");
    }
  }

  /** Takes away the index rows that the new versions do not have. */
  private static void unindex(Handle tx, List<Row> gone) {
    if (gone.stream().allMatch(row -> row.index().terms().isEmpty() && row.index().words().isEmpty())) {
      return;
    }
    var delete = tx.createUpdate("""
        with words as (
          delete from satusehat.word w
           using unnest(:scopes::text[], :words::text[], :word_rids::bigint[]) as g (scope, word, rid)
           where w.scope = g.scope
             and w.word = g.word
             and w.rid = g.rid
        )
        delete from satusehat.term t
         using unnest(:terms::bigint[], :term_rids::bigint[], :systems::integer[]) as g (term, rid, system)
         where t.term = g.term
           and t.rid = g.rid
           and t.system = g.system
        """);
    bindIndex(delete, gone);
    delete.execute();
  }

  /**
   * Takes a locked resource away; all its versions stay.
   *
   * @param index of its current version
   */
  public void delete(Handle tx, Stored current, Index index) {
    unindex(tx, List.of(new Row(current.rid(), current.type(), current.id(), current.version(), null, index,
        current.content())));
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
