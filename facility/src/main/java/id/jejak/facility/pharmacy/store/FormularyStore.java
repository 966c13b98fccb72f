package id.jejak.facility.pharmacy.store;

import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Products by their names, with what a facility has of them. Stateless, thread-safe. */
public final class FormularyStore {
  /** A product of KFA, and units of it on the shelves. */
  public record Held(String kfa, String template, String name, String form, String unit, List<String> substances,
      BigDecimal units) {}

  /**
   * Products in whose name every word stands, most in stock first.
   *
   * @param words in lower case
   */
  public List<Held> named(Handle h, String facility, List<String> words, int limit) {
    return NAMED.in(h).text("facility", facility).texts("words", words).integer("limit", limit)
        .list(row -> new Held(row.getString("kfa"), row.getString("template"), row.getString("name"),
            row.getString("form"), row.getString("unit"), Rows.texts(row, "substances"), row.getBigDecimal("units")));
  }

  private static final Sql NAMED = Sql.of("""
      select d.kfa, coalesce(d.template, '') as template, d.name, d.form, d.unit, d.substances,
             coalesce((select sum(p.units)
                         from facility.lot l
                         join facility.pack p on p.lot = l.id and p.facility = :facility and p.state in (1, 3)
                                             and p.recalls = '{}'
                        where l.nie = d.nie and l.recalls = '{}'), 0) as units
        from facility.product d
       where d.kfa is not null
         and d.usable
         and not exists (select from unnest(:words::text[]) as w (word) where position(w.word in lower(d.name)) = 0)
       order by units desc, d.name, d.nie
       limit :limit
      """);
}
