package id.jejak.app.docs;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.antrean.http.AntreanFaults;
import id.jejak.facility.queue.http.RsFaults;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * BPJS's answers: {@code metadata} with a number and a message, or {@code metaData} at VClaim. Many refusals share a
 * number, so an outcome's code is the number and a name, and the message tells which one an answer is. Examples show a
 * response opened.
 *
 * @param faults what is answered where no operation is reached
 * @param nullWhenRefused whether reads refuse with a response of null
 */
record BpjsAnswers(Mount.Faults faults, boolean nullWhenRefused) implements Answers {
  private static final Pattern METADATA = Pattern.compile(
      "\"metadata\":\\{\"message\":\"((?:[^\"\\\\]|\\\\.)*)\",\"code\":(\\d+)}");
  private static final Pattern METADATA_OF_VCLAIM = Pattern.compile(
      "\"metaData\":\\{\"code\":\"(\\d+)\",\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\"]*}");

  /** BPJS's own side, whose reads refuse with a response of null. */
  static BpjsAnswers bpjs() {
    return new BpjsAnswers(new AntreanFaults(Dialect.ANTREAN), true);
  }

  /** A hospital's side, whose refusals have no response at all. */
  static BpjsAnswers hospital() {
    return new BpjsAnswers(new RsFaults(), false);
  }

  private static Dialect dialect(Operation operation) {
    return VclaimOperations.ALL.contains(operation) ? Dialect.VCLAIM : Dialect.ANTREAN;
  }

  /** Writes of the queue carry no response at all. */
  private static boolean reads(Operation operation) {
    return dialect(operation) == Dialect.VCLAIM || !operation.successExample().isEmpty();
  }

  private static int number(Outcome outcome) {
    return Integer.parseInt(outcome.code().substring(0, outcome.code().indexOf(' ')));
  }

  @Override
  public Response answer(Operation operation, Outcome outcome) {
    var envelope = new id.jejak.antrean.contract.Envelope(number(outcome), outcome.message());
    boolean full = outcome.equals(SystemDocs.success(operation)) && !operation.successExample().isEmpty();
    return Response.json(200, full
        ? envelope.json(dialect(operation), operation.successExample().getBytes(StandardCharsets.UTF_8))
        : nullWhenRefused && reads(operation) ? envelope.jsonNull(dialect(operation))
        : envelope.json(dialect(operation)));
  }

  @Override
  public List<Edge> edges() {
    var request = Request.of("GET", "/", Headers.NONE, Body.EMPTY);
    return List.of(
        new Edge("NotFound", "Nothing is served at this path.", faults.notFound(request)),
        new Edge("MethodNotAllowed", "The path is served, but not with this method.",
            faults.methodNotAllowed(request, Set.of("GET"))),
        new Edge("BodyTooLarge", "The body is above the limit.", faults.bodyTooLarge(request, Limits.BODY_BYTES)));
  }

  @Override
  public Optional<String> code(Operation operation, int status, String body) {
    var queue = METADATA.matcher(body);
    var vclaim = METADATA_OF_VCLAIM.matcher(body);
    if (queue.find()) {
      return named(operation, Integer.parseInt(queue.group(2)), queue.group(1));
    }
    return vclaim.find() ? named(operation, Integer.parseInt(vclaim.group(1)), vclaim.group(2)) : Optional.empty();
  }

  private static Optional<String> named(Operation operation, int number, String message) {
    return operation.outcomes().stream()
        .filter(outcome -> number(outcome) == number && said(outcome).matcher(message).matches())
        .map(Outcome::code).findFirst();
  }

  /** The message with anything in place of its placeholders. */
  private static Pattern said(Outcome outcome) {
    return Pattern.compile(PLACEHOLDER.splitAsStream(outcome.message()).map(Pattern::quote)
        .collect(Collectors.joining(".*")) + (outcome.message().endsWith("}") ? ".*" : ""));
  }

  @Override
  public boolean oneEnvelope() {
    return true;
  }

  @Override
  public Optional<Map<String, Object>> schema(List<Operation> operations) {
    var metadata = Tree.of("type", "object", "required", List.of("message", "code"), "properties", Tree.of(
        "message", Tree.of("type", "string"),
        "code", Tree.of("description", "A number; a text of digits at VClaim.")));
    return Optional.of(Tree.of("type", "object", "properties", Tree.of(
        "response", Tree.of("description", "Encrypted where the operation says so; null on every refusal."),
        "metadata", metadata, "metaData", metadata)));
  }

  @Override
  public String describe(List<Outcome> outcomes) {
    return "The answer, refusals included: `metadata.code` and `metadata.message` tell them apart.";
  }

  @Override
  public List<String> tests(Operation operation, String expected) {
    var outcome = operation.outcomes().stream().filter(one -> one.code().equals(expected)).findFirst().orElseThrow(
        () -> new IllegalStateException(operation.id() + " has no outcome " + expected));
    var member = dialect(operation) == Dialect.VCLAIM ? "metaData" : "metadata";
    var code = dialect(operation) == Dialect.VCLAIM ? "\"" + number(outcome) + "\"" : "" + number(outcome);
    return List.of("pm.test(\"HTTP 200\", () => pm.expect(pm.response.code).to.eql(200));",
        "pm.test(\"" + member + ".code is " + number(outcome) + "\", () => pm.expect(pm.response.json()." + member
            + ".code, pm.response.json()." + member + ".message).to.eql(" + code + "));");
  }

  @Override
  public List<String> prepared() {
    return List.of("pm.test(\"it was done\", () => pm.expect(pm.response.json().metadata.code).to.eql("
        + Code.OK.number() + "));");
  }
}
