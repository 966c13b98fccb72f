package id.jejak.kfa.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.kfa.store.ListingStore.Documents;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Devices of version 3 and their templates, by code. Stateless, thread-safe. */
public final class AlkesStore {
  /**
   * What a list is narrowed to; null and empty lists mean that it is not.
   *
   * @param references registration or catalogue numbers, however written; one of them must be the device's
   * @param words each must begin a word of the names
   * @param categories beginnings of category codes, lists of which one of each must fit
   */
  public record Wanted(@Nullable String state, @Nullable Boolean active, @Nullable String code,
      List<String> references, List<String> words, @Nullable LocalDate from, @Nullable LocalDate to,
      List<String> types, List<List<String>> categories) {}

  /** Devices, by code. */
  public Documents products(Handle handle, Wanted wanted, long from, int size) {
    long total = bound(handle.createQuery("""
            select count(*)
              from kfa.product
             where generation = 3 and (:state::text is null or state = :state)
               and (:active::boolean is null or active = :active) and (:code::text is null or code = :code)
               and (:from::date is null or (updated_at at time zone 'UTC')::date >= :from)
               and (:to::date is null or (updated_at at time zone 'UTC')::date <= :to)
               and (cardinality(:types::text[]) = 0 or kind = any(:types))
               and words like all(:words::text[])
               and (cardinality(:category1::text[]) = 0 or category like any(:category1))
               and (cardinality(:category2::text[]) = 0 or category like any(:category2))
               and (cardinality(:category3::text[]) = 0 or category like any(:category3))
               and (cardinality(:category4::text[]) = 0 or category like any(:category4))
               and (cardinality(:references::text[]) = 0 or refs && :references::text[])
            """), wanted).bind("references", SqlArray.texts(wanted.references())).mapTo(long.class).one();
    var texts = bound(handle.createQuery("""
            select doc::text
              from kfa.product
             where generation = 3 and (:state::text is null or state = :state)
               and (:active::boolean is null or active = :active) and (:code::text is null or code = :code)
               and (:from::date is null or (updated_at at time zone 'UTC')::date >= :from)
               and (:to::date is null or (updated_at at time zone 'UTC')::date <= :to)
               and (cardinality(:types::text[]) = 0 or kind = any(:types))
               and words like all(:words::text[])
               and (cardinality(:category1::text[]) = 0 or category like any(:category1))
               and (cardinality(:category2::text[]) = 0 or category like any(:category2))
               and (cardinality(:category3::text[]) = 0 or category like any(:category3))
               and (cardinality(:category4::text[]) = 0 or category like any(:category4))
               and (cardinality(:references::text[]) = 0 or refs && :references::text[])
             order by code, id
            offset :offset
             limit :size
            """), wanted).bind("references", SqlArray.texts(wanted.references()))
        .bind("offset", from).bind("size", size).mapTo(String.class).list();
    return new Documents(total, texts);
  }

  /** Templates of devices, by code. */
  public Documents templates(Handle handle, Wanted wanted, long from, int size) {
    long total = bound(handle.createQuery("""
            select count(*)
              from kfa.template
             where generation = 3 and (:state::text is null or state = :state)
               and (:active::boolean is null or active = :active) and (:code::text is null or code = :code)
               and (:from::date is null or (updated_at at time zone 'UTC')::date >= :from)
               and (:to::date is null or (updated_at at time zone 'UTC')::date <= :to)
               and (cardinality(:types::text[]) = 0 or kind = any(:types))
               and words like all(:words::text[])
               and (cardinality(:category1::text[]) = 0 or category like any(:category1))
               and (cardinality(:category2::text[]) = 0 or category like any(:category2))
               and (cardinality(:category3::text[]) = 0 or category like any(:category3))
               and (cardinality(:category4::text[]) = 0 or category like any(:category4))
            """), wanted).mapTo(long.class).one();
    var texts = bound(handle.createQuery("""
            select doc::text
              from kfa.template
             where generation = 3 and (:state::text is null or state = :state)
               and (:active::boolean is null or active = :active) and (:code::text is null or code = :code)
               and (:from::date is null or (updated_at at time zone 'UTC')::date >= :from)
               and (:to::date is null or (updated_at at time zone 'UTC')::date <= :to)
               and (cardinality(:types::text[]) = 0 or kind = any(:types))
               and words like all(:words::text[])
               and (cardinality(:category1::text[]) = 0 or category like any(:category1))
               and (cardinality(:category2::text[]) = 0 or category like any(:category2))
               and (cardinality(:category3::text[]) = 0 or category like any(:category3))
               and (cardinality(:category4::text[]) = 0 or category like any(:category4))
             order by code
            offset :offset
             limit :size
            """), wanted).bind("offset", from).bind("size", size).mapTo(String.class).list();
    return new Documents(total, texts);
  }

  private static Query bound(Query query, Wanted wanted) {
    query.bind("state", wanted.state()).bind("active", wanted.active()).bind("code", wanted.code())
        .bind("from", wanted.from()).bind("to", wanted.to()).bind("types", SqlArray.texts(wanted.types()))
        .bind("words", SqlArray.texts(wanted.words().stream().map(word -> "% " + word + "%").toList()));
    for (int i = 0; i < 4; i++) {
      var some = i < wanted.categories().size() ? wanted.categories().get(i) : List.<String>of();
      query.bind("category" + (i + 1), SqlArray.texts(some.stream().map(code -> code + "%").toList()));
    }
    return query;
  }
}
