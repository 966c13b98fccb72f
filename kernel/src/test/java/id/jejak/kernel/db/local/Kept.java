package id.jejak.kernel.db.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A program for tests: starts a server, commits one row, says so, and holds on until its input ends. */
final class Kept {
  private Kept() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (var server = LocalPostgres.start(Path.of(args[0]), Settings.durable())) {
      execute(server.coordinates(), "create table if not exists kept (word text)");
      execute(server.coordinates(), "insert into kept values ('" + args[1] + "')");
      System.out.println("holding " + server.pid());
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }

  /** This program in a JVM of its own, as the user of the prefix; returns once the row is committed. */
  static Process spawn(List<String> prefix, String classPath, Path folder, String word) throws IOException {
    var words = new ArrayList<>(prefix);
    words.addAll(List.of(java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", classPath, Kept.class.getName(), folder.toString(), word));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().remove("XDG_CACHE_HOME");
    var process = builder.start();
    var said = new StringBuilder();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("holding ")) {
        return process;
      }
      said.append(line).append('\n');
    }
    throw new IOException("the child ended: " + said);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  static void execute(Coordinates at, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of all rows, with commas between. */
  static String read(Coordinates at, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password().reveal());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (row.next()) {
        all.add(row.getString(1));
      }
      return String.join(",", all);
    }
  }
}
