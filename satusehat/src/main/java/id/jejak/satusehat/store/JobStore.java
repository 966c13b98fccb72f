package id.jejak.satusehat.store;

import id.jejak.kernel.db.Sql;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Work that is due, kept until it is done: it survives whatever happens to the program. Stateless, thread-safe.
 */
public final class JobStore {
  /** Times that work is tried; then it stays where it is, for somebody to look at. */
  private static final int ATTEMPTS = 50;
  private static final String TAKE = """
      select id, kind, rid, due
        from satusehat.job
       where due <= ?
         and attempts < ?
       order by due, id
       limit ?
         for update skip locked
      """;
  private static final String DONE = "delete from satusehat.job where id = any(?)";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Work that is due, the oldest first, held by this transaction; what somebody else holds is left out. */
  public List<Due> take(Handle tx, long now, int most) {
    return Hot.list(tx, TAKE, values -> values.bigint(now).bigint(ATTEMPTS).bigint(most),
        row -> new Due(row.getLong(1), Due.Kind.valueOf(row.getString(2)), row.getLong(3), row.getLong(4)));
  }

  /** These were done. */
  public void done(Handle tx, List<Due> work) {
    Hot.update(tx, DONE, values -> values.longs(work.stream().map(Due::id)));
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
    return NUMBER.in(tx).text("nrn", nrn).bigint("document", document).update() == 1;
  }

  private static final Sql NUMBER = Sql.of("""
      insert into satusehat.nrn (nrn, document)
      values (:nrn, :document)
          on conflict do nothing
      """);

  /** The national numbers that were given last, the newest first. */
  public List<String> numbers(Handle tx, int most) {
    return tx.createQuery("select nrn from satusehat.nrn order by document desc, nrn limit :most")
        .bind("most", most).mapTo(String.class).list();
  }
}
