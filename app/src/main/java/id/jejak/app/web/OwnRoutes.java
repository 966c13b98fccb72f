package id.jejak.app.web;

import static id.jejak.app.web.OwnOperations.own;
import static id.jejak.kernel.http.Route.route;

import id.jejak.app.Version;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Health;
import java.util.LinkedHashMap;
import java.util.List;

/** The house's own operations, all of them. */
public final class OwnRoutes {
  private static final Operation HEALTH = own("app.health.read", "GET", "/health", "Health",
      "Whether everything that requests need is there: 200 when it is, 503 when not.", List.of(),
      "{\"status\": \"up\", \"version\": \"0.1.0\", \"parts\": {\"database\": \"up\"}}");
  private static final Operation LIVE = own("app.health.live", "GET", "/health/live", "Liveness",
      "Answers 200 as long as the process can answer at all; restart it when it does not.", List.of(),
      "{\"status\": \"up\"}");
  private static final Operation READY = own("app.health.ready", "GET", "/health/ready", "Readiness",
      "Whether requests may be sent here: 200 or 503.", List.of(),
      "{\"status\": \"up\", \"version\": \"0.1.0\", \"parts\": {\"database\": \"up\"}}");
  private static final Operation METRICS = own("app.metrics.read", "GET", "/metrics", "Metrics",
      "Counts and times of every operation and of the process, in Prometheus' text format.");

  /** The operations, for the reference. */
  public static final List<Operation> ALL = List.of(HEALTH, LIVE, READY, METRICS);

  private final Health health;
  private final Metrics metrics;

  /** Routes over what they show. */
  public OwnRoutes(Health health, Metrics metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  /** Where they are served: at the root, below every system. */
  public Mount mount() {
    return new Mount("app", List.of(""), List.of(
        route(HEALTH, this::health),
        route(LIVE, _ -> Response.json(200, "{\"status\":\"up\"}")),
        route(READY, this::health),
        route(METRICS, _ -> metrics.scrape())), OwnFaults.FAULTS);
  }

  private Response health(Request request) {
    var parts = health.look();
    boolean up = !parts.containsValue("down");
    var answer = new LinkedHashMap<String, Object>();
    answer.put("status", up ? "up" : "down");
    answer.put("version", Version.text());
    answer.put("parts", parts);
    return Response.json(up ? 200 : 503, Json.write(answer)).with("Cache-Control", "no-store");
  }
}
