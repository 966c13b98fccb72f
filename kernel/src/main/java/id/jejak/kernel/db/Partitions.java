package id.jejak.kernel.db;

import id.jejak.kernel.config.Key;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Hot tables in partitions: those that are only added to by month, packs by hash. It is a property of a database, chosen
 * before its first table is made; statements are the same over both, so nothing else in the program knows of it.
 */
public final class Partitions {
  /** Into how many parts packs go in an empty database; 0 leaves every table whole. */
  public static final Key<Integer> WANTED = Key.number("database.partitions", 0, 0, 1024,
      "Partitions of packs by hash, beside those of hot tables by month; 0 for none. Heeded when the database is empty:"
          + " see docs/scale.md.");
  private static final Migrations SPLITTING = new Migrations("partitions", "db/partitions", "202611220641");

  private Partitions() {}

  /**
   * From now on migrations make hot tables in partitions. Called before any part's migrations; where there are tables
   * already, they stay as they are, since only empty tables are split.
   *
   * @param parts by hash, at least 1
   * @return false when the database has tables that are whole
   */
  public static boolean choose(Db db, int parts) {
    boolean whole = db.read(tx -> tx.createQuery("""
            select to_regnamespace('partitions') is null
               and exists (select from pg_class where relname = 'flyway_schema_history')
            """).mapTo(Boolean.class).one());
    if (!whole) {
      SPLITTING.apply(db);
      db.transaction(tx -> tx.createUpdate("insert into partitions.layout (parts) values (:parts) on conflict do nothing")
          .bind("parts", parts).execute());
    }
    return !whole;
  }

  /**
   * Makes the partitions of the month of an instant and of the two after it, where there are partitions.
   *
   * @return how many were missing
   */
  public static int extend(Db db, Instant now) {
    boolean split = db.read(tx -> tx.createQuery("select to_regnamespace('partitions') is not null")
        .mapTo(Boolean.class).one());
    return split ? db.transaction(tx -> tx.createQuery("select partitions.months(:now)")
        .bind("now", now.atOffset(ZoneOffset.UTC)).mapTo(Integer.class).one()) : 0;
  }
}
