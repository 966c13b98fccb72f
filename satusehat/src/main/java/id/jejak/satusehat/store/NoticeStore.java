package id.jejak.satusehat.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What organizations are told. Stateless, thread-safe. */
public final class NoticeStore {
  private static final String ADD = """
      insert into satusehat.notice (id, organization, kind, content)
      select n.id, n.organization, n.kind, n.content
        from unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[]) as n (id, organization, kind, content)
      """;

  /**
   * Something that an organization is told.
   *
   * @param id rises
   * @param content JSON
   */
  public record Notice(long id, String kind, byte[] content) {}

  /**
   * A notice on its way.
   *
   * @param organization whom it is for
   */
  public record Addressed(Notice notice, String organization) {}

  /** Keeps notices. */
  public void add(Handle tx, List<Addressed> told) {
    Hot.update(tx, ADD, values -> values.longs(told.stream().map(one -> one.notice().id()))
        .texts(told.stream().map(Addressed::organization)).texts(told.stream().map(one -> one.notice().kind()))
        .bytes(told.stream().map(one -> one.notice().content())));
  }

  /** What came after a notice, in order. */
  public List<Notice> after(Handle tx, String organization, long id, int most) {
    return tx.createQuery("""
            select id, kind, content
              from satusehat.notice
             where organization = :organization
               and id > :id
             order by id
             limit :most
            """)
        .bind("organization", organization).bind("id", id).bind("most", most)
        .map((row, _) -> new Notice(row.getLong("id"), row.getString("kind"), row.getBytes("content"))).list();
  }

  /** The last notice of an organization; 0 when there is none. */
  public long last(Handle tx, String organization) {
    return tx.createQuery("select coalesce(max(id), 0) from satusehat.notice where organization = :organization")
        .bind("organization", organization).mapTo(long.class).one();
  }
}
