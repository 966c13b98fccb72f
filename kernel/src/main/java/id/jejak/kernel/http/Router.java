package id.jejak.kernel.http;

import id.jejak.kernel.observe.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the operation of a request among the mounted systems, and answers faults in that system's words.
 *
 * <p>Literal paths are one hash look-up; only paths with {@code {names}} are compared segment by segment. Systems may
 * share a base: of what they serve, a literal path comes before one with names, a route for some requests before one
 * for all, fewer names before more, and then the system mounted first. What none of them serves, the one mounted first answers. Thread-safe: nothing changes after
 * construction.
 */
public final class Router implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  /** One address of a system. */
  private record Place(Mount mount, String[] segments, Map<String, Route> methods) {
    int names() {
      return (int) Arrays.stream(segments).filter(segment -> segment.startsWith("{")).count();
    }
  }

  /** Everything at one base. */
  private record Served(String base, Mount owner, Map<String, List<Place>> literal, List<Place> patterns) {}

  private final List<Served> byBase = new ArrayList<>();
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
    mounts.forEach(mount -> mount.bases().forEach(base -> index(mount, at(base, mount))));
    byBase.forEach(served -> served.patterns.sort(Comparator.comparingInt(Place::names)));
    byBase.sort((a, b) -> b.base.length() - a.base.length());
  }

  private Served at(String base, Mount mount) {
    return byBase.stream().filter(served -> served.base.equals(base)).findFirst().orElseGet(() -> {
      var fresh = new Served(base, mount, new HashMap<>(), new ArrayList<>());
      byBase.add(fresh);
      return fresh;
    });
  }

  private static void index(Mount mount, Served served) {
    for (var route : mount.routes()) {
      var path = route.operation().path();
      var segments = path.split("/", -1);
      var places = path.contains("{") ? served.patterns : served.literal.computeIfAbsent(path, _ -> new ArrayList<>());
      var place = places.stream().filter(one -> one.mount == mount && Arrays.equals(one.segments, segments))
          .findFirst().orElseGet(() -> {
            var fresh = new Place(mount, segments, new HashMap<>());
            places.add(fresh);
            return fresh;
          });
      if (place.methods.put(route.operation().method(), route) != null) {
        throw new IllegalArgumentException("two operations at " + route.operation().method() + " " + path);
      }
    }
  }

  @Override
  public Response handle(Request request) {
    for (var served : byBase) {
      var base = served.base;
      var path = request.path();
      if (path.startsWith(base) && (path.length() == base.length() || base.isEmpty()
          || path.charAt(base.length()) == '/')) {
        var below = path.substring(base.length());
        return within(served, request, below.isEmpty() ? "/" : below);
      }
    }
    return elsewhere.notFound(request);
  }

  /** The answer to what was not readable as HTTP, in the words of the system whose path it names. */
  Response unreadable(String path, int status) {
    for (var served : byBase) {
      if (path.startsWith(served.base)) {
        return served.owner.faults().unreadable(status);
      }
    }
    return elsewhere.unreadable(status);
  }

  private Response within(Served served, Request request, String below) {
    @Nullable Set<String> allowed = null;
    @Nullable Mount nearest = null;
    @Nullable Route found = null;
    @Nullable Mount finder = null;
    for (var place : served.literal.getOrDefault(below, List.of())) {
      var route = place.methods.get(request.method());
      if (route != null && (found == null || route.narrow()) && route.when().test(request)) {
        found = route;
        finder = place.mount;
      }
      allowed = with(allowed, place);
      nearest = nearest == null ? place.mount : nearest;
    }
    if (found != null && finder != null) {
      return answer(found, request, finder.faults());
    }
    if (!served.patterns.isEmpty()) {
      var segments = below.split("/", -1);
      for (var place : served.patterns) {
        var vars = match(place.segments, segments);
        if (vars != null) {
          var route = place.methods.get(request.method());
          if (route != null && route.when().test(request)) {
            return answer(route, request.withVars(vars), place.mount.faults());
          }
          allowed = with(allowed, place);
          nearest = nearest == null ? place.mount : nearest;
        }
      }
    }
    if (allowed == null || nearest == null || allowed.contains(request.method())) { // there, but not for this request
      return served.owner.faults().notFound(request);
    }
    return nearest.faults().methodNotAllowed(request, allowed);
  }

  private static Set<String> with(@Nullable Set<String> allowed, Place place) {
    var all = allowed == null ? new TreeSet<String>() : allowed;
    all.addAll(place.methods.keySet());
    return all;
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
