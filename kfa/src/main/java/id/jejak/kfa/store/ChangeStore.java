package id.jejak.kfa.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The feed of changes. Stateless, thread-safe. */
public final class ChangeStore {
  /**
   * One change.
   *
   * @param seq rises in the order in which changes became visible
   * @param what {@code added}, {@code changed}, {@code renamed}, {@code deactivated}, {@code replaced}, {@code repriced}
   * @param subject {@code product}, {@code template}, {@code price}, {@code atc}, {@code tag}
   * @param code null for a row that has none
   */
  public record Change(long seq, Instant at, String what, String subject, @Nullable String code, String name,
      @Nullable String before, @Nullable String after) {}

  /** Changes after one, in order. */
  public List<Change> after(Handle handle, long seq, int limit) {
    return handle.createQuery("""
            select seq, at, what, subject, code, name, before, after
              from kfa.change
             where seq > :seq
             order by seq
             limit :limit
            """)
        .bind("seq", seq).bind("limit", limit)
        .map((rs, _) -> new Change(rs.getLong("seq"), rs.getObject("at", OffsetDateTime.class).toInstant(),
            rs.getString("what"), rs.getString("subject"), rs.getString("code"), rs.getString("name"),
            rs.getString("before"), rs.getString("after")))
        .list();
  }
}
