package id.jejak.antrean.client;

import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A bad line: plays one fault per call, in the order planned, and none when no more are planned. */
final class Faults implements Filter {
  /** The server did it; its answer never came. */
  static final Filter LOST = (request, next) -> {
    next.handle(request);
    throw noAnswer(true);
  };
  /** No connection. */
  static final Filter CUT = (_, _) -> {
    throw noAnswer(false);
  };
  /** The server did it; a gateway's page came instead of the answer, with HTTP 200. */
  static final Filter PAGE_200 = (request, next) -> {
    next.handle(request);
    return Response.of(200, "text/html", "<html><body>Gagal</body></html>");
  };
  /** The server never saw it; a gateway's page came. */
  static final Filter PAGE_404 = (_, _) -> Response.of(404, "text/html", "<html><body>404</body></html>");
  /** The server did it; nothing came, with HTTP 200. */
  static final Filter EMPTY = (request, next) -> {
    next.handle(request);
    return Response.of(200, "application/json", "");
  };
  /** The server did it; the answer breaks off. */
  static final Filter TRUNCATED = (request, next) -> {
    var whole = next.handle(request).bytes();
    return Response.json(200, Arrays.copyOf(whole, whole.length / 2));
  };
  /** Asked to wait, nothing done. */
  static final Filter WAIT_7 = (_, _) -> Response.of(503, "text/html", "<h1>busy</h1>").with("Retry-After", "7");
  /** The gateway's own envelope for trouble. */
  static final Filter GATEWAY = envelope(404, "Gagal dicoba kembali (BPJS Kesehatan)");
  /** The clocks differ, it says; case varies. */
  static final Filter EXPIRED = envelope(201, "service expired");
  /** No fault. */
  static final Filter NONE = (request, next) -> next.handle(request);

  private final Deque<Filter> planned = new ArrayDeque<>();
  private final List<Request> seen = new ArrayList<>();

  private static NoAnswer noAnswer(boolean sent) {
    return new NoAnswer(sent, "planned", new IOException("planned"));
  }

  static Filter envelope(int code, String message) {
    return (_, _) -> Response.json(200,
        "{\"response\":null,\"metadata\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}");
  }

  @Override
  public synchronized Response apply(Request request, Handler next) {
    seen.add(request);
    return planned.isEmpty() ? next.handle(request) : planned.poll().apply(request, next);
  }

  synchronized Faults plan(Filter... faults) {
    planned.addAll(List.of(faults));
    return this;
  }

  synchronized List<Request> seen() {
    return List.copyOf(seen);
  }
}
