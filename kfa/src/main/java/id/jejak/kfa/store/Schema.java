package id.jejak.kfa.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code kfa} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("kfa", "db/kfa", "202611220102");

  private Schema() {}
}
