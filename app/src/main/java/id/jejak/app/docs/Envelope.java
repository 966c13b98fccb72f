package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A system that wraps every answer in one envelope, refusals too, and sends it with HTTP 200: the names of the four
 * members, and what it says at the edge.
 *
 * @param status member that is true on success
 * @param code member with the system's own code
 * @param message member with the text
 * @param data member with the content; null on every refusal
 * @param fault given for an unknown path, a wrong method and a body above the limit
 */
public record Envelope(String status, String code, String message, String data, Outcome fault) implements Answers {

  @Override
  public Response answer(Operation operation, Outcome outcome) {
    boolean withData = outcome.equals(SystemDocs.success(operation)) && !operation.successExample().isEmpty();
    return wrapped(200, outcome, withData ? Json.read(operation.successExample()) : null);
  }

  @Override
  public List<Edge> edges() {
    return List.of(
        new Edge("NotFound", "Nothing is served at this path.", wrapped(404, fault, null)),
        new Edge("MethodNotAllowed", "The path is served, but not with this method.", wrapped(405, fault, null)),
        new Edge("BodyTooLarge", "The body is above the limit.", wrapped(413, fault, null)));
  }

  /** The code stands in the answer; one without, such as an image, is the operation's first success. */
  @Override
  public Optional<String> code(Operation operation, int status, String body) {
    return Pattern.compile(quoted(code) + ":\"([^\"]+)\"").matcher(body).results().map(found -> found.group(1))
        .findFirst().or(() -> operation.outcomes().stream().filter(outcome -> status == 200 && outcome.success())
            .map(Outcome::code).findFirst());
  }

  @Override
  public boolean oneEnvelope() {
    return true;
  }

  @Override
  public Optional<Map<String, Object>> schema(List<Operation> operations) {
    var codes = new TreeSet<String>();
    operations.forEach(operation -> operation.outcomes().forEach(outcome -> codes.add(outcome.code())));
    codes.add(fault.code());
    return Optional.of(Tree.of(
        "type", "object",
        "required", members(),
        "additionalProperties", false,
        "properties", Tree.of(
            status, Tree.of("type", "boolean", "description", "True on success, warnings included."),
            code, Tree.of("type", "string", "enum", List.copyOf(codes)),
            message, Tree.of("type", "string"),
            data, Tree.of("description", "Null on every refusal."))));
  }

  @Override
  public String describe(List<Outcome> outcomes) {
    return "The answer, refusals included: `" + code + "` tells them apart.";
  }

  @Override
  public List<String> tests(Operation operation, String expected) {
    var members = members().stream().map(Envelope::quoted).collect(Collectors.joining(", "));
    return List.of(
        "pm.test(\"HTTP 200\", () => pm.expect(pm.response.code).to.eql(200));",
        "pm.test(\"the envelope has its members\", () => pm.expect(pm.response.json()).to.have.all.keys("
            + members + "));",
        "pm.test(\"" + code + " is " + expected + "\", () => pm.expect(pm.response.json()."
            + code + ").to.eql(" + quoted(expected) + "));");
  }

  @Override
  public List<String> prepared() {
    return List.of("pm.test(\"it was done\", () => pm.expect(pm.response.json()." + status + ").to.eql(true));");
  }

  private Response wrapped(int http, Outcome outcome, @Nullable Object content) {
    return Response.json(http, Json.write((Object) Tree.of(
        status, outcome.success(), code, outcome.code(), message, outcome.message(), data, content)));
  }

  /** The members in the order of the wire. */
  private List<String> members() {
    return List.of(status, code, message, data);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
