package id.jejak.app.docs;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A system whose answers are as different as its document prints them, told apart by their HTTP status: an outcome's
 * code begins with the status, such as {@code 401 unacceptable}. Where outcomes of an operation share a status, the
 * message of each stands in its body.
 *
 * <p>The plain success is the operation's example; all else comes from the system itself.
 *
 * @param type media type of a success
 * @param others every outcome but the plain success, as the system answers it; empty where it has no body of its own
 * @param faults the system's own answers where no operation is reached
 * @param limit bytes of the largest body that is read
 */
public record Printed(String type, BiFunction<Operation, Outcome, Optional<Response>> others, Mount.Faults faults,
    long limit)
    implements Answers {
  private static final Pattern STATUS = Pattern.compile("([1-5]\\d\\d)( .+)?");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\"]*}");

  @Override
  public Response answer(Operation operation, Outcome outcome) {
    return others.apply(operation, outcome).orElseGet(() -> {
      boolean example = outcome.equals(SystemDocs.success(operation)) && !operation.successExample().isEmpty();
      return example ? Response.of(status(outcome), type, operation.successExample())
          : new Response(status(outcome), Headers.NONE, new Response.Content.Bytes(new byte[0]));
    });
  }

  @Override
  public List<Edge> edges() {
    var request = Request.of("GET", "/", Headers.NONE, Body.EMPTY);
    return List.of(
        new Edge("NotFound", "Nothing is served at this path.", faults.notFound(request)),
        new Edge("MethodNotAllowed", "The path is served, but not with this method.",
            faults.methodNotAllowed(request, Set.of("GET"))),
        new Edge("BodyTooLarge", "The body is above the limit.", faults.bodyTooLarge(request, limit)));
  }

  @Override
  public Optional<String> code(Operation operation, int status, String body) {
    var same = operation.outcomes().stream().filter(outcome -> status(outcome) == status).toList();
    if (same.size() == 1) {
      return same.stream().map(Outcome::code).findFirst();
    }
    return same.stream().filter(outcome -> !outcome.message().isEmpty())
        .filter(outcome -> said(outcome).matcher(body).find()).map(Outcome::code).findFirst()
        .or(() -> same.stream().filter(outcome -> outcome.message().isEmpty()).map(Outcome::code).findFirst());
  }

  @Override
  public boolean oneEnvelope() {
    return false;
  }

  @Override
  public Optional<Map<String, Object>> schema(List<Operation> operations) {
    return Optional.empty();
  }

  @Override
  public String describe(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.when().replaceAll("\\.$", ""))
        .collect(Collectors.joining("; or ", "", "."));
  }

  @Override
  public List<String> tests(Operation operation, String expected) {
    var outcome = operation.outcomes().stream().filter(one -> one.code().equals(expected)).findFirst().orElseThrow(
        () -> new IllegalStateException(operation.id() + " has no outcome " + expected));
    var answer = answer(operation, outcome);
    var tests = new ArrayList<String>();
    tests.add("pm.test(\"HTTP " + answer.status() + "\", () => pm.expect(pm.response.code).to.eql(" + answer.status()
        + "));");
    if (answer.header("Content-Type").filter(is -> is.contains("json")).isPresent()) {
      var json = Json.read(answer.bytes());
      if (json.isObject()) {
        tests.add("pm.test(\"the answer has its members\", () => pm.expect(pm.response.json()).to.include.all.keys("
            + StreamSupport.stream(json.propertyNames().spliterator(), false)
                .map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")) + "));");
      }
    }
    return tests;
  }

  @Override
  public List<String> prepared() {
    return List.of();
  }

  /** HTTP status of an outcome, as its code says. */
  static int status(Outcome outcome) {
    var found = STATUS.matcher(outcome.code());
    if (!found.matches()) {
      throw new IllegalStateException("the code of an outcome begins with its HTTP status: " + outcome.code());
    }
    return Integer.parseInt(found.group(1));
  }

  /** The message with anything in place of its placeholders. */
  private static Pattern said(Outcome outcome) {
    return Pattern.compile(PLACEHOLDER.splitAsStream(outcome.message()).map(Pattern::quote)
        .collect(Collectors.joining("[^\"]*")));
  }
}
