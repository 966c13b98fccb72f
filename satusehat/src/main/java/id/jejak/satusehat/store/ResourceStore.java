package id.jejak.satusehat.store;

import id.jejak.kernel.db.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Writes and reads resources, any number with one statement. Rows are locked in the order of their numbers, so that
 * nobody waits for each other in a circle. Stateless, thread-safe.
 */
public final class ResourceStore {
  private static final RowMapper<Stored> STORED = (row, _) -> new Stored(row.getLong("rid"), row.getString("type"),
      row.getString("id"), row.getLong("version"), row.getString("owner"), row.getBoolean("hidden"),
      row.getBytes("content"));

  /** Resources that {@link #having} gives at the most; whoever counts them must not trust a full list. */
  public static final int MOST = 5000;

  /** A version that is not current any more, or is. */
  public record Past(long version, byte[] content) {}

  /**
   * Keeps new resources with all their index rows, and work that they cause. One statement: without a transaction
   * around it, one round trip.
   *
   * @return numbers of those that were kept; the others are there already, by id or by twin, or their patient does not agree
   */
  public Set<Long> insert(Handle tx, String owner, List<Row> rows, List<Due> causes) {
    var query = tx.createQuery("""
            with made as (
              insert into satusehat.resource (rid, type, id, version, owner, patient, starts, ends, twin, tags, content)
              select g.rid, g.type, g.id, g.version, :owner, g.patient, g.starts, g.ends, g.twin, g.tags::bigint[],
                     g.content
                from unnest(:rids::bigint[], :types::text[], :ids::text[], :versions::bigint[], :patients::text[],
                            :starts::bigint[], :ends::bigint[], :twins::bigint[], :tags::text[], :contents::bytea[])
                     as g (rid, type, id, version, patient, starts, ends, twin, tags, content)
               where not exists (select from satusehat.optout o where o.patient = g.patient)
               order by g.rid
              on conflict do nothing
              returning rid
            ), terms as (
              insert into satusehat.term (term, rid, system)
              select t.term, t.rid, t.system
                from unnest(:terms::bigint[], :term_rids::bigint[], :systems::integer[]) as t (term, rid, system)
                join made on made.rid = t.rid
            ), words as (
              insert into satusehat.word (scope, word, rid)
              select w.scope, w.word, w.rid
                from unnest(:scopes::text[], :words::text[], :word_rids::bigint[]) as w (scope, word, rid)
                join made on made.rid = w.rid
            ), jobs as (
              insert into satusehat.job (id, kind, rid, due)
              select j.id, j.kind, j.rid, j.due
                from unnest(:job_ids::bigint[], :job_kinds::text[], :job_rids::bigint[], :job_dues::bigint[])
                     as j (id, kind, rid, due)
                join made on made.rid = j.rid
            )
            select rid
              from made
             order by rid
            """)
        .bind("owner", owner);
    bind(query, rows);
    bindIndex(query, rows);
    query.bind("types", SqlArray.texts(rows.stream().map(Row::type).toList()))
        .bind("ids", SqlArray.texts(rows.stream().map(Row::id).toList()))
        .bind("twins", SqlArray.longs(rows.stream().map(Row::twin).toList()))
        .bind("job_ids", SqlArray.longs(causes.stream().map(Due::id).toList()))
        .bind("job_kinds", SqlArray.texts(causes.stream().map(due -> due.kind().name()).toList()))
        .bind("job_rids", SqlArray.longs(causes.stream().map(Due::rid).toList()))
        .bind("job_dues", SqlArray.longs(causes.stream().map(Due::due).toList()));
    return new HashSet<>(query.mapTo(Long.class).list());
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
    var terms = new ArrayList<Long>();
    var termRids = new ArrayList<Long>();
    var systems = new ArrayList<Integer>();
    var scopes = new ArrayList<String>();
    var words = new ArrayList<String>();
    var wordRids = new ArrayList<Long>();
    for (var row : rows) {
      for (var term : row.index().terms()) {
        terms.add(term.term());
        termRids.add(row.rid());
        systems.add(term.system());
      }
      for (var word : row.index().words()) {
        scopes.add(word.scope());
        words.add(word.word());
        wordRids.add(row.rid());
      }
    }
    query.bind("terms", SqlArray.longs(terms)).bind("term_rids", SqlArray.longs(termRids))
        .bind("systems", SqlArray.ints(systems)).bind("scopes", SqlArray.texts(scopes))
        .bind("words", SqlArray.texts(words)).bind("word_rids", SqlArray.longs(wordRids));
  }

