package id.jejak.kernel.db.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server is run.
 *
 * <p>All of it goes on the server's command line, where {@code alter system} cannot undo it: whoever wants
 * other settings runs a server of their own.
 *
 * @param keepsData whether what was committed survives a crash of the machine
 * @param memoryBytes the machine's memory, of which the server takes its share
 * @param statementStatistics whether {@code pg_stat_statements} is loaded
 */
public record Settings(boolean keepsData, long memoryBytes, boolean statementStatistics) {
  private static final long MB = 1L << 20;

  /** Loses nothing that was committed. */
  public static Settings durable() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Settings(true, system.getTotalMemorySize(), false);
  }

  /** Fast, small, and gone after a crash: for tests. Logging in is as strict as ever. */
  public static Settings throwAway() {
    return new Settings(false, 512 * MB, false);
  }

  /** The same, with or without {@code pg_stat_statements}. */
  public Settings withStatementStatistics(boolean wanted) {
    return new Settings(keepsData, memoryBytes, wanted);
  }

  /** The server's settings, as {@code name=value}. */
  List<String> assignments() {
    var safe = keepsData ? "on" : "off";
    var all = new ArrayList<>(List.of(
        "listen_addresses=" + Coordinates.HOST,
        "unix_socket_directories=",
        "password_encryption=scram-sha-256",
        "max_connections=100",
        "client_connection_check_interval=10s",
        "timezone=UTC",
        "fsync=" + safe,
        "synchronous_commit=" + safe,
        "full_page_writes=" + safe,
        "wal_compression=pglz",
        "max_wal_size=2GB",
        "checkpoint_timeout=15min",
        "shared_buffers=" + megabytes(16, keepsData ? 128 : 32, 1024),
        "effective_cache_size=" + megabytes(2, 256, 1 << 20),
        "maintenance_work_mem=" + megabytes(64, 32, 512),
        "random_page_cost=1.1",
        "jit=off"));
    all.addAll(quietLog());
    if (statementStatistics) {
      all.add("shared_preload_libraries=pg_stat_statements");
    }
    return all;
  }

  /**
   * A refused statement, its parameters, and the row in its details may each name a patient; so the log keeps
   * what the server has to say of itself, and a statement's errors go to the program that sent it, alone.
   */
  private static List<String> quietLog() {
    return List.of(
        "log_timezone=UTC",
        "log_destination=stderr",
        "logging_collector=off",
        "log_statement=none",
        "log_min_duration_statement=-1",
        "log_min_messages=log",
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        "log_parameter_max_length=0",
        "log_parameter_max_length_on_error=0");
  }

  private String megabytes(int share, long least, long most) {
    return Math.clamp(memoryBytes / share / MB, least, most) + "MB";
  }
}
