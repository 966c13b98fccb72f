package id.jejak.facility.access;

import id.jejak.kernel.db.Db;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Reads of pages that only look and may be some seconds behind, such as figures of a week: from a standby where there is one,
 * so that they cost the primary nothing. Thread-safe.
 */
public interface Looks {
  /** Runs reads that need no common snapshot; they may run more than once, and must write nothing. */
  <T> T read(Function<Handle, T> work);

  /** Shows where it reads. */
  default void meters(MeterRegistry registry) {
    // whoever has no standby has nothing to show
  }

  /** From the one database that there is. */
  static Looks at(Db db) {
    return db::read;
  }
}
