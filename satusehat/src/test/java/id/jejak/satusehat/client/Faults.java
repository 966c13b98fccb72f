package id.jejak.satusehat.client;

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
  /** Sent, and swallowed: the server never saw it. */
  static final Filter SWALLOWED = (_, _) -> {
    throw noAnswer(true);
  };
  /** The server did it; a gateway's page came instead of the answer, with HTTP 200. */
  static final Filter PAGE_200 = (request, next) -> {
    next.handle(request);
    return Response.of(200, "text/html", "<html><body>Gagal</body></html>");
  };
  /** The server did it; a gateway's page came. */
  static final Filter PAGE_502 = (request, next) -> {
    next.handle(request);
    return Response.of(502, "text/html", "<html><body>Bad Gateway</body></html>");
  };
  /** The server did it; the answer breaks off. */
  static final Filter TRUNCATED = (request, next) -> {
    var whole = next.handle(request).bytes();
    return Response.json(201, Arrays.copyOf(whole, whole.length / 2));
  };
  /** Recorded: nothing stands behind the gateway. */
  static final Filter NOBODY = (_, _) -> Response.of(503, "text/plain", "no healthy upstream");
  /** Recorded: the firewall's page. */
  static final Filter FIREWALL = (_, _) -> Response.of(403, "text/html; charset=UTF-8", "<!doctype html>"
      + "<meta charset=\"utf-8\"><title>403</title>403 Forbidden");
  /** Too many requests. */
  static final Filter QUOTA = (_, _) -> Response.of(429, "text/plain", "slow down").with("Retry-After", "7");
  /** No fault. */
  static final Filter NONE = (request, next) -> next.handle(request);

  private final Deque<Filter> planned = new ArrayDeque<>();
  private final List<Request> seen = new ArrayList<>();

  private static NoAnswer noAnswer(boolean sent) {
    return new NoAnswer(sent, "planned", new IOException("planned"));
  }

  @Override
  public Response apply(Request request, Handler next) {
    Filter fault;
    synchronized (this) {
      seen.add(request);
      fault = planned.isEmpty() ? NONE : planned.poll();
    }
    return fault.apply(request, next);
  }

  synchronized Faults plan(Filter... faults) {
    planned.addAll(List.of(faults));
    return this;
  }

  synchronized List<Request> seen() {
    return List.copyOf(seen);
  }
}
