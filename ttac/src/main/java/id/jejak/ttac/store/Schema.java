package id.jejak.ttac.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code ttac} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("ttac", "db/ttac", "202611220641");

  private Schema() {}
}
