package id.jejak.antrean.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code antrean} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("antrean", "db/antrean", "202611220201");

  private Schema() {}
}
