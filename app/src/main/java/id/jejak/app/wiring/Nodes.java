package id.jejak.app.wiring;

import id.jejak.kernel.db.Db;

/**
 * Numbers the processes that run against one database, so that the ids they make never meet. The number comes
 * round after 1,024 starts: by then whoever had it has stopped.
 */
final class Nodes {
  private Nodes() {}

  /** A number from 0 to 1023 that no recent start was given. */
  static int next(Db db) {
    boolean numbered = db.read(h -> h.createQuery("select to_regclass('app.node') is not null")
        .mapTo(Boolean.class).one());
    if (!numbered) {
      create(db);
    }
    return db.read(h -> h.createQuery("select nextval('app.node')").mapTo(Integer.class).one());
  }

  /** Under a lock, since two processes may find an empty database at the same moment. */
  private static void create(Db db) {
    db.transaction(tx -> {
      tx.execute("select pg_advisory_xact_lock(hashtext('app.node'))");
      tx.execute("create schema if not exists app");
      return tx.execute("create sequence if not exists app.node as integer minvalue 0 maxvalue 1023 cycle");
    });
  }
}
