package id.jejak.app;

import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.db.local.Coordinates;

/** Databases in which the tables of the whole house are made already: each is a copy of one. */
public final class TestTables {
  private TestTables() {}

  /** A database that nobody else uses. */
  public static Coordinates fresh() {
    return TestPostgres.freshDatabase(id.jejak.ttac.store.Schema.MIGRATIONS,
        id.jejak.gateway.store.Schema.MIGRATIONS, id.jejak.kfa.store.Schema.MIGRATIONS,
        id.jejak.satusehat.store.Schema.MIGRATIONS, id.jejak.antrean.store.Schema.MIGRATIONS,
        id.jejak.facility.access.store.Schema.MIGRATIONS, id.jejak.delivery.store.Schema.MIGRATIONS,
        id.jejak.facility.queue.store.Schema.MIGRATIONS, id.jejak.facility.pharmacy.store.Schema.MIGRATIONS);
  }
}
