package id.jejak.app.sandbox;

import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named situations that ship with the house, one file each. Thread-safe. */
public final class Scenarios {
  private static final List<String> NAMES = List.of("peace", "storm", "lost-answers", "token-over", "slow-line",
      "rate-limit", "wrong-signature", "flaky");

  private final PlannedFaults faults;
  private final FaultControl control;
  private final ClockControl clock;

  Scenarios(PlannedFaults faults, FaultControl control, ClockControl clock) {
    this.faults = faults;
    this.control = control;
    this.clock = clock;
  }

  /** All of them. */
  public List<Scenario> all() {
    return NAMES.stream().map(Scenarios::read).toList();
  }

  private static Scenario read(String name) {
    try (var in = Scenarios.class.getResourceAsStream("scenarios/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("scenario " + name + " is missing from the class path: build again");
      }
      var file = Json.read(in.readAllBytes());
      var plans = new ArrayList<tools.jackson.databind.JsonNode>();
      file.path("faults").forEach(plans::add);
      return new Scenario(name, file.path("id").asString(""), file.path("en").asString(""), file.path("clock"), plans);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Starts a situation in place of the one before; of its faults, those of systems that do not run are left out. */
  public synchronized Optional<Scenario> start(String name) {
    var found = all().stream().filter(one -> one.name().equals(name)).findFirst();
    found.ifPresent(scenario -> {
      faults.clear();
      if (!scenario.clock().isMissingNode()) {
        clock.move(scenario.clock());
      }
      scenario.faults().stream()
          .filter(plan -> !plan.has("system") || control.systems().contains(plan.path("system").asString("")))
          .filter(plan -> !plan.has("operation") || control.operations().contains(plan.path("operation").asString("")))
          .forEach(plan -> faults.add(control.read(plan)));
    });
    return found;
  }

  Response show() {
    return Response.json(200, Json.write(Map.of("scenarios", all().stream().map(Scenarios::shown).toList())));
  }

  Response start(Request request) {
    return start(request.var("name")).map(scenario -> Response.json(200, Json.write(shown(scenario))))
        .orElseGet(() -> OwnFaults.error(404, "no such scenario, known: " + String.join(", ", NAMES)));
  }

  private static Map<String, Object> shown(Scenario scenario) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("name", scenario.name());
    shown.put("what", scenario.en());
    shown.put("clock", scenario.clock().isMissingNode() ? null : scenario.clock());
    shown.put("faults", scenario.faults());
    return shown;
  }
}
