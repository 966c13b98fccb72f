package id.jejak.app.web;

import com.zaxxer.hikari.HikariDataSource;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Counts and times of this process, for Prometheus. Thread-safe. */
public final class Metrics {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Db db;
  private boolean machineWatched;

  /** Counts from now on. */
  public Metrics(Db db) {
    this.db = db;
  }

  /** Where the parts count. */
  public MeterRegistry registry() {
    return registry;
  }

  Response scrape() {
    watchMachine();
    return Response.of(200, TYPE, registry.scrape());
  }

  /** Only when somebody looks: what reads the machine's figures is slow to load. */
  private synchronized void watchMachine() {
    if (machineWatched) {
      return;
    }
    machineWatched = true;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    if (db.source() instanceof HikariDataSource pool) {
      var bean = pool.getHikariPoolMXBean();
      Gauge.builder("jejak.database.connections", bean, b -> b.getActiveConnections())
          .tag("state", "active").description("Database connections").register(registry);
      Gauge.builder("jejak.database.connections", bean, b -> b.getIdleConnections())
          .tag("state", "idle").description("Database connections").register(registry);
      Gauge.builder("jejak.database.waiting", bean, b -> b.getThreadsAwaitingConnection())
          .description("Requests that wait for a database connection").register(registry);
    }
  }
}
