package id.jejak.verify.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.app.docs.Envelope;
import id.jejak.app.docs.Printed;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.verify.golden.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule about operations is seen to fail on a planted gap. */
class OperationRulesTest {
  private static final Mount.Faults FAULTS = new Mount.Faults() {
    @Override
    public Response notFound(Request request) {
      return Response.json(404, "{}");
    }

    @Override
    public Response methodNotAllowed(Request request, Set<String> allowed) {
      return Response.json(405, "{}");
    }

    @Override
    public Response bodyTooLarge(Request request, long limit) {
      return Response.json(413, "{}");
    }

    @Override
    public Response unreadable(int status) {
      return Response.json(status, "{}");
    }

    @Override
    public Response failure(Request request, Throwable cause) {
      return Response.json(500, "{}");
    }
  };
  private static final Operation STORE = operation("sample.shelf.store", "POST", "/shelf", "E000", "E013",
      "E999");
  private static final Operation LOOK = operation("sample.shelf.look", "GET", "/shelf/{id}", "E000", "E999");

  private static final Envelope ENVELOPE = new Envelope("status", "statusCode", "message", "data",
      new Operation.Outcome("E999", false, "", ""));

  @TempDir
  Path folder;

  private static Operation operation(String id, String method, String path, String... codes) {
    return new Operation(id, method, path, id, "", List.of(), List.of(codes).stream()
        .map(code -> new Operation.Outcome(code, code.equals("E000"), "", "")).toList(), "", false, List.of(),
        List.of(), "null");
  }

  private GoldenFile golden(String id, String cases, String request, String code) throws IOException {
    return GoldenFile.read(Files.writeString(Files.createTempFile(folder, "x", ".http"), """
        # case: %s
        # operation: %s
        # source: INFERRED a sample
        # about: A sample.
        %s
        --- 200

        {"status":true,"statusCode":"%s","message":"","data":null}
        """.formatted(cases, id, request, code)));
  }

  private static OperationRules rules(List<Operation> operations, List<Operation> served,
      List<GoldenFile> files) {
    var routes = served.stream().map(one -> Route.route(one, _ -> Response.json(200, "{}"))).toList();
    return new OperationRules(operations, List.of(new Mount("sample", List.of("/a/v1", "/v1"), routes, FAULTS)),
        ENVELOPE, files);
  }

  @Test
  void whatIsWholeIsFoundWhole() throws IOException {
    var rules = rules(List.of(STORE, LOOK), List.of(STORE, LOOK), List.of(
        golden(STORE.id(), "A1", "POST /v1/shelf", "E000"),
        golden(STORE.id(), "A2", "POST /a/v1/shelf?x=1", "E013"),
        golden(LOOK.id(), "A3, B1", "GET /v1/shelf/7", "E000"),
        golden(LOOK.id(), "A3", "GET /v1/shelf/8", "E999")));
    assertEquals(List.of(), rules.idsUsedTwice());
    assertEquals(List.of(), rules.routesAmiss());
    assertEquals(List.of(), rules.filesAstray());
    assertEquals(List.of(), rules.outcomesNotShown(Set.of("E999")));
    assertEquals(List.of(), rules.casesNotShown(List.of("A1", "A2", "A3", "B1")));
    assertEquals(List.of(), rules.casesUnheardOf(List.of("A1", "A2", "A3", "B1")));
  }

  @Test
  void findsWhatIsMissing() throws IOException {
    var rules = rules(List.of(STORE, STORE), List.of(LOOK), List.of(
        golden(STORE.id(), "A1", "POST /v2/shelf", "E000"), golden("sample.shelf.burn", "A9", "GET /v1/x",
            "E000"),
        golden(STORE.id(), "A1", "@setup POST /v1/shelf\n\n===\nPOST /v1/shelf", "E013")));
    assertEquals(List.of("sample.shelf.store names two operations"), rules.idsUsedTwice());
    assertEquals(3, rules.routesAmiss().size());
    assertEquals(2, rules.filesAstray().size());
    assertEquals(List.of("sample.shelf.store has no golden E000", "any operation has no golden E999"),
        rules.outcomesNotShown(Set.of("E999")));
    assertEquals(List.of("A2"), rules.casesNotShown(List.of("A1", "A2")));
    assertEquals(1, rules.casesUnheardOf(List.of("A1", "A2")).size());
  }

  @Test
  void anAnswerWithoutACodeIsTheFirstSuccess() throws IOException {
    var image = GoldenFile.read(Files.writeString(folder.resolve("image.http"), """
        # operation: sample.shelf.look
        # source: INFERRED a sample
        # about: A sample.
        GET /v1/shelf/7
        --- 200
        Content-Type: image/png

        {any:bytes}
        """));
    assertEquals(List.of("any operation has no golden E999"),
        rules(List.of(LOOK), List.of(LOOK), List.of(image)).outcomesNotShown(Set.of("E999")));
  }

  @Test
  void whereThereAreNoCodesTheStatusAndTheWordsTell() throws IOException {
    var printed = new Printed("application/json", (_, _) -> Optional.empty(), FAULTS, 1);
    var open = new Operation("sample.door.open", "POST", "/door", "Open", "", List.of(), List.of(
        new Operation.Outcome("400 key", false, "no {what} fits", ""),
        new Operation.Outcome("400 late", false, "too late", ""),
        new Operation.Outcome("200 open", true, "", "")), "", false, List.of(), List.of(), "{}");
    var files = List.of(answered("400", "{\"error\":\"no blue key fits\"}"), answered("200", "{}"));
    var routes = List.of(Route.route(open, _ -> Response.json(200, "{}")));
    var rules = new OperationRules(List.of(open),
        List.of(new Mount("sample", List.of("/v1"), routes, FAULTS),
            new Mount("other", List.of("/v2"), List.of(), FAULTS)),
        printed, files);
    assertEquals(List.of("sample.door.open has no golden 400 late"), rules.outcomesNotShown(Set.of()));
    assertEquals(List.of(), rules.filesAstray());
    assertEquals(List.of(), rules.idsOfOthers("sample"));
    assertEquals(1, rules.idsOfOthers("door").size());
  }

  private GoldenFile answered(String status, String body) throws IOException {
    return GoldenFile.read(Files.writeString(Files.createTempFile(folder, "y", ".http"), """
        # operation: sample.door.open
        # source: INFERRED a sample
        # about: A sample.
        POST /v1/door
        --- %s

        %s
        """.formatted(status, body)));
  }

  @Test
  void thereAreSeventyEightCases() {
    assertEquals(78, Set.copyOf(Cases.ttac()).size());
  }
}
