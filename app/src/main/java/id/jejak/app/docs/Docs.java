package id.jejak.app.docs;

import static id.jejak.kernel.http.Route.route;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Serves everything below {@code /docs}. A page is made when it is first asked for, then kept: there are as
 * many pages as operations, and no more. Thread-safe.
 */
public final class Docs {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final List<SystemDocs> systems;
  private final ReferencePages pages;
  private final ConcurrentHashMap<String, Response> made = new ConcurrentHashMap<>();

  /** Docs of systems, in the order of the index. */
  public Docs(List<SystemDocs> systems) {
    this(systems, false);
  }

  /**
   * Docs of systems, in the order of the index.
   *
   * @param trials true when each operation can be tried out in the console
   */
  public Docs(List<SystemDocs> systems, boolean trials) {
    this.systems = List.copyOf(systems);
    this.pages = new ReferencePages(systems, trials);
  }

  /**
   * Where they are served.
   *
   * @param faults words for wrong methods, and for what breaks
   */
  public Mount mount(Mount.Faults faults) {
    return new Mount("docs", List.of("/docs"), List.of(
        page("docs.index.read", "/", _ -> Optional.of(html(pages.index()))),
        page("docs.style.read", "/style.css", _ -> Optional.of(style())),
        page("docs.system.read", "/{system}",
            request -> system(request).map(pages::system).map(Docs::html)),
        page("docs.openapi.read", "/{system}/openapi.json",
            request -> system(request).map(system -> json(new OpenApi(system).document()))),
        page("docs.postman.collection", "/{system}/postman_collection.json",
            request -> system(request).map(system -> json(new Postman(system).collection()))),
        route(operation("docs.postman.environment", "/{system}/postman_environment.json"),
            request -> answer(environment(request))),
        page("docs.operation.read", "/{system}/{operation}", request -> system(request).flatMap(system ->
            system.operation(request.var("operation"))
                .map(found -> html(pages.operation(system, found)))))), faults);
  }

  private Route page(String id, String path, Function<Request, Optional<Response>> maker) {
    return route(operation(id, path), request -> {
      var kept = Optional.ofNullable(made.get(request.path())).or(() -> maker.apply(request));
      kept.ifPresent(page -> made.put(request.path(), page));
      return answer(kept);
    });
  }

  /** Not kept: it says what the caller calls this server, and what accounts there are now. */
  private Optional<Response> environment(Request request) {
    var host = request.header("Host").filter(name -> name.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"));
    var baseUrl = "http://" + host.orElse("localhost");
    return system(request).map(system -> json(new Postman(system).environment(baseUrl))
        .with("Cache-Control", "no-store"));
  }

  private Optional<SystemDocs> system(Request request) {
    return systems.stream().filter(system -> system.name().equals(request.var("system"))).findFirst();
  }

  private Response answer(Optional<Response> page) {
    return page.orElseGet(() -> Response.of(404, HTML, pages.missing()))
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private static Response json(String text) {
    return Response.json(200, text);
  }

  private static Response html(String page) {
    return Response.of(200, HTML, page);
  }

  private static Response style() {
    try (var in = Docs.class.getResourceAsStream("style.css")) {
      Objects.requireNonNull(in, "style.css is not packed");
      return Response.of(200, "text/css; charset=utf-8", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("style.css could not be read", e);
    }
  }

  private static Operation operation(String id, String path) {
    return new Operation(id, "GET", path, id, "Part of the reference.", List.of(),
        List.of(new Outcome("200", true, "", "It is there."),
            new Outcome("404", false, "", "It is not there.")),
        "Jejak", true, List.of(), List.of(), "");
  }
}
