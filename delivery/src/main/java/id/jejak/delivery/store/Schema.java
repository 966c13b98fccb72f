package id.jejak.delivery.store;

import id.jejak.kernel.db.Migrations;

/** The schema and how it came about. */
public final class Schema {
  /** Its migrations. */
  public static final Migrations MIGRATIONS = new Migrations("delivery", "db/delivery", "202611230601");

  private Schema() {}
}
