package id.jejak.facility.pharmacy.http;

import id.jejak.kernel.db.Sql;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The hospital's queue, told of what happens to a visit in the pharmacy, in the transaction in which it happens: its times
 * come from events, never from somebody's memory. Each answers what its caller is still to run at the end of that
 * transaction, so that rows that everybody wants are locked as late as can be. Thread-safe.
 */
public interface QueueDesk {
  /** There is no queue, as in an apotek. */
  QueueDesk NONE = new QueueDesk() {
    @Override
    public List<Sql.Call> prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound) {
      return List.of();
    }

    @Override
    public List<Sql.Call> served(Handle tx, String facility, String visit, Instant at, boolean scanned,
        boolean handedOver) {
      return List.of();
    }
  };

  /** A doctor signed; the patient joins the pharmacy's queue, the longer one for compounds. */
  List<Sql.Call> prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound);

  /**
   * The pharmacy works for a visit.
   *
   * @param scanned the first pack: task 6
   * @param handedOver the patient has it: task 7
   */
  List<Sql.Call> served(Handle tx, String facility, String visit, Instant at, boolean scanned, boolean handedOver);
}
