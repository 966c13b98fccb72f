package id.jejak.ttac.client;

import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
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
  /** The line broke after the first bytes; the server never saw a whole request. */
  static final Filter GONE = (_, _) -> {
    throw noAnswer(true);
  };
  /** No connection. */
  static final Filter CUT = (_, _) -> {
    throw noAnswer(false);
  };
  /** The server did it; a proxy's page came instead of the answer, with HTTP 200. */
  static final Filter PAGE_200 = page(200, true);
  /** The server never saw it; a proxy's page came. */
  static final Filter PAGE_502 = page(502, false);
  /** The server did it; the answer breaks off. */
  static final Filter TRUNCATED = (request, next) -> {
    var whole = next.handle(request).bytes();
    return Response.json(200, Arrays.copyOf(whole, whole.length / 2));
  };
  /** Asked to wait, nothing done. */
  static final Filter WAIT_7 = (_, _) -> Response.of(503, "text/html", "<h1>busy</h1>").with("Retry-After", "7");
  /** The token is not good any more. */
  static final Filter E003 = (_, _) -> Response.json(200, Envelope.of(Code.E003).json());
  /** No fault. */
  static final Filter NONE = (request, next) -> next.handle(request);

  private final Deque<Filter> planned = new ArrayDeque<>();
  private final Deque<Filter> plannedLogins = new ArrayDeque<>();
  private final List<Request> seen = new ArrayList<>();
  private int logins;

  static NoAnswer noAnswer(boolean sent) {
    return new NoAnswer(sent, "planned", new IOException("planned"));
  }

  private static Filter page(int status, boolean reached) {
    return (request, next) -> {
      if (reached) {
        next.handle(request);
      }
      return Response.of(status, "text/html", "<html><body>Bad Gateway</body></html>");
    };
  }

  @Override
  public synchronized Response apply(Request request, Handler next) {
    if (request.path().endsWith("/auth/login")) {
      logins++;
      return plannedLogins.isEmpty() ? next.handle(request) : plannedLogins.poll().apply(request, next);
    }
    seen.add(request);
    return planned.isEmpty() ? next.handle(request) : planned.poll().apply(request, next);
  }

  synchronized Faults plan(Filter... faults) {
    planned.addAll(List.of(faults));
    return this;
  }

  synchronized Faults planLogins(Filter... faults) {
    plannedLogins.addAll(List.of(faults));
    return this;
  }

  synchronized void clear() {
    planned.clear();
    plannedLogins.clear();
    seen.clear();
    logins = 0;
  }

  synchronized List<Request> seen() {
    return List.copyOf(seen);
  }

  synchronized int logins() {
    return logins;
  }
}
