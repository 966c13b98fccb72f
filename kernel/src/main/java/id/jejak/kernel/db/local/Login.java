package id.jejak.kernel.db.local;

import id.jejak.kernel.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Logging in once, to be sure that a server found running is ours and in health. */
final class Login {
  private static final String WRONG_PASSWORD = "28P01";

  private Login() {}

  /** Whether the server answers, and answers for this cluster. */
  static boolean works(Coordinates at, Path cluster) throws IOException {
    var seconds = Long.toString(Limits.LOGIN.toSeconds());
    var properties = new Properties();
    properties.setProperty("user", at.user());
    properties.setProperty("password", at.password().reveal());
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), properties);
        var statement = connection.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      return row.next() && Files.isSameFile(Path.of(row.getString(1)), cluster);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new StartFailure("the server of " + cluster + " does not accept the password in"
            + " postgres.password: restore that file from a backup", e);
      }
      return false;
    }
  }
}
