package id.jejak.gateway.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code gateway} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("gateway", "db/gateway", "202611220001");

  private Schema() {}
}
