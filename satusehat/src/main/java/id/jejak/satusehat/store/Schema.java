package id.jejak.satusehat.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code satusehat} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("satusehat", "db/satusehat", "202611221305");

  private Schema() {}
}
