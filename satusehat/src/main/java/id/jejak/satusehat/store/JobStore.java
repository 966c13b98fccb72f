package id.jejak.satusehat.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Work that is due, kept until it is done: it survives whatever happens to the program. Stateless, thread-safe.
 */
public final class JobStore {
  /** Times that work is tried; then it stays where it is, for somebody to look at. */
  private static final int ATTEMPTS = 50;
  private static final String DOCUMENT = """
      select r.content
        from satusehat.nrn n
        join satusehat.resource r on r.rid = n.document
       where n.nrn = ?
      """;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** One piece of work that is due, held by this transaction; empty when there is none that nobody else holds. */
  public Optional<Due> take(Handle tx, long now) {
    return tx.createQuery("""
            select id, kind, rid, due
              from satusehat.job
             where due <= :now
               and attempts < :attempts
             order by due, id
             limit 1
               for update skip locked
            """)
        .bind("now", now).bind("attempts", ATTEMPTS)
        .map((row, _) -> new Due(row.getLong("id"), Due.Kind.valueOf(row.getString("kind")), row.getLong("rid"),
            row.getLong("due"))).findOne();
  }

  /** It was done. */
  public void done(Handle tx, long id) {
    tx.createUpdate("delete from satusehat.job where id = :id").bind("id", id).execute();
  }

  /** It failed: it comes again after a pause. */
  public void failed(Handle tx, long id, long now) {
    tx.createUpdate("""
            update satusehat.job
               set attempts = attempts + 1,
                   due = :due
             where id = :id
            """)
        .bind("id", id).bind("due", now + PAUSE.toNanos() / 1000).execute();
  }

  /** Makes all numbers that are waited for due at once. */
  public void hurry(Handle tx, long now) {
    tx.createUpdate("update satusehat.job set due = :now where due > :now").bind("now", now).execute();
  }

  /** Takes a national number for a document; false when another one has it. */
  public boolean number(Handle tx, String nrn, long document) {
    return tx.createUpdate("insert into satusehat.nrn (nrn, document) values (:nrn, :document) on conflict do nothing")
        .bind("nrn", nrn).bind("document", document).execute() == 1;
  }

  /** The document that has a national number. */
  public Optional<byte[]> document(Handle tx, String nrn) {
    return Hot.list(tx, DOCUMENT, values -> values.text(nrn), row -> row.getBytes(1)).stream().findFirst();
  }

  /** The national numbers that were given last, the newest first. */
  public List<String> numbers(Handle tx, int most) {
    return tx.createQuery("select nrn from satusehat.nrn order by document desc, nrn limit :most")
        .bind("most", most).mapTo(String.class).list();
  }
}
