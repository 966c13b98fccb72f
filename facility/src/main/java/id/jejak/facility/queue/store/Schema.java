package id.jejak.facility.queue.store;

import id.jejak.kernel.db.Migrations;

/** The schema {@code queue} and its migrations. */
public final class Schema {
  /** Brings the schema to what this program expects. */
  public static final Migrations MIGRATIONS = new Migrations("queue", "db/queue", "202611222301");

  private Schema() {}
}
