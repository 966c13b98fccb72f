package id.jejak.app.sandbox;

import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Plans faults, shows and forgets them. Thread-safe. */
final class FaultControl {
  private static final Set<String> NAMES = Set.of("operation", "next", "kind", "ms");

  private final PlannedFaults faults;
  private final Set<String> operations;

  /** @param operations ids of all operations that faults can be planned for */
  FaultControl(PlannedFaults faults, Set<String> operations) {
    this.faults = faults;
    this.operations = new TreeSet<>(operations);
  }

  Response show() {
    var waiting = faults.waiting().stream().map(FaultControl::shown).toList();
    return Response.json(200, Json.write(Map.of("faults", waiting))).with("Cache-Control", "no-store");
  }

  Response plan(Request request) {
    return Asked.answer(request, NAMES, body -> {
      if (!faults.add(read(body))) {
        return OwnFaults.error(429, "too many faults are planned: let some happen, or DELETE them");
      }
      return show();
    });
  }

  Response forget() {
    faults.clear();
    return show();
  }

  private PlannedFault read(JsonNode body) {
    var operation = Asked.text(body, "operation");
    if (!operations.contains(operation)) {
      throw new Asked.Unfit("no such operation, known: " + String.join(", ", operations));
    }
    var kind = kind(Asked.text(body, "kind"));
    int next = body.has("next") ? Asked.number(body, "next", 1, PlannedFault.MOST) : 1;
    if (body.has("ms") != (kind == PlannedFault.Kind.DELAY)) {
      throw new Asked.Unfit("ms goes with kind delay, and only with it");
    }
    int millis = body.has("ms") ? Asked.number(body, "ms", 1, PlannedFault.LONGEST_MILLIS) : 0;
    return new PlannedFault(operation, next, kind, millis);
  }

  private static PlannedFault.Kind kind(String wire) {
    return Arrays.stream(PlannedFault.Kind.values()).filter(kind -> kind.wire().equals(wire)).findFirst()
        .orElseThrow(() -> new Asked.Unfit("no such kind, known: " + Arrays.stream(PlannedFault.Kind.values())
            .map(PlannedFault.Kind::wire).collect(Collectors.joining(", "))));
  }

  private static Map<String, Object> shown(PlannedFault fault) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("operation", fault.operation());
    shown.put("next", fault.left());
    shown.put("kind", fault.kind().wire());
    if (fault.kind() == PlannedFault.Kind.DELAY) {
      shown.put("ms", fault.delayMillis());
    }
    return shown;
  }
}
