package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest requests with their answers, in memory. On a request's way it only puts references aside: nothing is
 * parsed, masked or copied (but the beginning of what is long), and nobody is waited for. Thread-safe, without locks.
 */
public final class Recorder {
  /** Requests kept. */
  public static final int KEPT = 500;
  /** Bytes kept of one body: 500 requests with both bodies full are 16 MB. */
  public static final int BODY_BYTES = 16 * 1024;
  private static final byte[] NOTHING = {};

  /** Marks what a live page of ours asks every few seconds: kept, it would drive everything else out. */
  public static final String WATCH = "X-Jejak-Watch";

  private final InstantSource machine;
  private final AtomicReferenceArray<@Nullable Seen> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong last = new AtomicLong();
  private volatile long forgotten;
  private volatile long world;

  /**
   * Nothing seen yet.
   *
   * @param machine the machine's clock: a moved demo clock would mix up the order
   */
  public Recorder(InstantSource machine) {
    this.machine = machine;
  }

  /** An answer that is lost on its way on purpose; it is kept as what would have been answered. */
  public interface Lost extends Response.Content.Writer {
    /** What the caller never saw. */
    Response lost();
  }

  /** The same system, watched. */
  public Mount around(Mount mount) {
    return new Mount(mount.name(), mount.bases(), mount.routes().stream()
        .map(route -> route.around(watching(mount, route.operation()))).toList(), watching(mount, mount.faults()));
  }

  /** Number of the newest request; 0 before the first. */
  public long newest() {
    return last.get();
  }

  /** What is kept, newest first. */
  public List<Seen> all() {
    var all = new ArrayList<Seen>(KEPT);
    long newest = last.get();
    for (long number = newest; number > Math.max(0, newest - KEPT); number--) {
      find(number).ifPresent(all::add);
    }
    return all;
  }

  /** A request by its number; empty when it is too long ago, or its answer is still being put aside. */
  public Optional<Seen> find(long number) {
    return number <= forgotten ? Optional.empty()
        : Optional.ofNullable(ring.get((int) (number % KEPT))).filter(seen -> seen.number() == number);
  }

  /** Forgets all. */
  public void forget() {
    forgotten = last.get();
    for (int i = 0; i < KEPT; i++) {
      ring.set(i, null);
    }
  }

  /** Another world begins: what was done in the one before says nothing about it. */
  public void worldBegins() {
    world = last.get();
  }

  /** What is kept of the world as it is now, newest first. */
  public List<Seen> ofThisWorld() {
    long first = world;
    return all().stream().filter(seen -> seen.number() > first).toList();
  }

  private Filter watching(Mount mount, Operation operation) {
    return (request, next) -> watch(mount, operation, request, next);
  }

  private Response watch(Mount mount, Operation operation, Request request, Handler next) {
    if (request.header(WATCH).isPresent()) {
      return next.handle(request);
    }
    long started = System.nanoTime();
    var body = new NotedBody(request.body());
    Response response;
    try {
      response = next.handle(new Request(request.method(), request.path(), request.query(), request.headers(), body,
          request.peer(), request.id(), request.vars()));
    } catch (Throwable e) { // seen by the router, which answers; here it is only noted
      keep(mount, operation, request, body, failed(e), started);
      throw e;
    }
    keep(mount, operation, request, body, answered(response), started);
    return response;
  }

  private static Seen.Answered failed(Throwable e) {
    int status = e instanceof Body.BodyTooLarge ? 413 : e instanceof Body.BodyBroken ? 400 : 500;
    return new Seen.Answered(status, Headers.NONE, NOTHING, -1);
  }

  private static Seen.Answered answered(Response response) {
    return switch (response.content()) {
      case Response.Content.Bytes(var bytes) ->
          new Seen.Answered(response.status(), response.headers(), NotedBody.cut(bytes), bytes.length);
      case Response.Content.Stream(var writer) -> writer instanceof Lost cut
          ? lost(cut.lost())
          : new Seen.Answered(response.status(), response.headers(), NOTHING, -1);
    };
  }

  private static Seen.Answered lost(Response response) {
    var whole = answered(response);
    return new Seen.Answered(0, whole.headers(), whole.body(), whole.size());
  }

  private void keep(Mount mount, @Nullable Operation operation, Request request, NotedBody body,
      Seen.Answered answered, long started) {
    body.finish();
    long micros = (System.nanoTime() - started) / 1_000;
    long number = last.incrementAndGet();
    ring.set((int) (number % KEPT), new Seen(number, machine.instant(), mount.name(), operation, base(mount, request),
        new Seen.Asked(request.method(), request.path(), request.query(), request.headers(), request.peer(),
            request.id(), body.begun(), body.size()), answered, micros, body.fault()));
  }

  private static String base(Mount mount, Request request) {
    for (var base : mount.bases()) {
      if (request.path().startsWith(base)) {
        return base;
      }
    }
    return "";
  }

  /** What reaches no operation is what an integrator most wants to see. */
  private Mount.Faults watching(Mount mount, Mount.Faults faults) {
    return new Mount.Faults() {
      @Override
      public Response notFound(Request request) {
        return noted(request, faults.notFound(request));
      }

      @Override
      public Response methodNotAllowed(Request request, Set<String> allowed) {
        return noted(request, faults.methodNotAllowed(request, allowed));
      }

      @Override
      public Response bodyTooLarge(Request request, long limit) {
        return faults.bodyTooLarge(request, limit);
      }

      @Override
      public Response unreadable(int status) {
        return faults.unreadable(status);
      }

      @Override
      public Response failure(Request request, Throwable cause) {
        return faults.failure(request, cause);
      }

      private Response noted(Request request, Response response) {
        keep(mount, null, request, new NotedBody(request.body()), answered(response), System.nanoTime());
        return response;
      }
    };
  }
}
