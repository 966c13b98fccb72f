package id.jejak.app.sandbox;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Copies of the whole world, in the database itself: every table of every schema that has migrations, in a schema of
 * its own for each copy. A copy is of one moment; putting it back is one transaction: done wholly or not at all.
 * PostgreSQL itself writes the statements from its catalogue and quotes every name. Thread-safe.
 */
public final class Snapshots {
  /** Copies kept at a time. */
  public static final int MOST = 20;
  /** What a name may look like. */
  public static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String PREFIX = "snapshot_";

  /** Every live table, one in partitions as a whole: of schemas with migrations, but for the list of these themselves. */
  private static final String LIVE = """
      select n.nspname as place, c.relname as name
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')
         and not c.relispartition
         and c.relname <> 'flyway_schema_history'
         and n.nspname <> 'console'
         and n.nspname in (select hn.nspname
                             from pg_class h
                             join pg_namespace hn on hn.oid = h.relnamespace
                            where h.relname = 'flyway_schema_history')
       order by n.nspname, c.relname
      """;

  private final Db db;

  /** Copies of what this database holds. */
  public Snapshots(Db db) {
    this.db = db;
  }

  /**
   * A copy.
   *
   * @param at when it was made, by the machine's clock
   * @param offset how far the demo clock was from the machine's
   * @param rows of all tables
   */
  public record Snapshot(String name, Instant at, Duration offset, long rows) {
    Map<String, Object> json() {
      var shown = new LinkedHashMap<String, Object>();
      shown.put("name", name);
      shown.put("at", at.toString());
      shown.put("offset", offset.toString());
      shown.put("rows", rows);
      return shown;
    }
  }

  private record Table(String place, String name) {
    /** The name of its copy. */
    String copy() {
      return place + "." + name;
    }
  }

  /** All copies, by name. */
  public List<Snapshot> all() {
    return db.read(tx -> tx.createQuery("""
            select substr(n.nspname, 10) as name, obj_description(n.oid, 'pg_namespace') as note
              from pg_namespace n
             where n.nspname like 'snapshot\\_%'
             order by n.nspname
            """)
        .map((row, _) -> of(row.getString("name"), row.getString("note"))).list());
  }

  private static Snapshot of(String name, String note) {
    JsonNode read = Json.read(note == null ? "{}" : note);
    return new Snapshot(name, Instant.parse(read.path("at").asString("1970-01-01T00:00:00Z")),
        Duration.parse(read.path("offset").asString("PT0S")), read.path("rows").asLong(0));
  }

  /**
   * Copies the world as it is now; a copy of the same name is replaced.
   *
   * @throws Asked.Unfit when there are too many
   */
  public Snapshot save(String name, Instant at, Duration offset) {
    if (all().stream().filter(one -> !one.name().equals(name)).count() >= MOST) {
      throw new Asked.Unfit(429, "there are " + MOST + " snapshots: delete one first");
    }
    return db.transaction(tx -> {
      tx.execute("set transaction isolation level repeatable read");
      wholeTables(tx);
      run(tx, written(tx, "select format('drop schema if exists %I cascade', :schema)", name));
      run(tx, written(tx, "select format('create schema %I', :schema)", name));
      long rows = 0;
      for (var table : tables(tx, LIVE)) {
        run(tx, tx.createQuery("select format('create table %I.%I as table %I.%I', :schema, :copy, :place, :name)")
            .bind("schema", PREFIX + name).bind("copy", table.copy()).bind("place", table.place())
            .bind("name", table.name()).mapTo(String.class).one());
        rows += count(tx, name, table);
      }
      run(tx, written(tx, """
          select format('create table %I.sequences as select schemaname, sequencename, last_value from pg_sequences'
              ' where schemaname not like ''snapshot\\_%%''', :schema)
          """, name));
      var snapshot = new Snapshot(name, at, offset, rows);
      var note = new LinkedHashMap<String, Object>(snapshot.json());
      note.remove("name");
      run(tx, tx.createQuery("select format('comment on schema %I is %L', :schema, :note)")
          .bind("schema", PREFIX + name)
          .bind("note", new String(Json.write((Object) note), java.nio.charset.StandardCharsets.UTF_8))
          .mapTo(String.class).one());
      return snapshot;
    });
  }

