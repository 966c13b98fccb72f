package id.jejak.app.sandbox;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Plans faults, shows and forgets them. Thread-safe. */
public final class FaultControl {
  static final Set<String> NAMES =
      Set.of("operation", "system", "client", "next", "probability", "kind", "code", "ms");
  private static final String FULL = "too many faults are planned: let some happen, or DELETE them";

  private final PlannedFaults faults;
  private final Map<String, Operation> operations;
  private final Set<String> systems;

  /**
   * Control over faults.
   *
   * @param operations all that faults can be planned for
   */
  FaultControl(PlannedFaults faults, List<Operation> operations) {
    this.faults = faults;
    this.operations = operations.stream()
        .collect(Collectors.toMap(Operation::id, one -> one, (a, _) -> a, TreeMap::new));
    this.systems = operations.stream().map(FaultControl::systemOf).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String systemOf(Operation operation) {
    return operation.id().substring(0, operation.id().indexOf('.'));
  }

  /** Ids of all operations that faults can be planned for, in order. */
  public Set<String> operations() {
    return operations.keySet();
  }

  /** Names of the systems that faults can be planned for, in order. */
  public Set<String> systems() {
    return systems;
  }

  Response show() {
    var waiting = faults.waiting().stream().map(FaultControl::shown).toList();
    return Response.json(200, Json.write(Map.of("faults", waiting))).with("Cache-Control", "no-store");
  }

  Response plan(Request request) {
    return Asked.answer(request, NAMES, body -> {
      plan(read(body));
      return show();
    });
  }

  Response forget() {
    faults.clear();
    return show();
  }

  /** Plans one fault, or says why not. */
  public Optional<String> plan(JsonNode body) {
    try {
      return faults.add(read(body)) ? Optional.empty() : Optional.of(FULL);
    } catch (Asked.Unfit e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void plan(PlannedFault fault) {
    if (!faults.add(fault)) {
      throw new Asked.Unfit(429, FULL);
    }
  }

  PlannedFault read(JsonNode body) {
    var target = target(body);
    var kind = kind(Asked.text(body, "kind"));
    if (body.has("code") != (kind == PlannedFault.Kind.REFUSE)) {
      throw new Asked.Unfit("code goes with kind refuse, and only with it");
    }
    if (body.has("ms") != (kind == PlannedFault.Kind.DELAY)) {
      throw new Asked.Unfit("ms goes with kind delay, and only with it");
    }
    double probability = body.has("probability") ? probability(body.path("probability")) : 1;
    int next = body.has("next") ? Asked.number(body, "next", 1, PlannedFault.MOST) : body.has("probability") ? 0 : 1;
    var fault = new PlannedFault(target, next, probability, kind, body.has("code") ? Asked.text(body, "code") : "",
        body.has("ms") ? Asked.number(body, "ms", 1, PlannedFault.LONGEST_MILLIS) : 0);
    if (PlannedFaults.refuses(kind) && operations.values().stream().noneMatch(operation -> couldMean(target, operation)
        && faults.refusal(fault, operation).isPresent())) {
      throw new Asked.Unfit("the document has no such refusal there" + target.operation()
          .map(id -> ", it has: " + String.join(", ", faults.refusals().codes(id))).orElse(""));
    }
    return fault;
  }

  private PlannedFault.Target target(JsonNode body) {
    var operation = optional(body, "operation");
    var system = optional(body, "system");
    if (operation.isPresent() == system.isPresent()) {
      throw new Asked.Unfit("name either an operation or a system");
    }
    operation.filter(id -> !operations.containsKey(id)).ifPresent(_ -> {
      throw new Asked.Unfit("no such operation, known: " + String.join(", ", operations.keySet()));
    });
    system.filter(name -> !systems.contains(name)).ifPresent(_ -> {
      throw new Asked.Unfit("no such system, known: " + String.join(", ", systems));
    });
    return new PlannedFault.Target(system, operation, optional(body, "client"));
  }

  /** Whether a plan is about an operation: of a system's, all those that begin with its name. */
  private static boolean couldMean(PlannedFault.Target target, Operation operation) {
    return target.operation().filter(id -> !id.equals(operation.id())).isEmpty()
        && target.system().filter(name -> !systemOf(operation).equals(name)).isEmpty();
  }

  private static Optional<String> optional(JsonNode body, String name) {
    return body.has(name) ? Optional.of(Asked.text(body, name)) : Optional.empty();
  }

  private static double probability(JsonNode value) {
    if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
      throw new Asked.Unfit("probability must be a number above 0 and at most 1");
    }
    return value.doubleValue();
  }

  private static PlannedFault.Kind kind(String wire) {
    return Arrays.stream(PlannedFault.Kind.values()).filter(kind -> kind.wire().equals(wire)).findFirst()
        .orElseThrow(() -> new Asked.Unfit("no such kind, known: " + Arrays.stream(PlannedFault.Kind.values())
            .map(PlannedFault.Kind::wire).collect(Collectors.joining(", "))));
  }

  private static Map<String, Object> shown(PlannedFault fault) {
    var shown = new LinkedHashMap<String, Object>();
    fault.target().system().ifPresent(system -> shown.put("system", system));
    fault.target().operation().ifPresent(operation -> shown.put("operation", operation));
    fault.target().client().ifPresent(_ -> shown.put("client", "***")); // it may be a token
    if (fault.left() > 0) {
      shown.put("next", fault.left());
    }
    if (fault.probability() < 1) {
      shown.put("probability", fault.probability());
    }
    shown.put("kind", fault.kind().wire());
    if (fault.kind() == PlannedFault.Kind.REFUSE) {
      shown.put("code", fault.code());
    }
    if (fault.kind() == PlannedFault.Kind.DELAY) {
      shown.put("ms", fault.delayMillis());
    }
    return shown;
  }
}
