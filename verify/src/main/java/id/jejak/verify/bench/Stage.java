package id.jejak.verify.bench;

import id.jejak.kernel.db.local.Coordinates;
import id.jejak.verify.served.Served;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;

/** Where a measurement takes place: a running server, its database, and how large everything is to be. */
public final class Stage {
  private final Served served;
  private final Coordinates database;
  private final boolean full;
  private final double seconds;
  private final Consumer<String> progress;

  /**
   * A stage.
   *
   * @param full the sizes that aims are stated for; otherwise just enough to try the measurement itself
   * @param seconds length of one round
   */
  Stage(Served served, boolean full, double seconds, Consumer<String> progress) {
    this.served = served;
    this.database = served.database();
    this.full = full;
    this.seconds = seconds;
    this.progress = progress;
  }

  /** Load on the server, whose processor time it takes down. */
  public Load load() {
    return new Load(served);
  }

  /** The server's port. */
  public int port() {
    return served.port();
  }

  /** A size, by scale. */
  public int sized(int whenFull, int whenSmall) {
    return full ? whenFull : whenSmall;
  }

  /** Length of one round. */
  public double seconds() {
    return seconds;
  }

  /** Measured rounds of each. */
  public int rounds() {
    return full ? 4 : 1;
  }

  /** Rounds of each before that, not measured: they fill caches and prepare statements, after the suite's warm-up. */
  public int warmups() {
    return 1;
  }

  /** Says what takes a while. */
  public void progress(String what) {
    progress.accept(what);
  }

  /** A connection of its own to the database, prepared and binary from the first call on. */
  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password().reveal());
    properties.setProperty("prepareThreshold", "1");
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }
}
