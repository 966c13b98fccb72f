package id.jejak.kernel.db.local;

/** Where a running server is and how to log in to it. */
public record Coordinates(String host, int port, String user, Password password, String database) {

  static final String HOST = "127.0.0.1";
  static final String USER = "jejak";
  /** The one that every cluster has: a database of our own name would be one more thing to be half made. */
  static final String DATABASE = "postgres";

  /**
   * The JDBC address, without user and password.
   *
   * <p>It asks the driver to leave the server's error details out of exceptions: they quote the row, and rows
   * name patients.
   */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?logServerErrorDetail=false";
  }

  static Coordinates at(int port, Password password) {
    return new Coordinates(HOST, port, USER, password, DATABASE);
  }
}
