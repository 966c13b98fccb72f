package id.jejak.satusehat.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What organizations are told. Stateless, thread-safe. */
public final class NoticeStore {
  /**
   * Something that an organization is told.
   *
   * @param id rises
   * @param content JSON
   */
  public record Notice(long id, String kind, byte[] content) {}

  /** Keeps a notice. */
  public void add(Handle tx, Notice notice, String organization) {
    tx.createUpdate("""
            insert into satusehat.notice (id, organization, kind, content)
            values (:id, :organization, :kind, :content)
            """)
        .bind("id", notice.id()).bind("organization", organization).bind("kind", notice.kind())
        .bind("content", notice.content()).execute();
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
