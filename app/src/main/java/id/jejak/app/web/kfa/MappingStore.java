package id.jejak.app.web.kfa;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Migrations;
import id.jejak.kernel.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Mappings in work, in the console's own schema. Thread-safe. */
public final class MappingStore {
  /** The tables. */
  public static final Migrations MIGRATIONS = new Migrations("console", "db/console", "202611220701");

  private final Db db;
  private boolean ready;

  /** Over a database; the tables are made when they are first needed. */
  public MappingStore(Db db) {
    this.db = db;
  }

  /**
   * A mapping, and how far it is.
   *
   * @param rows all of them
   * @param open rows that nobody decided yet
   */
  public record Mapping(long id, String name, Instant at, int rows, int open) {}

  /**
   * One row.
   *
   * @param chosen null when not decided; empty when decided that there is none
   */
  public record Row(int position, JsonNode input, String pile, double confidence, JsonNode candidates,
      @Nullable String chosen) {}

  private synchronized Db db() {
    if (!ready) {
      MIGRATIONS.apply(db);
      ready = true;
    }
    return db;
  }

  /** All mappings, newest first. */
  public List<Mapping> all() {
    return db().read(tx -> tx.createQuery("""
            select m.id, m.name, m.created_at, count(r.position) as rows,
                   count(r.position) filter (where r.chosen is null) as open
              from console.mapping m
              left join console.mapping_row r on r.mapping_id = m.id
             group by m.id, m.name, m.created_at
             order by m.id desc
             limit 100
            """)
        .map((row, _) -> new Mapping(row.getLong("id"), row.getString("name"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("rows"), row.getInt("open")))
        .list());
  }

  /** Keeps a mapping as the dictionary answered it; what is safe counts as decided. */
  public void add(long id, String name, Instant at, JsonNode items) {
    db().transaction(tx -> {
      tx.createUpdate("""
              insert into console.mapping (id, name, created_at)
              values (:id, :name, :at)
              """)
          .bind("id", id).bind("name", name).bind("at", at.atOffset(ZoneOffset.UTC)).execute();
      if (items.isEmpty()) {
        return 0;
      }
      var batch = tx.prepareBatch("""
          insert into console.mapping_row (mapping_id, position, input, pile, confidence, candidates, chosen)
          values (:id, :position, :input::jsonb, :pile, :confidence, :candidates::jsonb, :chosen)
          """);
      int position = 0;
      for (var item : items) {
        var pile = item.path("pile").asString("none");
        batch.bind("id", id).bind("position", ++position).bind("input", item.path("input").toString())
            .bind("pile", pile).bind("confidence", item.path("confidence").asDouble(0))
            .bind("candidates", item.path("candidates").toString())
            .bind("chosen", pile.equals("safe") ? item.at("/candidates/0/kfa_code").asString("") : null).add();
      }
      return batch.execute().length;
    });
  }

  /** The first row from a position on; undecided ones only, or any. */
  public Optional<Row> from(long mapping, int position, boolean open) {
    return db().read(tx -> tx.createQuery("""
            select position, input::text as input, pile, confidence, candidates::text as candidates, chosen
              from console.mapping_row
             where mapping_id = :mapping and position >= :position and (chosen is null or not :open)
             order by position
             limit 1
            """)
        .bind("mapping", mapping).bind("position", position).bind("open", open)
        .map((row, _) -> row(row)).findOne());
  }

  /** All rows, in order. */
  public List<Row> rows(long mapping) {
    return db().read(tx -> tx.createQuery("""
            select position, input::text as input, pile, confidence, candidates::text as candidates, chosen
              from console.mapping_row
             where mapping_id = :mapping
             order by position
            """)
        .bind("mapping", mapping).map((row, _) -> row(row)).list());
  }

  /** Decides a row; an empty code decides that there is none. */
  public void decide(long mapping, int position, String code) {
    db().transaction(tx -> tx.createUpdate("""
            update console.mapping_row
               set chosen = :code
             where mapping_id = :mapping and position = :position
            """)
        .bind("code", code).bind("mapping", mapping).bind("position", position).execute());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getInt("position"), Json.read(row.getString("input")), row.getString("pile"),
        row.getDouble("confidence"), Json.read(row.getString("candidates")), row.getString("chosen"));
  }
}
