package id.jejak.kfa.store;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.term.Concept;
import id.jejak.kfa.store.Terms.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes of version 3 (32, 33), and templates of version 2 that have no product any more, from the tables. Thread-safe. */
final class DeviceTerms {
  private static final String TEMPLATES = "32";

  private final Db db;

  DeviceTerms(Db db) {
    this.db = db;
  }

  Optional<Concept> product(String code) {
    return db.read(handle -> handle.createQuery("""
            select id, doc::text as doc
              from kfa.product
             where generation = 3 and code = :code
            """)
        .bind("code", code)
        .map((rs, _) -> Terms.ofProduct(code, Products.of(rs.getLong("id"), Json.read(rs.getString("doc")))))
        .findOne());
  }

  private record Kept(String name, boolean active, String state, java.time.Instant at, Optional<Named> instead) {}

  Optional<Concept> template(String code) {
    return db.read(handle -> handle.createQuery("""
            select name, active, coalesce(state, 'valid') as state, updated_at, doc::text as doc
              from kfa.template
             where code = :code
             order by generation desc
             limit 1
            """)
        .bind("code", code)
        .map((rs, _) -> new Kept(rs.getString("name"), rs.getBoolean("active"), rs.getString("state"),
            rs.getObject("updated_at", java.time.OffsetDateTime.class).toInstant(), instead(rs.getString("doc"))))
        .findOne()
        .map(kept -> new Concept(code, Level.TEMPLATE, kept.name(), kept.active(), kept.state().equals("valid"),
            Optional.of(kept.at()), List.of(), children(handle, code), List.of(), Optional.empty(), Optional.empty(),
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), kept.instead()))
        .or(() -> told(handle, code)));
  }

  /** A template that only its devices tell of. */
  private static Optional<Concept> told(Handle handle, String code) {
    return handle.createQuery("""
            select template_name
              from kfa.product
             where generation = 3 and template_code = :code
             order by updated_at desc, id
             limit 1
            """)
        .bind("code", code).mapTo(String.class).findOne()
        .map(name -> new Concept(code, Level.TEMPLATE, name, true, true, Optional.empty(), List.of(),
            children(handle, code), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Optional<Named> instead(@org.jspecify.annotations.Nullable String doc) {
    if (doc == null) {
      return Optional.empty();
    }
    var row = Json.read(doc).path("replacement");
    return Lenient.code(row, "kfa_code").map(code -> new Named(code, Lenient.text(row, "name").orElse("")));
  }

  private static List<String> children(Handle handle, String template) {
    return handle.createQuery("""
            select code
              from kfa.product
             where generation = 3 and template_code = :template and code is not null
             order by code
             limit :most
            """)
        .bind("template", template).bind("most", Concept.MOST_CHILDREN).mapTo(String.class).list();
  }

  /** Labels of codes of version 3, by code. */
  Map<String, Label> labels(List<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    return db.read(handle -> handle.createQuery("""
            select code, name, active
              from kfa.product
             where generation = 3 and code = any(:codes)
             union all
            select code, name, active
              from kfa.template
             where generation = 3 and code = any(:codes)
             order by code
            """)
        .bind("codes", SqlArray.texts(codes))
        .map((rs, _) -> new Label(rs.getString("code"), rs.getString("name"), rs.getBoolean("active")))
        .collectToMap(Label::code, label -> label));
  }

  long count(String digits) {
    return db.read(handle -> handle.createQuery(digits.equals(TEMPLATES)
            ? "select count(*) from kfa.template where generation = 3"
            : "select count(*) from kfa.product where generation = 3 and code is not null")
        .mapTo(long.class).one());
  }

  List<String> codes(String digits, long from, int most) {
    return db.read(handle -> handle.createQuery(digits.equals(TEMPLATES) ? """
            select code
              from kfa.template
             where generation = 3
             order by code
            offset :from
             limit :most
            """ : """
            select code
              from kfa.product
             where generation = 3 and code is not null
             order by code
            offset :from
             limit :most
            """)
        .bind("from", from).bind("most", most).mapTo(String.class).list());
  }
}
