package id.jejak.kernel.observe;

import id.jejak.kernel.http.Request;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and times every answered request by operation and status class; logs the slow and the failed. */
public final class Traffic {
  private static final Logger LOG = LoggerFactory.getLogger("jejak.traffic");
  private static final Duration SLOW = Duration.ofSeconds(1);

  private record Kind(String operation, int statusClass) {}

  private final MeterRegistry registry;
  private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();

  /** Counts into a registry. */
  public Traffic(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Notes one answer. Neither path values nor query are logged: they may hold personal data or tokens. */
  public void answered(String operation, Request request, int status, long nanos) {
    timers.computeIfAbsent(new Kind(operation, status / 100), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    if (status >= 500 || nanos >= SLOW.toNanos()) {
      LOG.warn("operation={} method={} status={} ms={}", operation, request.method(), status, nanos / 1_000_000);
    } else {
      LOG.debug("operation={} method={} status={} us={}", operation, request.method(), status, nanos / 1_000);
    }
  }

  private Timer timer(Kind kind) {
    return Timer.builder("jejak.requests")
        .description("Answered requests")
        .tag("operation", kind.operation())
        .tag("status", kind.statusClass() + "xx")
        .register(registry);
  }
}
