package id.jejak.facility.pharmacy.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code facility} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("facility", "db/facility", "202611221701");

  private Schema() {}
}
