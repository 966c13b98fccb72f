package id.jejak.facility.pharmacy.http;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * The hospital's queue, told of what happens to a visit in the pharmacy, in the transaction in which it happens: its times
 * come from events, never from somebody's memory. Thread-safe.
 */
public interface QueueDesk {
  /** There is no queue, as in an apotek. */
  QueueDesk NONE = new QueueDesk() {
    @Override
    public void prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound) {
      // nobody waits
    }

    @Override
    public void firstScan(Handle tx, String facility, String visit, Instant at) {
      // nobody waits
    }

    @Override
    public void handedOver(Handle tx, String facility, String visit, Instant at) {
      // nobody waits
    }
  };

  /** A doctor signed; the patient joins the pharmacy's queue, the longer one for compounds. */
  void prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound);

  /** The first pack was scanned: task 6. */
  void firstScan(Handle tx, String facility, String visit, Instant at);

  /** The patient has it: task 7. */
  void handedOver(Handle tx, String facility, String visit, Instant at);
}
