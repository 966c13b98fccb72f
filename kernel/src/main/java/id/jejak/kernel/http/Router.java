package id.jejak.kernel.http;

import id.jejak.kernel.observe.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the operation of a request among the mounted systems, and answers faults in that system's words.
 *
 * <p>Literal paths are one hash look-up; only paths with {@code {names}} are compared segment by segment.
 * Thread-safe: nothing changes after construction.
 */
public final class Router implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private record Pattern(String[] segments, Map<String, Route> methods) {}

  private record Served(Mount mount, Map<String, Map<String, Route>> literal, List<Pattern> patterns) {}

  private final List<Map.Entry<String, Served>> byBase = new ArrayList<>();
  private final Mount.Faults elsewhere;
  private final Traffic traffic;

  /**
   * A router over systems.
   *
   * @param elsewhere answers paths below no system
   */
  public Router(List<Mount> mounts, Mount.Faults elsewhere, Traffic traffic) {
    this.elsewhere = elsewhere;
    this.traffic = traffic;
    for (var mount : mounts) {
      var served = index(mount);
      mount.bases().forEach(base -> byBase.add(Map.entry(base, served)));
    }
    byBase.sort((a, b) -> b.getKey().length() - a.getKey().length());
  }

  private static Served index(Mount mount) {
    var literal = new HashMap<String, Map<String, Route>>();
    var patterns = new ArrayList<Pattern>();
    for (var route : mount.routes()) {
      var path = route.operation().path();
      Map<String, Route> methods;
      if (path.contains("{")) {
        var segments = path.split("/", -1);
        methods = patterns.stream().filter(p -> java.util.Arrays.equals(p.segments, segments))
            .findFirst().map(Pattern::methods).orElseGet(() -> {
              var fresh = new HashMap<String, Route>();
              patterns.add(new Pattern(segments, fresh));
              return fresh;
            });
      } else {
        methods = literal.computeIfAbsent(path, _ -> new HashMap<>());
      }
      if (methods.put(route.operation().method(), route) != null) {
        throw new IllegalArgumentException("two operations at " + route.operation().method() + " " + path);
      }
    }
    return new Served(mount, literal, patterns);
  }

  @Override
  public Response handle(Request request) {
    for (var entry : byBase) {
      var base = entry.getKey();
      var path = request.path();
      if (path.startsWith(base) && (path.length() == base.length() || base.isEmpty()
          || path.charAt(base.length()) == '/')) {
        var below = path.substring(base.length());
        return within(entry.getValue(), request, below.isEmpty() ? "/" : below);
      }
    }
    return elsewhere.notFound(request);
  }

  /** The answer to what was not readable as HTTP, in the words of the system whose path it names. */
  Response unreadable(String path, int status) {
    for (var entry : byBase) {
      if (path.startsWith(entry.getKey())) {
        return entry.getValue().mount.faults().unreadable(status);
      }
    }
    return elsewhere.unreadable(status);
  }

  private Response within(Served served, Request request, String below) {
    var vars = Map.<String, String>of();
    @Nullable Map<String, Route> methods = served.literal.get(below);
    if (methods == null) {
      var segments = below.split("/", -1);
      for (var pattern : served.patterns) {
        var matched = match(pattern.segments, segments);
        if (matched != null) {
          methods = pattern.methods;
          vars = matched;
          break;
        }
      }
    }
    var faults = served.mount.faults();
    if (methods == null) {
      return faults.notFound(request);
    }
    var route = methods.get(request.method());
    if (route == null) {
      return faults.methodNotAllowed(request, new TreeSet<>(methods.keySet()));
    }
    return answer(route, vars.isEmpty() ? request : request.withVars(vars), faults);
  }

  private Response answer(Route route, Request request, Mount.Faults faults) {
    long started = System.nanoTime();
    Response response;
    try {
      response = route.handler().handle(request);
    } catch (Body.BodyTooLarge e) {
      response = faults.bodyTooLarge(request, e.limit());
    } catch (Body.BodyBroken e) { // where the next request begins is unknown
      response = faults.unreadable(400).with("Connection", "close");
    } catch (Throwable e) { // an Error too must be answered in the system's envelope; it is logged, not hidden
      LOG.error("{} failed", route.operation().id(), e);
      response = faults.failure(request, e);
    }
    traffic.answered(route.operation().id(), request, response.status(), System.nanoTime() - started);
    return response;
  }

  private static @Nullable Map<String, String> match(String[] pattern, String[] segments) {
    if (pattern.length != segments.length) {
      return null;
    }
    var vars = new HashMap<String, String>();
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].startsWith("{")) {
        if (segments[i].isEmpty()) {
          return null;
        }
        vars.put(pattern[i].substring(1, pattern[i].length() - 1), Segments.decoded(segments[i]));
      } else if (!pattern[i].equals(segments[i])) {
        return null;
      }
    }
    return vars;
  }
}
