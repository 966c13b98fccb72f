package id.jejak.app.sandbox.traffic;

import id.jejak.app.docs.SystemDocs;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what was kept, when somebody looks: masks it, and says which rule decided. Thread-safe; remembers nothing. */
public final class Explainer {
  /** What every client sends for itself; a curl that repeats it would only be longer. */
  private static final Set<String> NOISE = Set.of("host", "content-length", "connection", "accept-encoding",
      "user-agent", "accept", "upgrade", "http2-settings", "transfer-encoding", "x-request-id", "accept-language",
      "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "origin", "referer", "pragma", "cache-control");

  private final Supplier<List<SystemDocs>> docs;
  private final List<Mount> mounts;

  /**
   * Explains by contracts.
   *
   * @param docs of the documented systems
   * @param mounts everything that is watched
   */
  public Explainer(Supplier<List<SystemDocs>> docs, List<Mount> mounts) {
    this.docs = docs;
    this.mounts = List.copyOf(mounts);
  }

  /** The names of what is watched, in order. */
  public List<String> systems() {
    return mounts.stream().map(Mount::name).distinct().toList();
  }

  /** Explains one request. */
  public Explained explain(Seen seen) {
    var system = seen.system();
    var operation = Optional.ofNullable(seen.operation());
    var described = operation.flatMap(this::documented);
    var answer = Canonical.of(new String(seen.answered().body(), StandardCharsets.UTF_8));
    int status = seen.answered().status();
    var code = described.flatMap(of -> read(of, operation.orElseThrow(), status == 0 ? 200 : status, answer));
    var outcome = code.flatMap(name -> outcome(operation.orElseThrow(), name, answer));
    var body = Mask.body(system, type(seen.asked().headers()), seen.asked().body(), seen.asked().size());
    var target = Mask.path(seen.asked().path())
        + (seen.asked().query().isEmpty() ? "" : "?" + Mask.query(system, seen.asked().query()));
    var headers = Mask.headers(system, seen.asked().headers());
    boolean success = outcome.map(Outcome::success).orElse(status >= 200 && status < 400);
    return new Explained(seen.number(), seen.at(), system, seen.operationId(),
        operation.map(Operation::title).orElse(""), seen.asked().method(), target, status, code.orElse(""),
        outcome.map(Outcome::when).orElse(""), success && status != 0, Optional.ofNullable(seen.fault()).orElse(""),
        seen.micros(), seen.asked().id(), headers, body, seen.asked().size(),
        Mask.headers(system, seen.answered().headers()),
        Mask.body(system, type(seen.answered().headers()), seen.answered().body(), seen.answered().size()),
        seen.answered().size(), success ? List.of() : Nearest.hints(seen, served(system)),
        curl(seen, target, body),
        described.map(of -> "/docs/" + of.name() + "/" + seen.operationId()).orElse(""));
  }

  private Optional<SystemDocs> documented(Operation operation) {
    return docs.get().stream().filter(one -> one.operation(operation.id()).isPresent()).findFirst();
  }

  /** An answer of another shape than the system's own, such as a planned web page, has no code. */
  private static Optional<String> read(SystemDocs of, Operation operation, int status, String answer) {
    try {
      return of.answers().code(operation, status, answer);
    } catch (RuntimeException e) { // whatever came is no answer of this system
      return Optional.empty();
    }
  }

  /** Of several outcomes with one code, the one whose words are in the answer. */
  private static Optional<Outcome> outcome(Operation operation, String code, String answer) {
    var all = operation.outcomes().stream().filter(one -> one.code().equals(code)).toList();
    return all.stream().filter(one -> !one.message().isEmpty()
        && Pattern.compile(literal(one.message())).matcher(answer).find()).findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static String literal(String message) {
    return Pattern.compile("\\{[^}]*}").splitAsStream(message).map(Pattern::quote)
        .collect(Collectors.joining(".{0,200}?"));
  }

  private List<Operation> served(String system) {
    return mounts.stream().filter(mount -> mount.name().equals(system)).flatMap(mount -> mount.routes().stream())
        .map(Route::operation).toList();
  }

  private static String type(id.jejak.kernel.http.Headers headers) {
    return headers.first("Content-Type").orElse("");
  }

  private static String curl(Seen seen, String target, String body) {
    var out = new StringBuilder("curl -X ").append(seen.asked().method()).append(" '")
        .append(seen.asked().headers().first("Host").map(host -> "http://" + host.replace("'", "")).orElse(""))
        .append(target.replace("'", "%27").replace(" ", "%20")).append('\'');
    Mask.headers(seen.system(), seen.asked().headers()).forEach((name, values) -> values.forEach(value -> {
      if (!NOISE.contains(name.toLowerCase(Locale.ROOT))) {
        out.append(" \\\n  -H '").append((name + ": " + value).replace("'", "'\\''")).append('\'');
      }
    }));
    if (!body.isEmpty()) {
      boolean form = type(seen.asked().headers()).startsWith("application/x-www-form-urlencoded");
      if (form) {
        body.lines().forEach(line -> out.append(" \\\n  --data-urlencode '").append(line.replace("'", "'\\''"))
            .append('\''));
      } else {
        out.append(" \\\n  -d '").append(body.replace("'", "'\\''")).append('\'');
      }
    }
    return out.toString();
  }
}
