package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A made-up system with every kind of parameter, answer and state, and texts that try to break out. */
final class Samples {
  static final String HOSTILE = "<script>alert(\"x\" & 'y')</script> `| *";

  private static final Param TOKEN = new Param("token", Need.REQUIRED, "String", "From login.", "\"secret\"");
  private static final Outcome DONE = new Outcome("E000", true, "Request Success!", "It was done.");
  private static final Outcome STRANGER =
      new Outcome("E003", false, "User token mismatch!", "The token is unknown.");
  private static final Outcome BROKEN = new Outcome("E999", false, "Request Error!", "Anything else.");

  static final Operation LOGIN = new Operation("sample.auth.login", "POST", "/auth/login",
      "Login", "Gives a token.",
      List.of(new Param("email", Need.REQUIRED, "String", "Who.", "\"a@example.id\""),
          new Param("password", Need.REQUIRED, "String", "Word.", "\"it's\"")),
      List.of(new Outcome("E001", false, "Authentication failed!", "The password is wrong."), BROKEN, DONE),
      "Section II", false, List.of(), List.of("A second login keeps the token."),
      "{\"user\":{\"token\":\"secret\"}}");

  static final Operation LIST = new Operation("sample.pack.list", "GET", "/pack/list", "List packs",
      "Lists what is on its way.",
      List.of(TOKEN, new Param("limit", Need.OPTIONAL, "Integer", "How many, default 10.", "30")),
      List.of(new Outcome("E990", false, "The token field is required.", "No token."),
          STRANGER, BROKEN, DONE),
      "Section IV", false, List.of("Sorting."), List.of(), "{\"total\":1,\"items\":[{\"id\":123}]}");

  static final Operation RECEIVE = new Operation("sample.pack.receive", "POST", "/pack/receive",
      "Receive " + HOSTILE, "Receives. " + HOSTILE,
      List.of(TOKEN, new Param("barcode", Need.REQUIRED, "Array String", HOSTILE, "[\"A1\",\"A2\"]"),
          new Param("note", Need.CONDITIONAL, "String", "Only at night.", "")),
      List.of(STRANGER, new Outcome("E013", false, "Barcode {b} not found! " + HOSTILE, HOSTILE),
          new Outcome("E990", false, "One.", "First."), new Outcome("E990", false, "Two.", "Second."),
          BROKEN,
          new Outcome("E901", true, "Nothing to do.", "All were here."), DONE),
      HOSTILE, false, List.of(HOSTILE), List.of(HOSTILE), "");

  static final Operation TRACE = new Operation("sample.pack.trace", "GET", "/pack/{barcode}/trace", "Trace",
      "Where it has been.",
      List.of(new Param("barcode", Need.REQUIRED, "String", "Which.", "\"A 1\""), TOKEN),
      List.of(STRANGER, DONE), "Beside the document", true, List.of(), List.of(), "[]");

  static final Envelope ENVELOPE = new Envelope("status", "statusCode", "message", "data", BROKEN);

  private Samples() {}

  static SystemDocs system() {
    return system(List.of(LOGIN, LIST, RECEIVE, TRACE));
  }

  static SystemDocs system(List<Operation> operations) {
    var script = new PostmanScript(PostmanScript.Environment.of(() -> Map.of("email", "a@example.id")),
        List.of(new PostmanScript.Step("Seed", "POST", "/sandbox/packs", "{\"barcodes\": [\"A1\"]}",
            Map.of("seeded", "answer.count"))),
        Map.of("*", Map.of("token", "\"{{token}}\"", "email", "\"{{email}}\""),
            RECEIVE.id(), Map.of("barcode", "[\"B1\"]")),
        Map.of(LOGIN.id(), Map.of("token", "answer.data.user.token")),
        Map.of(TRACE.id(), "E003"), Set.of(RECEIVE.id()));
    return new SystemDocs("sample", "Sample " + HOSTILE, "1.0",
        List.of(new Section(List.of("/dev/api/v3", "/api/v3"), operations)), ENVELOPE, Requests.ANY_FORM,
        () -> List.of(new Example(LOGIN.id(), "wrong password", "POST /auth/login\n\n--- 200\n" + HOSTILE)),
        script);
  }
}
