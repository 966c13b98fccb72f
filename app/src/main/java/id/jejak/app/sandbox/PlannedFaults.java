package id.jejak.app.sandbox;

import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Faults on purpose, so that a client's handling of outages and lost answers can be tried against a server
 * that really loses them. Wrapped around every operation of every part. Thread-safe; costs one volatile read
 * while nothing is planned.
 */
public final class PlannedFaults {
  /** Plans that may wait at the same time. */
  public static final int MOST_PLANS = 100;
  private static final String PAGE = "<html><head><title>500 Internal Server Error</title></head>"
      + "<body><center><h1>500 Internal Server Error</h1></center></body></html>";

  private volatile List<PlannedFault> plans = List.of();
  /** Opened by {@link #clear}, so that requests held back go on at once. */
  private CountDownLatch cleared = new CountDownLatch(1);

  /** The same system, with every operation open to planned faults. */
  public Mount around(Mount mount) {
    return new Mount(mount.name(), mount.bases(), mount.routes().stream()
        .map(route -> route.around(filter(route.operation().id())))
        .toList(), mount.faults());
  }

  /** Adds a plan behind those that wait; false when there are too many. */
  synchronized boolean add(PlannedFault plan) {
    if (plans.size() == MOST_PLANS) {
      return false;
    }
    var more = new ArrayList<>(plans);
    more.add(plan);
    plans = List.copyOf(more);
    return true;
  }

  /** What waits, first planned first. */
  List<PlannedFault> waiting() {
    return plans;
  }

  /** Forgets all plans and lets go of requests that are held back. */
  synchronized void clear() {
    plans = List.of();
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  private Filter filter(String operation) {
    return (request, next) -> {
      if (plans.isEmpty()) {
        return next.handle(request);
      }
      var fault = take(operation);
      return fault.isPresent() ? fail(fault.get(), request, next) : next.handle(request);
    };
  }

  private synchronized Optional<PlannedFault> take(String operation) {
    for (int i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      if (plan.operation().equals(operation)) {
        var rest = new ArrayList<>(plans);
        if (plan.left() == 1) {
          rest.remove(i);
        } else {
          rest.set(i, new PlannedFault(operation, plan.left() - 1, plan.kind(), plan.delayMillis()));
        }
        plans = List.copyOf(rest);
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }

  private Response fail(PlannedFault fault, Request request, Handler next) {
    return switch (fault.kind()) {
      case ERROR -> throw new Planned();
      case HTML -> Response.of(500, "text/html", PAGE);
      case GATEWAY_TIMEOUT -> Response.of(504, "text/plain", "Gateway Timeout");
      case DELAY -> {
        hold(fault.delayMillis());
        yield next.handle(request);
      }
      case DROP_AFTER_COMMIT -> {
        var lost = next.handle(request);
        yield new Response(lost.status(), lost.headers(), new Response.Content.Stream(_ -> {
          throw new IOException("cut on purpose: a planned fault");
        }));
      }
    };
  }

  private void hold(int millis) {
    CountDownLatch gate;
    synchronized (this) {
      gate = cleared;
    }
    try {
      gate.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Thrown on purpose. */
  static final class Planned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Planned() {
      super("a planned fault of the sandbox", null, false, false);
    }
  }
}
