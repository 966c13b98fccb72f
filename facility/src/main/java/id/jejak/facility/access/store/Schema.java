package id.jejak.facility.access.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code access} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("access", "db/access", "202611230102");

  private Schema() {}
}