  /** The current version. */
  public Optional<Stored> find(Handle tx, String type, String id, String asking) {
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content,
                   r.owner <> :asking and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
              from satusehat.resource r
             where r.id = :id
               and r.type = :type
            """)
        .bind("id", id).bind("type", type).bind("asking", asking)
        .map(STORED).findOne();
  }

  /** The current versions of those that are there, in no order of meaning. */
  public List<Stored> findAll(Handle tx, Collection<Named> names, String asking) {
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content,
                   r.owner <> :asking and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
              from unnest(:types::text[], :ids::text[]) as g (type, id)
              join satusehat.resource r on r.id = g.id and r.type = g.type
             order by r.rid
            """)
        .bind("types", SqlArray.texts(names.stream().map(Named::type).toList()))
        .bind("ids", SqlArray.texts(names.stream().map(Named::id).toList()))
        .bind("asking", asking)
        .map(STORED).list();
  }

  /** A type and an id. */
  public record Named(String type, String id) {}

  /** The current versions, kept from being changed by anybody else until the transaction ends. */
  public List<Stored> lock(Handle tx, Collection<Named> names) {
    if (names.size() == 1) {
      return lock(tx, names.iterator().next()).stream().toList();
    }
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
              from unnest(:types::text[], :ids::text[]) as g (type, id)
              join satusehat.resource r on r.id = g.id and r.type = g.type
             order by r.rid
               for no key update of r
            """)
        .bind("types", SqlArray.texts(names.stream().map(Named::type).toList()))
        .bind("ids", SqlArray.texts(names.stream().map(Named::id).toList()))
        .map(STORED).list();
  }

  /** One of them: said without arrays, PostgreSQL keeps one plan for whatever is asked. */
  private static Optional<Stored> lock(Handle tx, Named name) {
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
              from satusehat.resource r
             where r.id = :id
               and r.type = :type
               for no key update of r
            """)
        .bind("id", name.id()).bind("type", name.type())
        .map(STORED).findOne();
  }

  /** The current version of a number, kept from being changed by anybody else until the transaction ends. */
  public Optional<Stored> lock(Handle tx, long rid) {
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
              from satusehat.resource r
             where r.rid = :rid
               for no key update of r
            """)
        .bind("rid", rid)
        .map(STORED).findOne();
  }

  /** Resources of a type that have one of these terms, the oldest first; at most {@link #MOST}. */
  public List<Stored> having(Handle tx, String type, Collection<Long> terms) {
    if (terms.size() == 1) {
      return having(tx, type, terms.iterator().next());
    }
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
              from (select distinct t.rid
                      from unnest(:terms::bigint[]) as q (term)
                      join satusehat.term t on t.term = q.term) as h
              join satusehat.resource r on r.rid = h.rid
             where r.type = :type
             order by r.rid
             limit 5000
            """)
        .bind("terms", SqlArray.longs(terms)).bind("type", type)
        .map(STORED).list();
  }

  /** With one term, for the sake of one plan; the limit is no parameter for the same reason. */
  private static List<Stored> having(Handle tx, String type, long term) {
    return tx.createQuery("""
            select r.rid, r.type, r.id, r.version, r.owner, r.content, false as hidden
              from (select distinct t.rid
                      from satusehat.term t
                     where t.term = :term) as h
              join satusehat.resource r on r.rid = h.rid
             where r.type = :type
             order by r.rid
             limit 5000
            """)
        .bind("term", term).bind("type", type)
        .map(STORED).list();
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
