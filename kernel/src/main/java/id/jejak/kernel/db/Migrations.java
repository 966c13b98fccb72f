package id.jejak.kernel.db;

import id.jejak.kernel.config.StartFailure;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * One module's migrations in the module's own schema. Flyway is started only when something is missing: a
 * start with everything applied costs one query.
 *
 * @param schema the module's schema
 * @param location class-path folder of the scripts, named {@code VyyyyMMddHHmm__purpose.sql}
 * @param latest version of the newest script; a test holds it against the folder
 */
public record Migrations(String schema, String location, String latest) {
  /**
   * Brings the schema to {@link #latest}.
   *
   * @throws StartFailure when the schema is newer than this program, or a script fails
   */
  public void apply(Db db) {
    var applied = applied(db);
    if (applied.equals(latest)) {
      return;
    }
    if (!applied.isEmpty() && applied.compareTo(latest) > 0) {
      throw new StartFailure("the data are of a newer Jejak: schema " + schema + " is at " + applied
          + ", this program knows up to " + latest + "; start the newer program, or choose another --data");
    }
    try {
      Flyway.configure().dataSource(db.source()).schemas(schema).defaultSchema(schema)
          .locations("classpath:" + location).load().migrate();
    } catch (FlywayException e) {
      throw new StartFailure("schema " + schema + " could not be brought from version "
          + (applied.isEmpty() ? "none" : applied) + " to " + latest + ": see the log", e);
    }
  }

  private String applied(Db db) {
    try (var connection = db.source().getConnection(); var statement = connection.createStatement()) {
      try (var there = statement.executeQuery(
          "select to_regclass('" + schema + ".flyway_schema_history') is not null")) {
        there.next();
        if (!there.getBoolean(1)) {
          return "";
        }
      }
      try (var rows = statement.executeQuery("select coalesce(max(version), '') from " + schema
          + ".flyway_schema_history where success and version is not null")) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new StartFailure("the version of schema " + schema + " cannot be read: " + e.getSQLState(), e);
    }
  }
}
