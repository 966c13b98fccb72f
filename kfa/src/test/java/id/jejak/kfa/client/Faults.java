package id.jejak.kfa.client;

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
  /** The line broke, or the answer took longer than anybody waits. */
  static final Filter SLOW = (_, _) -> {
    throw new NoAnswer(true, "planned", new IOException("planned"));
  };
  /** No connection. */
  static final Filter CUT = (_, _) -> {
    throw new NoAnswer(false, "planned", new IOException("planned"));
  };
  /** The gateway gave up. */
  static final Filter GATEWAY = (_, _) -> Response.of(504, "text/plain", "Gateway Timeout");
  /** A proxy's page. */
  static final Filter PAGE_502 = (_, _) -> Response.of(502, "text/html", "<html><body>Bad Gateway</body></html>");
  /** A proxy's page that says that all is well. */
  static final Filter PAGE_200 = (_, _) -> Response.of(200, "text/html", "<html><body>Hello</body></html>");
  /** The answer breaks off. */
  static final Filter TRUNCATED = (request, next) -> {
    var whole = next.handle(request).bytes();
    return Response.json(200, Arrays.copyOf(whole, whole.length / 2));
  };
  /** The token is not good any more. */
  static final Filter EXPIRED = (_, _) -> Response.json(401, """
      {"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"keymanagement.service.invalid_access_token"}}}
      """);
  /** No fault. */
  static final Filter NONE = (request, next) -> next.handle(request);

  private final Deque<Filter> planned = new ArrayDeque<>();
  private final List<Request> seen = new ArrayList<>();

  /** Asked to wait, with or without saying for how long. */
  static Filter busy(int status, String... retryAfter) {
    return (_, _) -> {
      var response = Response.json(status, """
          {"fault":{"faultstring":"Rate limit quota violation","detail":{"errorcode":"policies.ratelimit.QuotaViolation"}}}
          """);
      return retryAfter.length == 0 ? response : response.with("Retry-After", retryAfter[0]);
    };
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
