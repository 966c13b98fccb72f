package id.jejak.app.wiring;

import id.jejak.facility.access.Looks;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.part.Context;
import org.jspecify.annotations.Nullable;

/** The standby of a house: its parts share it, and what is known of whether it answers. Thread-safe. */
final class OneStandby {
  private @Nullable Db primary;
  private @Nullable Looks looks;

  /** Made when the first part asks; anew for a house with another database. */
  synchronized Looks of(Context context) {
    var made = looks;
    if (made == null || primary != context.db()) {
      made = Standby.of(context.settings(), context.db());
      primary = context.db();
      looks = made;
    }
    return made;
  }

  /** Whether one is set. */
  synchronized boolean set(Context context) {
    return of(context) instanceof Standby;
  }
}
