package id.jejak.kernel.http;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request. Immutable, but for the body, which is read once.
 *
 * @param method upper case
 * @param path decoded, without the query; {@code %2F} and {@code %25} stay as they are, since a slash inside a segment
 *     would split it, and {@link #var} gives them decoded. As a client makes it: encoded
 * @param query raw, without the question mark; empty when there is none. Raw, because real clients send
 *     characters that no parser accepts, and those must reach the system that knows how to read them
 * @param peer address of the other side, without the port; empty when unknown
 * @param id names this request in logs and in the answer's {@code X-Request-Id}
 * @param vars what the route's {@code {name}} segments matched
 */
public record Request(
    String method,
    String path,
    String query,
    Headers headers,
    Body body,
    String peer,
    String id,
    Map<String, String> vars) {

  /** A request without body, as a client makes it. */
  public static Request get(String path) {
    return of("GET", path, Headers.NONE, Body.EMPTY);
  }

  /** A request with a JSON body, as a client makes it. */
  public static Request json(String method, String path, String json) {
    return of(method, path, Headers.of("Content-Type", "application/json"), Body.of(json));
  }

  /** A request as a client makes it; a {@code ?} in the path starts the query. */
  public static Request of(String method, String path, Headers headers, Body body) {
    int mark = path.indexOf('?');
    return new Request(method, mark < 0 ? path : path.substring(0, mark),
        mark < 0 ? "" : path.substring(mark + 1), headers, body, "", "", Map.of());
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** What the route's {@code {name}} matched; the route guarantees that it is there. */
  public String var(String name) {
    var value = vars.get(name);
    if (value == null) {
      throw new IllegalStateException("route has no {" + name + "}: " + vars.keySet());
    }
    return value;
  }

  Request withVars(Map<String, String> matched) {
    return new Request(method, path, query, headers, body, peer, id, matched);
  }

  /** The same request with one more header. */
  public Request plusHeader(String name, String value) {
    return new Request(method, path, query, headers.plus(name, value), body, peer, id, vars);
  }
}
