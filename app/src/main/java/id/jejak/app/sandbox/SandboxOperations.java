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

  private static final String SNAPSHOT =
      "{\"name\": \"before\", \"at\": \"2026-11-22T01:00:00Z\", \"offset\": \"PT0S\", \"rows\": 12000, \"ms\": 640}";
  private static final String SNAPSHOTS =
      "{\"snapshots\": [{\"name\":"
          + " \"before\", \"at\": \"2026-11-22T01:00:00Z\", \"offset\": \"PT0S\", \"rows\": 12000}]}";
  private static final Operation.Param NAME = new Operation.Param("name", Operation.Need.REQUIRED, "String",
      "1 to 40 of a-z, 0-9 and -", "\"before\"");
  private static final Operation.Param NUMBER = new Operation.Param("number", Operation.Need.REQUIRED, "Integer",
      "as the list gives it", "1");

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
      "Makes requests of one operation, or of a whole system, fail, to try how a client bears it.",
      List.of(new Operation.Param("operation", Operation.Need.CONDITIONAL, "String", "id of the operation; or system",
              "\"ttac.barcode.receive\""),
          new Operation.Param("system", Operation.Need.CONDITIONAL, "String", "all operations of a system", ""),
          new Operation.Param("kind", Operation.Need.REQUIRED, "String",
              "error: breaks before anything is done; refuse: a refusal of the document, by its code;"
                  + " drop_after_commit: does it, then cuts the connection; cut_answer: does it, and sends half of the"
                  + " answer; cut: cuts the connection, nothing done; delay: answers late; html: a web page with status"
                  + " 500; empty: status 200 without a body; unavailable: status 503; gateway_timeout: status 504;"
                  + " blocked: status 403 with the page of a firewall; rate_limit: status 429 with Retry-After;"
                  + " token_expired and wrong_signature: as the system refuses"
                  + " these",
              "\"drop_after_commit\""),
          new Operation.Param("code", Operation.Need.CONDITIONAL, "String", "with refuse: the outcome's code", ""),
          optional("client", "String", "only for this one: a consumer id, a token, an address, or how its User-Agent"
              + " begins", ""),
          optional("next", "Integer", "how many requests, 1 to 1000; 1, or any number with probability", "1"),
          optional("probability", "Number", "that a request meets it, above 0 to 1; 1 when left out", ""),
          new Operation.Param("ms", Operation.Need.CONDITIONAL, "Integer",
              "with delay: milliseconds, 1 to 60000", "")), PLANS);
  static final Operation FAULTS_FORGET = own("sandbox.faults.forget", "DELETE", "/faults", "Forget planned faults",
      "Forgets all of them, and lets go of requests that are held back.", List.of(), "{\"faults\": []}");

  static final Operation SCENARIOS_READ = own("sandbox.scenarios.read", "GET", "/scenarios", "Scenarios",
      "Named situations: what time it is and what goes wrong.", List.of(), "{\"scenarios\": []}");
  static final Operation SCENARIOS_START = own("sandbox.scenarios.start", "POST", "/scenarios/{name}",
      "Start a scenario",
      "Forgets planned faults and starts a named situation.", List.of(NAME), "{}");
  static final Operation SNAPSHOTS_READ = own("sandbox.snapshots.read", "GET", "/snapshots", "Snapshots",
      "Copies of the whole world that can be put back.", List.of(), SNAPSHOTS);
  static final Operation SNAPSHOTS_SAVE = own("sandbox.snapshots.save", "POST", "/snapshots", "Take a snapshot",
      "Copies the whole world as it is at this moment, with its clock, under a name. One of the same name is replaced.",
      List.of(NAME), SNAPSHOT);
  static final Operation SNAPSHOTS_DELETE = own("sandbox.snapshots.delete", "DELETE", "/snapshots/{name}",
      "Delete a snapshot", "Deletes a copy.", List.of(NAME), SNAPSHOTS);
  static final Operation RESTORE = own("sandbox.world.restore", "POST", "/restore", "Restore",
      "Puts a snapshot back, wholly or not at all, with its clock; planned faults are forgotten. What was done since is"
          + " gone.", List.of(NAME), SNAPSHOT);
  static final Operation REQUESTS_LIST = own("sandbox.requests.list", "GET", "/requests", "Requests seen",
      "The latest requests with what decided them, newest first; secrets and patient data are masked.",
      List.of(optional("system", "String", "as in metrics", "\"ttac\""),
          optional("operation", "String", "id, or how it begins", "\"ttac.barcode\""),
          optional("status", "String", "of the answer, or how it begins: 4 is all from 400; 0 is cut", "\"200\""),
          optional("refused", "Boolean", "true: what was refused only", "true"),
          optional("q", "String", "a text in request or answer, as masked", "\"E024\""),
          optional("limit", "Integer", "how many, 1 to 500; 50 when left out", "50")),
      "{\"kept\": 1, \"newest\": 1, \"requests\": []}");
  static final Operation REQUESTS_READ = own("sandbox.requests.read", "GET", "/requests/{number}", "One request seen",
      "A request and its answer with headers and bodies, masked; what to change in it; and the same as curl.",
      List.of(NUMBER), "{}");
  static final Operation REQUESTS_REPLAY = own("sandbox.requests.replay", "POST", "/requests/{number}/replay", "Replay",
      "Asks the same once more, with the secrets that were in it; a signature is made anew.", List.of(NUMBER), "{}");
  static final Operation REQUESTS_FORGET = own("sandbox.requests.forget", "DELETE", "/requests", "Forget requests",
      "Forgets all requests seen.", List.of(), "{\"kept\": 0}");

  private static final List<Operation.Param> JUDGED = List.of(
      optional("system", "String", "only this one: ttac, gateway, kfa, satusehat, antrean, rs", "\"antrean\""),
      optional("client", "String", "only of this one: a consumer id, a user, a token, an address, or how its User-Agent"
          + " begins", ""),
      optional("format", "String", "json, html or pdf; json when left out", "\"json\""),
      optional("application", "String", "what was tested, for the head of html and pdf", ""));
  private static final String JUDGEMENT = "{\"source\": \"traffic kept here\", \"made\": \"2026-11-22T01:00:00Z\","
      + " \"requests\": 1, \"passed\": 1, \"failed\": 0, \"not_exercised\": 0, \"systems\": []}";
  static final Operation CONFORMANCE_LIVE = own("sandbox.conformance.live", "GET", "/conformance", "Conformance",
      "Judges the requests that are kept by the documents: each requirement passed, failed with evidence, or not"
          + " exercised.", JUDGED, JUDGEMENT);
  static final Operation CONFORMANCE_RECORDED = own("sandbox.conformance.recorded", "POST", "/conformance",
      "Conformance of a recording",
      "Judges recorded traffic, which is the body: a HAR file, or exchanges as .http. The header X-Consumer-Secret may"
          + " tell the key of whoever signed, by which signatures are computed again; it is not kept.", JUDGED,
      JUDGEMENT);

  /** All of them, for the reference. */
  public static final List<Operation> ALL =
      List.of(WORLD, CLOCK_READ, CLOCK_MOVE, RESET, FAULTS_READ, FAULTS_PLAN, FAULTS_FORGET, SCENARIOS_READ,
          SCENARIOS_START, SNAPSHOTS_READ, SNAPSHOTS_SAVE, SNAPSHOTS_DELETE, RESTORE, REQUESTS_LIST, REQUESTS_READ,
          REQUESTS_REPLAY, REQUESTS_FORGET, CONFORMANCE_LIVE, CONFORMANCE_RECORDED);

  private SandboxOperations() {}
}
