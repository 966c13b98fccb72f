package id.jejak.delivery.engine;

import id.jejak.delivery.Carried;
import id.jejak.delivery.domain.Ended;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts and times trips by remote and outcome, and shows how the lanes fare. Thread-safe. */
public final class Counts implements Engine.Listener {
  private record Kind(String remote, String outcome) {}

  private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> shown = new ConcurrentHashMap<>();
  private volatile MeterRegistry registry = new SimpleMeterRegistry();
  private volatile Supplier<List<Lane.View>> lanes = List::of;

  /** From now on counts go into this registry. */
  public void into(MeterRegistry into, Supplier<List<Lane.View>> views) {
    registry = into;
    lanes = views;
    timers.clear();
  }

  @Override
  public void ended(Ended ended) {
    var remote = ended.held().parcel().remote();
    timers.computeIfAbsent(new Kind(remote, outcome(ended.trip().end())), this::timer)
        .record(ended.millis(), TimeUnit.MILLISECONDS);
    if (shown.putIfAbsent(remote, true) == null) {
      gauge(remote);
    }
  }

  private Timer timer(Kind kind) {
    return Timer.builder("jejak.deliveries").description("Parcels carried or looked for").tag("remote", kind.remote())
        .tag("outcome", kind.outcome()).register(registry);
  }

  private void gauge(String remote) {
    Gauge.builder("jejak.delivery.underway", this, counts -> counts.view(remote).underWay())
        .description("Parcels under way").tag("remote", remote).register(registry);
    Gauge.builder("jejak.delivery.keepsoff", this, counts -> counts.view(remote).open() ? 1 : 0)
        .description("1 while a remote that does not answer is left alone").tag("remote", remote).register(registry);
  }

  private Lane.View view(String remote) {
    return lanes.get().stream().filter(lane -> lane.remote().equals(remote)).findFirst()
        .orElseGet(() -> new Lane.View(remote, 0, 0, false, java.util.Optional.empty()));
  }

  private static String outcome(Carried end) {
    return switch (end) {
      case Carried.Done _ -> "done";
      case Carried.Refused _ -> "refused";
      case Carried.Later _ -> "later";
      case Carried.NotYet _ -> "not_yet";
      case Carried.Unknown _ -> "unknown";
    };
  }
}
