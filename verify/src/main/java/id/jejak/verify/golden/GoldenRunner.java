package id.jejak.verify.golden;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Runs golden files against anything that answers: a router in this process, a socket, a real endpoint.
 *
 * <p>Before each file the demo world is put back to its first state, so files do not see each other, and
 * whatever else works in that world loses its work. Not thread-safe.
 */
public final class GoldenRunner {
  private static final Set<String> NATIONAL = Set.of("ttac", "gateway", "kfa", "satusehat", "antrean");

  private final Handler target;
  private final Inside inside;
  private final Function<JsonNode, Placeholders> accounts;

  /**
   * A runner.
   *
   * @param accounts makes a system's placeholders from what {@code /sandbox/world} says
   */
  public GoldenRunner(Handler target, Function<JsonNode, Placeholders> accounts) {
    this(target, Inside.NOTHING, accounts);
  }

  private GoldenRunner(Handler target, Inside inside, Function<JsonNode, Placeholders> accounts) {
    this.target = target;
    this.inside = inside;
    this.accounts = accounts;
  }

  /** A runner that knows the placeholders of every system of the house. */
  public static GoldenRunner of(Handler target) {
    return of(target, Inside.NOTHING);
  }

  /** The same over a house that is known from within. */
  public static GoldenRunner of(Handler target, Inside inside) {
    return new GoldenRunner(target, inside, world ->
        new TtacPlaceholders(target, world, inside).or(new GatewayPlaceholders(target, world))
            .or(new FacilityPlaceholders(target, world, inside)));
  }

  /** Runs one file in a fresh world; stops where a preparation is refused or a value is lacking. */
  public Run run(GoldenFile file) {
    var world = freshWorld(file.operation());
    var variables = new Variables(accounts.apply(world));
    var signer = new Signer(target, world);
    var asked = new ArrayList<Run.Asked>();
    for (var exchange : file.exchanges()) {
      var one = ask(exchange, variables, signer);
      asked.add(one);
      if (!one.trouble().isEmpty()) {
        break;
      }
    }
    return new Run(file, asked);
  }

  private JsonNode freshWorld(String operation) {
    var system = operation.substring(0, Math.max(0, operation.indexOf('.')));
    var systems = toPutBack(system);
    var reset = target.handle(Request.json("POST", "/sandbox/reset",
        new String(Json.write(systems.isEmpty() ? Map.of() : Map.of("systems", systems)), StandardCharsets.UTF_8)));
    if (reset.status() / 100 != 2) {
      throw new IllegalStateException("the world could not be reset: " + reset.status() + " " + text(reset));
    }
    if (NATIONAL.contains(system)) {
      inside.given(systems); // looking at them before and after would cost more than it saves
    } else {
      inside.putBack(systems);
    }
    return Json.read(text(target.handle(Request.get("/sandbox/world"))));
  }

  /**
   * Parts to put back for a file; none for all. A national system touches nothing but itself and the gateway; what a
   * facility does reaches all of them, so its files ask what was touched. A part remembers more than it keeps (guesses,
   * calls in flight), so whoever is asked, the gateway and delivery are put back in any case.
   */
  private List<String> toPutBack(String system) {
    if (NATIONAL.contains(system)) {
      return List.of(system, "gateway");
    }
    return inside.touched().map(touched -> {
      var parts = new TreeSet<>(touched);
      parts.addAll(List.of(system.equals("queue") ? "rs" : system, "gateway", "delivery"));
      return List.copyOf(parts);
    }).orElse(List.of());
  }

  private Run.Asked ask(Exchange exchange, Variables variables, Signer signer) {
    var got = exchange.signer().map(name -> signer.signed(name, request(exchange, variables)))
        .orElseGet(() -> got(target.handle(request(exchange, variables))));
    var missing = capture(exchange, got, variables);
    var trouble = missing.isEmpty() ? refusal(exchange, got) : missing;
    var wanted = exchange.expected().map(expected -> new Exchange.Expected(expected.status(), expected.opened(),
        filled(expected.headers(), variables),
        trouble.isEmpty() ? variables.fill(expected.body()) : expected.body()));
    return new Run.Asked(exchange, wanted, got, trouble);
  }

  private static Request request(Exchange exchange, Variables variables) {
    var headers = Headers.NONE;
    var multipart = false;
    for (var header : filled(exchange.headers(), variables)) {
      headers = headers.plus(header.name(), header.value());
      multipart |= header.value().startsWith("multipart/");
    }
    var body = variables.fill(exchange.body());
    // Lines of a multipart body end as the standard wants it, which a text file does not show.
    return Request.of(exchange.method(), variables.fill(exchange.target()), headers,
        Body.of(multipart ? body.replace("\n", "\r\n") + "\r\n" : body));
  }

  private static List<Exchange.Header> filled(List<Exchange.Header> headers, Variables variables) {
    return headers.stream()
        .map(header -> new Exchange.Header(header.name(), variables.fill(header.value()))).toList();
  }

  private static String capture(Exchange exchange, Run.Got got, Variables variables) {
    for (var capture : exchange.captures()) {
      var value = Leaves.of(got.body()).get(capture.pointer());
      if (value == null) {
        return "no value at " + capture.pointer() + " to capture as {" + capture.name() + "}";
      }
      variables.put(capture.name(), Difference.unquoted(value.text()));
    }
    return "";
  }

  /** A preparation that fell through proves nothing of what comes after it, unless its answer is written down. */
  private static String refusal(Exchange exchange, Run.Got got) {
    var said = Leaves.of(got.body());
    var status = said.get("/status");
    var code = said.get("/metadata/code");
    boolean refused = got.status() >= 400 || status != null && status.text().equals("false")
        || code != null && code.text().equals("201");
    return exchange.setup() && exchange.expected().isEmpty() && refused
        ? "the preparation was refused; write its answer down if that is meant" : "";
  }

  static Run.Got got(Response response) {
    var headers = new ArrayList<Exchange.Header>();
    response.headers().forEach((name, value) -> headers.add(new Exchange.Header(name, value)));
    return new Run.Got(response.status(), false, headers, text(response));
  }

  /** The whole answer, also when it comes as a stream. */
  static String text(Response response) {
    return switch (response.content()) {
      case Response.Content.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Response.Content.Stream(var writer) -> {
        var out = new ByteArrayOutputStream();
        try {
          writer.writeTo(out);
        } catch (IOException e) {
          throw new UncheckedIOException("the answer was cut off", e);
        }
        yield out.toString(StandardCharsets.UTF_8);
      }
    };
  }
}