  /**
   * Puts a copy back; everything since is gone.
   *
   * @return empty when there is no such copy
   * @throws Asked.Unfit when the tables are not those of the copy any more
   */
  public Optional<Snapshot> restore(String name) {
    var found = all().stream().filter(one -> one.name().equals(name)).findFirst();
    found.ifPresent(_ -> db.transaction(tx -> {
      wholeTables(tx);
      var live = tables(tx, LIVE);
      var copies = tx.createQuery("""
              select c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = :schema and c.relkind = 'r' and c.relname <> 'sequences'
               order by c.relname
              """).bind("schema", PREFIX + name).mapTo(String.class).list();
      if (!live.stream().map(Table::copy).sorted().toList().equals(copies.stream().sorted().toList())) {
        throw new Asked.Unfit(409, "the snapshot is of another version of the tables: delete it and make it anew");
      }
      if (!live.isEmpty()) {
        run(tx, written(tx, """
            select 'truncate ' || string_agg(format('%I.%I', split_part(c.relname, '.', 1),
                substr(c.relname, strpos(c.relname, '.') + 1)), ', ' order by c.relname)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = :schema and c.relkind = 'r' and c.relname <> 'sequences'
            """, name));
      }
      live.forEach(table -> run(tx, filling(tx, name, table)));
      written(tx, """
          select format('select setval(format(''%%I.%%I'', schemaname, sequencename)::regclass, coalesce(last_value, 1),'
              ' last_value is not null) from %I.sequences order by 1', :schema)
          """, name).transform(statement -> tx.createQuery(statement).mapTo(long.class).list());
      return true;
    }));
    return found;
  }

  /** Deletes a copy; false when there is none. */
  public boolean delete(String name) {
    if (all().stream().noneMatch(one -> one.name().equals(name))) {
      return false;
    }
    return db.transaction(tx -> {
      run(tx, written(tx, "select format('drop schema if exists %I cascade', :schema)", name));
      return true;
    });
  }

  /** The house plans statements for look-ups; here whole tables are read. */
  private static void wholeTables(Handle tx) {
    tx.execute("set local enable_seqscan = on");
    tx.execute("set local plan_cache_mode = auto");
  }

  private static List<Table> tables(Handle tx, String query) {
    return tx.createQuery(query).map((row, _) -> new Table(row.getString("place"), row.getString("name"))).list();
  }

  private static String filling(Handle tx, String name, Table table) {
    return tx.createQuery("""
            select format('insert into %I.%I (%s) overriding system value select %s from %I.%I', :place, :name,
                string_agg(format('%I', a.attname), ', ' order by a.attnum),
                string_agg(format('%I', a.attname), ', ' order by a.attnum), :schema, :copy)
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = :place and c.relname = :name
               and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            """)
        .bind("place", table.place()).bind("name", table.name()).bind("schema", PREFIX + name)
        .bind("copy", table.copy()).mapTo(String.class).one();
  }

  private static long count(Handle tx, String name, Table table) {
    var statement = tx.createQuery("select format('select count(*) from %I.%I', :schema, :copy)")
        .bind("schema", PREFIX + name).bind("copy", table.copy()).mapTo(String.class).one();
    return tx.createQuery(statement).mapTo(long.class).one();
  }

  /** A statement that PostgreSQL writes about one copy. */
  private static String written(Handle tx, String query, String name) {
    return tx.createQuery(query).bind("schema", PREFIX + name).mapTo(String.class).one();
  }

  private static void run(Handle tx, String statement) {
    tx.execute(statement);
  }
}
