package id.jejak.antrean.client.uat;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far an acceptance test may go: what leaves traces in a hospital, or needs to know more of it, is done only when
 * somebody says so.
 *
 * @param today the day in Jakarta; when it is the day of the scenarios, the patient checks in
 * @param closed a day on which the session's clinic is closed, or a holiday
 * @param fill places that may be taken to fill the session, each by a made-up patient; 0 for none, at most {@link #MOST}
 */
public record Reach(Optional<LocalDate> today, Optional<LocalDate> closed, int fill) {
  /** Places that one run fills. */
  public static final int MOST = 60;
  /** One number that is cancelled again, and one patient. */
  public static final Reach CAREFUL = new Reach(Optional.empty(), Optional.empty(), 0);

  /** Refuses what would fill a hospital. */
  public Reach {
    if (fill < 0 || fill > MOST) {
      throw new IllegalArgumentException("from 0 to " + MOST + " places may be filled, not " + fill);
    }
  }
}
