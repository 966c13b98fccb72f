package id.jejak.app.sandbox;

import id.jejak.app.sandbox.traffic.NotedBody;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
  private static final String WALL = "<!doctype html><meta charset=\"utf-8\"><meta name=viewport"
      + " content=\"width=device-width, initial-scale=1\"><title>403</title>403 Forbidden";
  private static final String COME_AGAIN_SECONDS = "30";

  private final Refusals refusals;
  private final Random random;
  private volatile List<PlannedFault> plans = List.of();
  /** Opened by {@link #clear}, so that requests held back go on at once. */
  private CountDownLatch cleared = new CountDownLatch(1);

  /** Nothing planned yet; no documented refusals to be had. */
  public PlannedFaults() {
    this(new Refusals(List::of), new Random(1));
  }

  /**
   * Nothing planned yet.
   *
   * @param random for faults that happen with a probability
   */
  public PlannedFaults(Refusals refusals, Random random) {
    this.refusals = refusals;
    this.random = random;
  }

  /** The same system, with every operation open to planned faults. */
  public Mount around(Mount mount) {
    return new Mount(mount.name(), mount.bases(), mount.routes().stream()
        .map(route -> route.around(filter(mount.name(), route.operation())))
        .toList(), mount.faults());
  }

  /** The refusals that can be had. */
  public Refusals refusals() {
    return refusals;
  }

  /** Adds a plan behind those that wait; false when there are too many. */
  public synchronized boolean add(PlannedFault plan) {
    if (plans.size() == MOST_PLANS) {
      return false;
    }
    var more = new ArrayList<>(plans);
    more.add(plan);
    plans = List.copyOf(more);
    return true;
  }

  /** What waits, first planned first. */
  public List<PlannedFault> waiting() {
    return plans;
  }

  /** Forgets all plans and lets go of requests that are held back. */
  public synchronized void clear() {
    plans = List.of();
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  private Filter filter(String mount, Operation operation) {
    return (request, next) -> {
      if (plans.isEmpty()) {
        return next.handle(request);
      }
      var fault = take(mount, operation, request);
      return fault.isPresent() ? fail(fault.get(), operation, request, next) : next.handle(request);
    };
  }

  private synchronized Optional<PlannedFault> take(String mount, Operation operation, Request request) {
    for (int i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      if (plan.target().takes(mount, operation, request) && can(plan, operation)
          && (plan.probability() >= 1 || random.nextDouble() < plan.probability())) {
        if (plan.left() > 0) {
          var rest = new ArrayList<>(plans);
          if (plan.left() == 1) {
            rest.remove(i);
          } else {
            rest.set(i, plan.taken());
          }
          plans = List.copyOf(rest);
        }
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }

  /** A plan for a whole system passes over operations that have no such refusal. */
  private boolean can(PlannedFault plan, Operation operation) {
    return !refuses(plan.kind()) || refusal(plan, operation).isPresent();
  }

  static boolean refuses(PlannedFault.Kind kind) {
    return kind == PlannedFault.Kind.REFUSE || kind == PlannedFault.Kind.TOKEN_EXPIRED
        || kind == PlannedFault.Kind.WRONG_SIGNATURE;
  }

  /** The documented refusal that a plan means; empty when the operation has none such. */
  Optional<Response> refusal(PlannedFault plan, Operation operation) {
    return switch (plan.kind()) {
      case REFUSE -> refusals.refused(operation, plan.code());
      case TOKEN_EXPIRED -> refusals.tokenOver(operation);
      case WRONG_SIGNATURE -> refusals.wrongSignature(operation);
      case ERROR, DROP_AFTER_COMMIT, CUT_ANSWER, CUT, DELAY, HTML, EMPTY, UNAVAILABLE, GATEWAY_TIMEOUT, BLOCKED,
          RATE_LIMIT -> Optional.empty();
    };
  }

  private Response fail(PlannedFault fault, Operation operation, Request request, Handler next) {
    if (request.body() instanceof NotedBody noted) {
      noted.meets(fault.kind().wire());
    }
    return switch (fault.kind()) {
      case ERROR -> throw new Planned();
      case REFUSE, TOKEN_EXPIRED, WRONG_SIGNATURE -> refusal(fault, operation).orElseThrow(Planned::new);
      case HTML -> Response.of(500, "text/html", PAGE);
      case EMPTY -> Response.of(200, "application/json", "");
      case UNAVAILABLE -> Response.of(503, "text/plain", "Service Unavailable");
      case GATEWAY_TIMEOUT -> Response.of(504, "text/plain", "Gateway Timeout");
      case BLOCKED -> Response.of(403, "text/html; charset=UTF-8", WALL);
      case RATE_LIMIT -> Response.of(429, "text/plain", "Too Many Requests").with("Retry-After", COME_AGAIN_SECONDS);
      case DELAY -> {
        hold(fault.delayMillis());
        yield next.handle(request);
      }
      case CUT -> lost(Response.of(200, "text/plain", ""), 0);
      case DROP_AFTER_COMMIT -> lost(next.handle(request), 0);
      case CUT_ANSWER -> {
        var whole = next.handle(request);
        yield lost(whole, whole.content() instanceof Response.Content.Bytes(var bytes) ? bytes.length / 2 : 0);
      }
    };
  }

  private static Response lost(Response lost, int sent) {
    return new Response(lost.status(), lost.headers(), new Response.Content.Stream(new Cut(lost, sent)));
  }

  private record Cut(Response lost, int sent) implements Recorder.Lost {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      if (sent > 0) {
        out.write(lost.bytes(), 0, sent);
        out.flush();
      }
      throw new IOException("cut on purpose: a planned fault");
    }
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
