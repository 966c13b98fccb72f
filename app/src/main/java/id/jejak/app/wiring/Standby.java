package id.jejak.app.wiring;

import id.jejak.facility.access.Looks;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a read-only standby while it answers, and else at the primary: whoever looks is answered either way, and who runs
 * the house reads of it in the log and in the metrics. A connection is made for each look, since they are few and a pool would
 * wait for a server that is gone (docs/decisions/0620). Thread-safe.
 */
final class Standby implements Looks {
  private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
  private static final Key<String> URL = Key.text("database.standby.url", "",
      "JDBC address of a read-only standby, from which pages that only look are answered (docs/scale.md); empty: from the"
          + " primary.");
  private static final Key<String> USER = Key.text("database.standby.user", "jejak", "Who logs in there; may be allowed to"
      + " read only.");
  private static final Key<String> PASSWORD = Key.text("database.standby.password", "", "Their password.");
  static final List<Key<?>> KEYS = List.of(URL, USER, PASSWORD);
  /** How long a standby that did not answer is left alone. */
  static final Duration AWAY = Duration.ofSeconds(30);
  private static final String PATIENCE_SECONDS = "2";
  private static final String LOOK_SECONDS = "20";
  private static final long HERE = 0;
  /** Whoever writes has mistaken it for the primary. */
  private static final String WRITES = "25006";
  /** Of these a standby dies or cannot be reached; of all others one look fails, which the primary answers. */
  private static final List<String> GONE = List.of("08", "57P", "28", "3D", "53");

  private final Db primary;
  private final String url;
  private final Jdbi jdbi;
  /** Until when it is left alone, by the machine's own count of nanoseconds; {@link #HERE} while it answers. */
  private final AtomicLong awayUntil = new AtomicLong(HERE);
  private volatile Counter there;
  private volatile Counter here;

  private Standby(Db primary, String url, String user, Secret password) {
    this.primary = primary;
    this.url = url;
    var how = new Properties();
    how.setProperty("user", user);
    how.setProperty("password", password.reveal());
    how.setProperty("connectTimeout", PATIENCE_SECONDS);
    how.setProperty("loginTimeout", PATIENCE_SECONDS);
    how.setProperty("socketTimeout", LOOK_SECONDS);
    how.setProperty("ApplicationName", "jejak looks");
    how.setProperty("logServerErrorDetail", "false");
    how.setProperty("readOnly", "true");
    jdbi = Jdbi.create(() -> DriverManager.getConnection(url, how)).installPlugin(new PostgresPlugin());
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    var uncounted = new SimpleMeterRegistry();
    there = counter(uncounted, "standby");
    here = counter(uncounted, "primary");
  }

  /**
   * Looks as the settings have them.
   *
   * @throws StartFailure when the address is none; a standby that does not answer stops nothing
   */
  static Looks of(Settings settings, Db primary) {
    var url = settings.get(URL).strip();
    if (url.isEmpty()) {
      return Looks.at(primary);
    }
    if (!url.startsWith("jdbc:postgresql:") || url.contains("password=")) {
      throw new StartFailure("database.standby.url must be jdbc:postgresql://HOST:PORT/DATABASE, without a password: that"
          + " is given as database.standby.password");
    }
    return new Standby(primary, url, settings.get(USER), new Secret(settings.get(PASSWORD)));
  }

  @Override
  public void meters(MeterRegistry registry) {
    there = counter(registry, "standby");
    here = counter(registry, "primary");
    Gauge.builder("jejak.standby.away", this, one -> one.awayUntil.get() == HERE ? 0 : 1)
        .description("1 while the standby does not answer and the primary is looked at").register(registry);
  }

  private static Counter counter(MeterRegistry registry, String from) {
    return Counter.builder("jejak.standby.looks").description("Looks that may be answered from a standby")
        .tag("from", from).register(registry);
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    long until = awayUntil.get();
    if (until == HERE || System.nanoTime() - until >= 0) {
      try {
        var seen = jdbi.withHandle(work::apply);
        there.increment();
        back();
        return seen;
      } catch (JdbiException | Sql.Failed e) {
        var state = state(e);
        if (state.startsWith(WRITES)) {
          throw e;
        }
        if (GONE.stream().anyMatch(state::startsWith)) {
          away(state);
        }
      }
    }
    here.increment();
    return primary.read(work);
  }

  private void back() {
    if (awayUntil.getAndSet(HERE) != HERE) {
      LOG.info("the standby answers again: pages that only look read from it");
    }
  }

  private void away(String state) {
    long until = System.nanoTime() + AWAY.toNanos();
    if (awayUntil.getAndSet(until == HERE ? until + 1 : until) == HERE) {
      LOG.warn("the standby {} does not answer (SQLSTATE {}): pages that only look read from the primary, and it is tried again every"
          + " {} s. Check that it runs, and database.standby.*", url, state, AWAY.toSeconds());
    }
  }

  private static String state(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "unknown";
  }
}
