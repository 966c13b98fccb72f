package id.jejak.satusehat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds resources. The statement is put together of constant pieces, one for each kind of condition, so that there are
 * few different ones and PostgreSQL keeps their plans; every value is bound. Stateless, thread-safe.
 */
public final class SearchStore {
  private static final String SELECT = """
      select r.rid, r.type, r.id, r.version, r.owner, r.content,
             r.owner <> ? and exists (select from satusehat.optout o where o.patient = r.patient) as hidden
      """;
  private static final String FROM_ALL = "  from satusehat.resource r\n where r.type = ?\n";
  private static final String FROM_ONE = """
        from (select distinct t.rid
                from satusehat.term t
               where t.term = ?) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
      """;
  private static final String FROM_ONE_OF = """
        from (select distinct t.rid
                from satusehat.term t
               where t.term = ?
                 and t.system = ?) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
      """;
  private static final String FROM_MANY = """
        from (select distinct t.rid
                from unnest(?::bigint[], ?::integer[]) as q (term, system)
                join satusehat.term t on t.term = q.term and (q.system is null or t.system = q.system)) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
      """;
  private static final String FROM_WORD = """
        from (select distinct w.rid
                from satusehat.word w
               where w.scope = ?
                 and w.word >= ?
                 and w.word < ?) as h
        join satusehat.resource r on r.rid = h.rid
       where r.type = ?
      """;
  private static final String TERM = """
         and exists (select
                       from unnest(?::bigint[], ?::integer[]) as q (term, system)
                       join satusehat.term t on t.term = q.term and (q.system is null or t.system = q.system)
                      where t.rid = r.rid)
      """;
  private static final String WORD = """
         and exists (select from satusehat.word w
                      where w.scope = ? and w.word >= ? and w.word < ? and w.rid = r.rid)
      """;
  private static final String TAG = "   and r.tags && ?\n";
  private static final String DATE = "   and r.starts <= ? and r.ends >= ?\n";
  private static final String UPDATED = "   and r.version between ? and ?\n";
  private static final String IDS = "   and r.id = any(?)\n";
  private static final String AFTER = "   and (r.version, r.rid) < (?, ?)\n";
  private static final String AFTER_OLDEST = "   and (r.version, r.rid) > (?, ?)\n";
  private static final String NEWEST = " order by r.version desc, r.rid desc\n limit ?";
  private static final String OLDEST = " order by r.version, r.rid\n limit ?";
  /** Behind every word that begins with the one before it. */
  private static final String LAST = "\uffff";

  /** The matches, in the order asked for. */
  public List<Stored> find(Handle tx, Search search) {
    var sql = new StringBuilder(SELECT);
    var values = new ArrayList<Hot.Binding>();
    values.add(all -> all.text(search.asking()));
    int found = 0;
    int words = 0;
    if (!search.found().isEmpty()) {
      found = 1;
      driver(sql, values, search.found().getFirst());
    } else if (!search.words().isEmpty()) {
      words = 1;
      sql.append(FROM_WORD);
      word(values, search.words().getFirst());
    } else {
      sql.append(FROM_ALL);
    }
    values.add(all -> all.text(search.type()));
    for (var condition : search.found().subList(found, search.found().size())) {
      sql.append(TERM);
      many(values, condition);
    }
    for (var word : search.words().subList(words, search.words().size())) {
      sql.append(WORD);
      word(values, word);
    }
    narrow(sql, values, search);
    return Hot.list(tx, sql.toString(), all -> {
      for (var value : values) {
        value.bind(all);
      }
    }, row -> stored(row, search.numbered()));
  }

  private static Stored stored(ResultSet row, boolean numbered) throws SQLException {
    return new Stored(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
        row.getBoolean(7) && !numbered, row.getBytes(6));
  }

  private static void driver(StringBuilder sql, List<Hot.Binding> values, List<Search.Value> condition) {
    if (condition.size() > 1) {
      sql.append(FROM_MANY);
      many(values, condition);
      return;
    }
    var only = condition.getFirst();
    values.add(all -> all.bigint(only.term()));
    if (only.system().isPresent()) {
      sql.append(FROM_ONE_OF);
      values.add(all -> all.integer(only.system().get()));
    } else {
      sql.append(FROM_ONE);
    }
  }

  private static void many(List<Hot.Binding> values, List<Search.Value> condition) {
    values.add(all -> all.longs(condition.stream().map(Search.Value::term)).ints(systems(condition).stream()));
  }

  private static Collection<@org.jspecify.annotations.Nullable Integer> systems(List<Search.Value> condition) {
    var systems = new ArrayList<@org.jspecify.annotations.Nullable Integer>();
    condition.forEach(value -> systems.add(value.system().orElse(null)));
    return systems;
  }

  private static void word(List<Hot.Binding> values, Index.Word word) {
    values.add(all -> all.text(word.scope()).text(word.word()).text(word.word() + LAST));
  }

  private static void narrow(StringBuilder sql, List<Hot.Binding> values, Search search) {
    search.tags().forEach(tags -> {
      sql.append(TAG);
      values.add(all -> all.longs(tags.stream()));
    });
    search.dates().forEach(range -> {
      sql.append(DATE);
      values.add(all -> all.bigint(range.to()).bigint(range.from()));
    });
    search.updated().forEach(range -> {
      sql.append(UPDATED);
      values.add(all -> all.bigint(range.from()).bigint(range.to()));
    });
    if (!search.ids().isEmpty()) {
      sql.append(IDS);
      values.add(all -> all.texts(search.ids().stream()));
    }
    search.after().ifPresent(place -> {
      sql.append(search.byOldest() ? AFTER_OLDEST : AFTER);
      values.add(all -> all.bigint(place.version()).bigint(place.rid()));
    });
    sql.append(search.byOldest() ? OLDEST : NEWEST);
    values.add(all -> all.bigint(search.limit()));
  }
}
