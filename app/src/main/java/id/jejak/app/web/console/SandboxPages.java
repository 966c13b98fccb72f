package id.jejak.app.web.console;

import id.jejak.app.sandbox.PlannedFault;
import id.jejak.app.sandbox.Refusals;
import id.jejak.app.sandbox.SandboxRoutes;
import id.jejak.app.sandbox.Snapshots;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtecodesGenerated;
import id.jejak.app.web.jte.JtesandboxGenerated;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The clock, faults, situations and copies of the world, as a page. What is done here is what the JSON does. */
public final class SandboxPages {
  private final SandboxRoutes sandbox;
  private final Refusals refusals;
  private final Supplier<List<PlannedFault>> waiting;

  /**
   * A page over the sandbox.
   *
   * @param waiting faults that are planned
   */
  public SandboxPages(SandboxRoutes sandbox, Refusals refusals, Supplier<List<PlannedFault>> waiting) {
    this.sandbox = sandbox;
    this.refusals = refusals;
    this.waiting = waiting;
  }

  /**
   * What the page shows.
   *
   * @param problem why the last form was not taken; empty when it was
   */
  public record Model(Instant now, String offset, List<PlannedFault> faults, List<String> operations,
      List<String> systems, List<String> kinds, List<id.jejak.app.sandbox.Scenario> scenarios,
      List<Snapshots.Snapshot> snapshots, String problem) {}

  /** The page. */
  public Response show(Asked asked) {
    return show(asked, 200, "");
  }

  private Response show(Asked asked, int status, String problem) {
    var offset = sandbox.clock().offset();
    var model = new Model(sandbox.clock().now(), offset.isZero() ? "" : offset.toString(), waiting.get(),
        List.copyOf(sandbox.faults().operations()), List.copyOf(new TreeSet<>(sandbox.faults().systems())),
        Arrays.stream(PlannedFault.Kind.values()).map(PlannedFault.Kind::wire).toList(), sandbox.scenarios().all(),
        sandbox.snapshots().all(), problem);
    return asked.html(status, out -> JtesandboxGenerated.render(out, null, asked.page(), model));
  }

  private Response done(Asked asked, Optional<String> problem) {
    return problem.map(why -> show(asked, 422, why)).orElseGet(() -> asked.see("/console/sandbox"));
  }

  /** Moves the clock. */
  public Response clock(Asked asked) {
    var body = new LinkedHashMap<String, Object>();
    asked.field("advance").ifPresent(span -> body.put("advance", span));
    asked.field("now").ifPresent(now -> body.put("now", now.length() == 16 ? now + ":00+07:00" : now));
    asked.field("real").ifPresent(_ -> body.put("real", true));
    return done(asked, sandbox.clock().moved(Json.read(Json.write((Object) body))));
  }

  /** Plans a fault. */
  public Response plan(Asked asked) {
    var body = new LinkedHashMap<String, Object>();
    asked.field("operation").ifPresent(id -> body.put(id.contains(".") ? "operation" : "system", id));
    for (var name : List.of("kind", "client", "code")) {
      asked.field(name).ifPresent(text -> body.put(name, text));
    }
    if (!"refuse".equals(body.get("kind"))) {
      body.remove("code");
    }
    if (asked.field("next").isPresent()) {
      body.put("next", asked.number("next", -1));
    }
    asked.field("percent").filter(text -> text.matches("\\d{1,3}") && !text.equals("100"))
        .ifPresent(text -> body.put("probability", Integer.parseInt(text) / 100.0));
    if ("delay".equals(body.get("kind"))) {
      body.put("ms", asked.number("ms", 3000));
    }
    return done(asked, sandbox.faults().plan(Json.read(Json.write((Object) body))));
  }

  /** Codes that an operation can be refused with, as suggestions. */
  public Response codes(Asked asked) {
    var codes = asked.field("operation").map(refusals::codes).orElse(List.of());
    return asked.html(out -> JtecodesGenerated.render(out, null, codes));
  }

  /** Starts a situation. */
  public Response scenario(Asked asked) {
    return done(asked, asked.field("name").flatMap(sandbox.scenarios()::start).isPresent() ? Optional.empty()
        : Optional.of(asked.page().say("Skenario itu tidak ada.", "There is no such scenario.")));
  }

  /** Takes, puts back or deletes a copy, or makes the first world anew. */
  public Response world(Asked asked) {
    var name = asked.field("name").orElse("");
    return switch (asked.field("action").orElse("")) {
      case "reset" -> {
        sandbox.snapshots().reset(List.of());
        yield done(asked, Optional.empty());
      }
      case "restore" -> done(asked, sandbox.snapshots().restore(name).isPresent() ? Optional.empty() : Optional.of(
          asked.page().say("Salinan itu tidak ada.", "There is no such snapshot.")));
      case "delete" -> {
        sandbox.snapshots().delete(name);
        yield done(asked, Optional.empty());
      }
      case "save" -> {
        if (!name.matches(Snapshots.NAME)) {
          yield done(asked, Optional.of(asked.page().say("Nama: 1 sampai 40 huruf a-z, angka, dan -.",
              "Name: 1 to 40 of a-z, 0-9 and -.")));
        }
        sandbox.snapshots().save(name);
        yield done(asked, Optional.empty());
      }
      default -> done(asked, Optional.of(asked.page().say("Tindakan tidak dikenal.", "Unknown action.")));
    };
  }
}
