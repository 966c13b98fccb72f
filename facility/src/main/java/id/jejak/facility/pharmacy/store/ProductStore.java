package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What registration numbers stand for, and what is asked for them here. Stateless, thread-safe. */
public final class ProductStore {
  private static final String COLUMNS = """
      select nie, name as product, kfa, template, form, unit, substances, strength_mg, pack_units, het, jkn, usable
        from facility.product
      """;
  private static final Sql OF_NIES = Sql.of(COLUMNS + " where nie = any (:nies) order by nie");
  private static final Sql OF_KFA = Sql.of(COLUMNS + """
       where nie in (select nie from facility.product where kfa = :kfa
                     union
                     select nie from facility.product where template = :kfa)
       order by nie
      """);

  /** Products by registration number. */
  public List<Product> of(Handle h, Collection<String> nies) {
    return OF_NIES.in(h).texts("nies", nies).list(row -> Rows.product(row).orElseThrow());
  }

  /** Products that a KFA code means: the product itself, or the brands of a template. */
  public List<Product> ofCode(Handle h, String kfa) {
    return OF_KFA.in(h).text("kfa", kfa).list(row -> Rows.product(row).orElseThrow());
  }

  /** Keeps what a product is; what was kept before gives way. */
  public void put(Handle tx, Product product, Instant at, String source) {
    tx.createUpdate("""
            insert into facility.product (nie, kfa, template, name, form, unit, substances, strength_mg, pack_units, het, jkn,
                   usable, checked_at, source)
            values (:nie, :kfa, :template, :name, :form, :unit, :substances, :strength, :packUnits, :het, :jkn, :usable, :at,
                   :source)
                on conflict (nie) do update
               set kfa = excluded.kfa, template = excluded.template, name = excluded.name, form = excluded.form,
                   unit = excluded.unit, substances = excluded.substances, strength_mg = excluded.strength_mg,
                   pack_units = excluded.pack_units, het = excluded.het, jkn = excluded.jkn, usable = excluded.usable,
                   checked_at = excluded.checked_at, source = excluded.source
            """).bind("nie", product.nie()).bind("kfa", product.kfa().orElse(null))
        .bind("template", product.template().orElse(null)).bind("name", product.name()).bind("form", product.form())
        .bind("unit", product.unit())
        .bind("substances", SqlArray.texts(product.substances().stream().sorted().toList()))
        .bind("strength", product.strengthMg().orElse(null)).bind("packUnits", product.packUnits())
        .bind("het", product.het().orElse(null)).bind("jkn", product.jkn().orElse(null)).bind("usable", product.usable())
        .bind("at", at.atOffset(ZoneOffset.UTC)).bind("source", source).execute();
  }

  /** Sets what a unit costs here. */
  public void price(Handle tx, String facility, String nie, BigDecimal amount) {
    tx.createUpdate("""
            insert into facility.price (facility, nie, amount)
            values (:facility, :nie, :amount)
                on conflict (facility, nie) do update set amount = excluded.amount
            """).bind("facility", facility).bind("nie", nie).bind("amount", amount).execute();
  }

  /** What a unit costs here. */
  public Optional<BigDecimal> price(Handle h, String facility, String nie) {
    return PRICE.in(h).text("facility", facility).text("nie", nie).list(row -> row.getBigDecimal("amount")).stream()
        .findFirst();
  }

  private static final Sql PRICE = Sql.of("select amount from facility.price where facility = :facility and nie = :nie");
}
