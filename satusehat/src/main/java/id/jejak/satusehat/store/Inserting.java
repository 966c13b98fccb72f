package id.jejak.satusehat.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps new resources with all their index rows, and the work that they cause, with one statement. For one resource,
 * which is what most are, the statement names only the tables that get something: PostgreSQL takes longer to begin and
 * end the parts that have nothing to do than to write the rows. Stateless.
 */
final class Inserting {
  private static final String MANY = """
      with made as (
        insert into satusehat.resource (rid, type, id, version, owner, patient, starts, ends, twin, tags, given,
                                        content)
        select g.rid, g.type, g.id, g.version, ?, g.patient, g.starts, g.ends, g.twin, g.tags::bigint[], g.given,
               g.content
          from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                      ?::text[], ?::bytea[], ?::bytea[])
               as g (rid, type, id, version, patient, starts, ends, twin, tags, given, content)
         where not exists (select from satusehat.optout o where o.patient = g.patient)
         order by g.rid
        on conflict do nothing
        returning rid
      ), terms as (
        insert into satusehat.term (term, rid, system)
        select t.term, t.rid, t.system
          from unnest(?::bigint[], ?::bigint[], ?::integer[]) as t (term, rid, system)
          join made on made.rid = t.rid
      )""";
  private static final String WORDS_OF_MANY = """
      , words as (
        insert into satusehat.word (scope, word, rid)
        select w.scope, w.word, w.rid
          from unnest(?::text[], ?::text[], ?::bigint[]) as w (scope, word, rid)
          join made on made.rid = w.rid
      )""";
  private static final String JOBS_OF_MANY = """
      , jobs as (
        insert into satusehat.job (id, kind, rid, due)
        select j.id, j.kind, j.rid, j.due
          from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[]) as j (id, kind, rid, due)
          join made on made.rid = j.rid
      )""";
  private static final String ONE = """
      with made as (
        insert into satusehat.resource (rid, type, id, version, owner, patient, starts, ends, twin, tags, given,
                                        content)
        select ?::bigint, ?::text, ?::text, ?::bigint, ?::text, ?::text, ?::bigint, ?::bigint, ?::bigint, ?::bigint[],
               ?::bytea, ?::bytea
         where not exists (select from satusehat.optout o where o.patient = ?)
        on conflict do nothing
        returning rid
      ), terms as (
        insert into satusehat.term (term, rid, system)
        select t.term, made.rid, t.system
          from made
         cross join unnest(?::bigint[], ?::integer[]) as t (term, system)
      )""";
  private static final String WORDS = """
      , words as (
        insert into satusehat.word (scope, word, rid)
        select w.scope, w.word, made.rid
          from made
         cross join unnest(?::text[], ?::text[]) as w (scope, word)
      )""";
  private static final String JOBS = """
      , jobs as (
        insert into satusehat.job (id, kind, rid, due)
        select j.id, j.kind, made.rid, j.due
          from made
         cross join unnest(?::bigint[], ?::text[], ?::bigint[]) as j (id, kind, due)
      )""";
  private static final String MADE = "\nselect rid\n  from made";
  /** By whether there are words, and whether work is caused. */
  private static final List<String> ONES = kinds(ONE, WORDS, JOBS);
  private static final List<String> MANIES = kinds(MANY, WORDS_OF_MANY, JOBS_OF_MANY);

  private Inserting() {}

  private static List<String> kinds(String resources, String words, String jobs) {
    return List.of(resources + MADE, resources + words + MADE, resources + jobs + MADE,
        resources + words + jobs + MADE);
  }

  /** Numbers of those that were kept. */
  static Set<Long> now(Handle tx, String owner, List<Row> rows, List<Due> causes) {
    if (rows.size() == 1) {
      var row = rows.getFirst();
      return new HashSet<>(Hot.list(tx, one(row, causes), values -> bind(values, owner, row, causes),
          result -> result.getLong(1)));
    }
    var index = Columns.index(rows);
    var sql = MANIES.get(kind(!index.words().isEmpty(), !causes.isEmpty()));
    return new HashSet<>(Hot.list(tx, sql, values -> bind(values, owner, rows, index, causes),
        result -> result.getLong(1)));
  }

  /** The same as the last statement of its transaction, which is committed with it. */
  static Set<Long> last(Handle tx, String owner, Row row, List<Due> causes) {
    return new HashSet<>(Hot.last(tx, one(row, causes), values -> bind(values, owner, row, causes),
        result -> result.getLong(1)));
  }

  private static String one(Row row, List<Due> causes) {
    return ONES.get(kind(!row.index().words().isEmpty(), !causes.isEmpty()));
  }

  private static int kind(boolean words, boolean jobs) {
    return (words ? 1 : 0) + (jobs ? 2 : 0);
  }

  private static void bind(Hot.Values values, String owner, Row row, List<Due> causes) throws SQLException {
    var index = row.index();
    values.bigint(row.rid()).text(row.type()).text(row.id()).bigint(row.version()).text(owner).text(index.patient())
        .bigint(index.starts()).bigint(index.ends()).bigint(row.twin()).longs(index.tags()).bytes(row.given())
        .bytes(row.content()).text(index.patient());
    var terms = new long[index.terms().size()];
    var systems = new int[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = index.terms().get(i).term();
      systems[i] = index.terms().get(i).system();
    }
    values.longs(terms).ints(systems);
    if (!index.words().isEmpty()) {
      values.texts(index.words().stream().map(Index.Word::scope)).texts(index.words().stream().map(Index.Word::word));
    }
    if (!causes.isEmpty()) {
      values.longs(causes.stream().map(Due::id)).texts(causes.stream().map(due -> due.kind().name()))
          .longs(causes.stream().map(Due::due));
    }
  }

  private static void bind(Hot.Values values, String owner, List<Row> rows, Columns.Indexed index, List<Due> causes)
      throws SQLException {
    values.text(owner)
        .longs(rows.stream().map(Row::rid)).texts(rows.stream().map(Row::type)).texts(rows.stream().map(Row::id))
        .longs(rows.stream().map(Row::version)).texts(rows.stream().map(row -> row.index().patient()))
        .longs(rows.stream().map(row -> row.index().starts())).longs(rows.stream().map(row -> row.index().ends()))
        .longs(rows.stream().map(Row::twin)).texts(rows.stream().map(row -> Columns.array(row.index().tags())))
        .bytes(rows.stream().map(Row::given)).bytes(rows.stream().map(Row::content))
        .longs(index.terms()).longs(index.termRids()).ints(index.systems().stream());
    if (!index.words().isEmpty()) {
      values.texts(index.scopes().stream()).texts(index.words().stream()).longs(index.wordRids());
    }
    if (!causes.isEmpty()) {
      values.longs(causes.stream().map(Due::id)).texts(causes.stream().map(due -> due.kind().name()))
          .longs(causes.stream().map(Due::rid)).longs(causes.stream().map(Due::due));
    }
  }
}
