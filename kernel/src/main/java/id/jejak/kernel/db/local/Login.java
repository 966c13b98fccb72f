package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Logging in once, to be sure that the server on a port is ours and lets us in. */
final class Login {
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String WRONG_PASSWORD = "28P01";

  private Login() {}

  /** Whether the server answers, for this cluster; makes our database if it is not there yet. */
  static boolean works(Coordinates at, Path cluster) throws IOException {
    try {
      return isOf(at, cluster);
    } catch (SQLException e) {
      if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
        return makesDatabase(at, cluster);
      }
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new StartFailure("the server of " + cluster + " does not accept the password in postgres.password:"
            + " restore that file from a backup", e);
      }
      return false;
    }
  }

  private static boolean makesDatabase(Coordinates at, Path cluster) throws IOException {
    try {
      try (var connection = connect(at.withDatabase("postgres")); var statement = connection.createStatement()) {
        statement.execute("create database " + at.database());
      }
      return isOf(at, cluster);
    } catch (SQLException e) {
      throw new StartFailure("could not create the database " + at.database() + ": " + e.getMessage(), e);
    }
  }

  private static boolean isOf(Coordinates at, Path cluster) throws SQLException, IOException {
    try (var connection = connect(at);
        var statement = connection.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      return row.next() && Files.isSameFile(Path.of(row.getString(1)), cluster);
    }
  }

  private static Connection connect(Coordinates at) throws SQLException {
    var seconds = Long.toString(Limits.LOGIN.toSeconds());
    var properties = new Properties();
    properties.setProperty("user", at.user());
    properties.setProperty("password", at.password().reveal());
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    return DriverManager.getConnection(at.jdbcUrl(), properties);
  }
}
