package id.jejak.kfa.store;

import id.jejak.kernel.db.SqlArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Small lists and documents straight from the tables. Stateless, thread-safe. */
public final class ListingStore {
  /** A window of a list of documents. */
  public record Documents(long total, List<String> texts) {}

  /** Documents of products, as text, by the products' numbers. */
  public Map<Long, String> documents(Handle handle, List<Long> ids) {
    var found = new HashMap<Long, String>();
    handle.createQuery("select id, doc::text as doc from kfa.product where id = any(:ids) order by id")
        .bind("ids", SqlArray.longs(ids))
        .map((rs, _) -> Map.entry(rs.getLong("id"), rs.getString("doc")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /**
   * Prices of a template, oldest first as they came; of a product's code those of its template.
   *
   * @param region only this region
   * @param document only of this decree
   */
  public Documents prices(Handle handle, String code, Optional<String> region, Optional<String> document, long from,
      int size) {
    var template = handle.createQuery("""
            select template_code
              from kfa.product
             where generation = 2 and code = :code and template_code is not null
            """)
        .bind("code", code).mapTo(String.class).findOne().orElse(code);
    long total = handle.createQuery("""
            select count(*)
              from kfa.price
             where template_code = :template and (:region::text is null or region_code = :region)
               and (:document::text is null or document_ref = :document)
            """)
        .bind("template", template).bind("region", region.orElse(null)).bind("document", document.orElse(null))
        .mapTo(long.class).one();
    var texts = handle.createQuery("""
            select doc::text
              from kfa.price
             where template_code = :template and (:region::text is null or region_code = :region)
               and (:document::text is null or document_ref = :document)
             order by id
            offset :from
             limit :size
            """)
        .bind("template", template).bind("region", region.orElse(null)).bind("document", document.orElse(null))
        .bind("from", from).bind("size", size)
        .mapTo(String.class).list();
    return new Documents(total, texts);
  }

  /** Nodes of the ATC, in the order in which they came. */
  public List<String> atc(Handle handle, Optional<String> code, Optional<String> level, Optional<String> parent,
      long from, int size) {
    return handle.createQuery("""
            select doc::text
              from kfa.atc
             where (:code::text is null or upper(code) = upper(:code)) and (:level::text is null or level = :level)
               and (:parent::text is null or upper(parent) = upper(:parent))
             order by position, code
            offset :from
             limit :size
            """)
        .bind("code", code.orElse(null)).bind("level", level.orElse(null)).bind("parent", parent.orElse(null))
        .bind("from", from).bind("size", size)
        .mapTo(String.class).list();
  }

  /** Tags, in the order in which they came. */
  public List<String> tags(Handle handle, Optional<String> code, Optional<String> level, Optional<String> parent,
      long from, int size) {
    return handle.createQuery("""
            select doc::text
              from kfa.tag
             where (:code::text is null or lower(code) = lower(:code)) and (:level::text is null or level = :level)
               and (:parent::text is null or lower(parent) = lower(:parent))
             order by position, code
            offset :from
             limit :size
            """)
        .bind("code", code.orElse(null)).bind("level", level.orElse(null)).bind("parent", parent.orElse(null))
        .bind("from", from).bind("size", size)
        .mapTo(String.class).list();
  }

  /** The level of a tag. */
  public Optional<String> tagLevel(Handle handle, String code) {
    return handle.createQuery("select level from kfa.tag where lower(code) = lower(:code)")
        .bind("code", code).mapTo(String.class).findFirst();
  }
}
