package id.jejak.kernel.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import id.jejak.kernel.config.StartFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * PostgreSQL. One transaction per request; it is rolled back on every {@code Throwable}, and run again a few
 * times when PostgreSQL asks for that (deadlock, serialization). Thread-safe.
 *
 * <p>Waiting for a connection is first come, first served: the pool alone is not fair, and its unlucky
 * waiters made the tail of answer times ten times longer.
 *
 * <p>Neither Jdbi nor the driver puts parameters or rows into exception texts, or into recordings of the JVM: these switches
 * are needed.
 */
public final class Db implements AutoCloseable {
  /** Connections; more do not help a small machine and cost memory in PostgreSQL. */
  public static final int POOL = 16;
  private static final int OLDEST = 15;
  private static final int ATTEMPTS = 5;
  /**
   * Statements here are look-ups by key. Planning one anew for each set of parameters takes longer than running it, so
   * its first plan is kept; and since that may be made while a table is still empty, it must not lean on its being so.
   * Whoever works on whole tables sets both back for a transaction.
   */
  private static final String LOOK_UPS = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";
  /** Of bound values a recording of the JVM gets so many characters, both of them Jdbi's own marks; with fewer Jdbi fails. */
  private static final int CUT = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Semaphore turn;

  private Db(HikariDataSource pool, int size) {
    this.pool = pool;
    this.turn = new Semaphore(size, true);
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false).setJfrParamMaxLength(CUT);
  }

  /**
   * Connects.
   *
   * @throws StartFailure when the database cannot be reached or is older than PostgreSQL 15
   */
  public static Db open(Address address) {
    return open(address, POOL);
  }

  /** Connects with a pool of the given size. */
  public static Db open(Address address, int size) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password().reveal());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("loginTimeout", "10");
    config.setPoolName("jejak");
    config.setConnectionInitSql(LOOK_UPS);
    config.addDataSourceProperty("ApplicationName", "jejak");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("prepareThreshold", "2");
    config.addDataSourceProperty("preparedStatementCacheQueries", "512");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new Db(pool(config, address), size);
  }

  /** Loads what connections need, without any: worth doing while a database starts. */
  public static void warm() {
    new HikariConfig().setPoolName("warm");
    Jdbi.create(() -> {
      throw new SQLException("no database yet");
    }).installPlugin(new PostgresPlugin());
  }

  /** The first connection is made at once, so that what is wrong is said now, in words a person can use. */
  private static HikariDataSource pool(HikariConfig config, Address address) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw unreachable(address, e.getCause());
    }
    try (var connection = pool.getConnection()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major >= OLDEST) {
        return pool;
      }
      pool.close();
      throw new StartFailure("the database at " + address.url() + " is PostgreSQL " + major + ": at least " + OLDEST
          + " is needed");
    } catch (SQLException e) {
      pool.close();
      throw unreachable(address, e);
    }
  }

  private static StartFailure unreachable(Address address, Throwable cause) {
    var why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    return new StartFailure("the database at " + address.url() + " cannot be reached as " + address.user() + " (" + why
        + "): check address, user and password, and that it is running", cause);
  }

  /**
   * Runs work in one transaction.
   *
   * <p>The work may run more than once, so it must have no effect outside the transaction.
   */
  public <T> T transaction(Function<Handle, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return inTurn(() -> jdbi.inTransaction(work::apply));
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !asksToRetry(e)) {
          throw e;
        }
      }
    }
  }

  /**
   * What a transaction's work leaves for its end.
   *
   * @param last the last statements in their order, bound in that transaction; none when nothing is left to do
   */
  public record Ending<T>(List<Sql.Call> last, T result) {
    /** Copies the list. */
    public Ending {
      last = List.copyOf(last);
    }

    /** Runs the last statements now, in a transaction that goes on. */
    public T now() {
      Sql.update(last);
      return result;
    }
  }

  /**
   * Runs work in one transaction whose last statements go to PostgreSQL together with the commit. A short
   * transaction is mostly waiting for answers, and these are that many less. When one fails, nothing is committed.
   *
   * <p>The work may run more than once, so it must have no effect outside the transaction.
   */
  public <T> T ending(Function<Handle, Ending<T>> work) {
    return transaction(tx -> {
      var ending = work.apply(tx);
      if (!ending.last().isEmpty()) {
        Sql.updateAndCommit(ending.last());
      }
      return ending.result();
    });
  }

  /**
   * Runs reads that must all see one and the same moment, whatever is written meanwhile. Locks nothing.
   */
  public <T> T snapshot(Function<Handle, T> work) {
    return transaction(tx -> {
      tx.execute("set transaction isolation level repeatable read, read only");
      return work.apply(tx);
    });
  }

  /** Runs a single statement, or reads that need no common snapshot, without a transaction. */
  public <T> T read(Function<Handle, T> work) {
    return inTurn(() -> jdbi.withHandle(work::apply));
  }

  /** The pool itself, for migrations and for copying in bulk. */
  public DataSource source() {
    return pool;
  }

  /** True when a connection answers within two seconds. */
  public boolean alive() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private static boolean asksToRetry(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && ("40001".equals(sql.getSQLState())
          || "40P01".equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    pool.close();
  }

  /** No connection became free in time. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("no database connection became free within " + PATIENCE.toSeconds() + " s");
    }
  }
}
