package id.jejak.app.sandbox;

import static id.jejak.app.web.OwnOperations.optional;
import static id.jejak.app.web.OwnOperations.own;

import id.jejak.kernel.http.Operation;
import java.util.List;

/** The sandbox's own operations, below {@link #BASE}; the parts add theirs. */
public final class SandboxOperations {
  /** Where the sandbox is served. */
  public static final String BASE = "/sandbox";

  private static final String NOW = "{\"now\": \"2026-11-22T01:00:00Z\", \"offset\": \"PT0S\", \"mode\": \"real\"}";
  private static final String PLANS =
      "{\"faults\": [{\"operation\": \"ttac.barcode.receive\", \"next\": 1, \"kind\": \"drop_after_commit\"}]}";

  static final Operation WORLD = own("sandbox.world.read", "GET", "/world", "The demo world",
      "Accounts and codes to try, by part.");
  static final Operation CLOCK_READ = own("sandbox.clock.read", "GET", "/clock", "The clock",
      "What time it is in the demo world, and how far that is from the machine's time.", List.of(), NOW);
  static final Operation CLOCK_MOVE = own("sandbox.clock.move", "POST", "/clock", "Move the clock",
      "Moves time for everything that runs here. Send exactly one of the names.",
      List.of(optional("now", "String", "from now on it is this instant, ISO 8601", "\"2026-11-22T08:00:00Z\""),
          optional("advance", "String", "on by this much, or back when negative, ISO 8601", "\"P28D\""),
          optional("real", "Boolean", "true: back to the machine's time", "true")), NOW);
  static final Operation RESET = own("sandbox.world.reset", "POST", "/reset", "Reset",
      "Brings the demo world back to its first state, the clock to the machine's time, and forgets planned faults.",
      List.of(optional("systems", "List", "only these, by their names; all when left out", "[\"ttac\"]")),
      "{\"reset\": true, \"ms\": 120}");
  static final Operation FAULTS_READ = own("sandbox.faults.read", "GET", "/faults", "Planned faults",
      "Faults that wait to happen, first planned first.", List.of(), PLANS);
  static final Operation FAULTS_PLAN = own("sandbox.faults.plan", "POST", "/faults", "Plan a fault",
      "Makes the next requests of one operation fail, to try how a client bears it.",
      List.of(new Operation.Param("operation", Operation.Need.REQUIRED, "String", "id of the operation",
              "\"ttac.barcode.receive\""),
          new Operation.Param("kind", Operation.Need.REQUIRED, "String",
              "error: breaks before anything is done; drop_after_commit: does it, then cuts the connection;"
                  + " delay: answers late; html: a web page with status 500, nothing done;"
                  + " gateway_timeout: plain text with status 504, nothing done",
              "\"drop_after_commit\""),
          optional("next", "Integer", "how many requests, 1 to 1000; 1 when left out", "1"),
          new Operation.Param("ms", Operation.Need.CONDITIONAL, "Integer",
              "with delay: milliseconds, 1 to 60000", "500")), PLANS);
  static final Operation FAULTS_FORGET = own("sandbox.faults.forget", "DELETE", "/faults", "Forget planned faults",
      "Forgets all of them, and lets go of requests that are held back.", List.of(), "{\"faults\": []}");

  /** All of them, for the reference. */
  public static final List<Operation> ALL =
      List.of(WORLD, CLOCK_READ, CLOCK_MOVE, RESET, FAULTS_READ, FAULTS_PLAN, FAULTS_FORGET);

  private SandboxOperations() {}
}
