package id.jejak.app.sandbox;

import static id.jejak.kernel.http.Route.route;

import id.jejak.app.act.ActHtml;
import id.jejak.app.act.ActPdf;
import id.jejak.app.conformance.Conformance;
import id.jejak.app.conformance.Conformance.Filter;
import id.jejak.app.conformance.Report;
import id.jejak.app.conformance.ReportAct;
import id.jejak.app.conformance.read.Recording;
import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges traffic by the documents, for programs: as JSON, or as a Berita Acara. Thread-safe. */
public final class ConformanceControl {
  /** In which the secret key of whoever signed a recording may be told, so that its signatures can be checked. */
  public static final String SECRET = "X-Consumer-Secret";

  private final Conformance conformance;

  /** Over a checker. */
  public ConformanceControl(Conformance conformance) {
    this.conformance = conformance;
  }

  /** What it serves below the sandbox. */
  public List<Route> routes() {
    return List.of(route(SandboxOperations.CONFORMANCE_LIVE, this::live),
        route(SandboxOperations.CONFORMANCE_RECORDED, this::recorded));
  }

  private Response live(Request request) {
    var query = Form.urlencoded(request.query());
    return wrong(query).orElseGet(() -> shown(conformance.live(filter(query)), query));
  }

  private Response recorded(Request request) {
    var query = Form.urlencoded(request.query());
    var wrong = wrong(query);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    try {
      var report = conformance.recorded(first(query.get("name")).orElse("recording"),
          request.body().bytes(Recording.BYTES), request.header(SECRET).filter(text -> !text.isBlank())
              .map(Secret::new), filter(query));
      return shown(report, query);
    } catch (Recording.Unfit e) {
      return OwnFaults.error(400, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Response> wrong(Map<String, List<String>> query) {
    if (first(query.get("system")).filter(name -> !Conformance.systems().contains(name)).isPresent()) {
      return Optional.of(OwnFaults.error(400, "system must be one of " + String.join(", ", Conformance.systems())));
    }
    return first(query.get("format")).filter(name -> !List.of("json", "html", "pdf").contains(name))
        .map(_ -> OwnFaults.error(400, "format must be json, html or pdf"));
  }

  private static Filter filter(Map<String, List<String>> query) {
    return new Filter(first(query.get("system")), first(query.get("client")));
  }

  private static Response shown(Report report, Map<String, List<String>> query) {
    var application = first(query.get("application")).orElse("");
    return switch (first(query.get("format")).orElse("json")) {
      case "html" -> Response.of(200, "text/html; charset=utf-8", ActHtml.of(ReportAct.of(report, application)))
          .with("Cache-Control", "no-store").with("Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
      case "pdf" -> Response.of(200, "application/pdf", ActPdf.of(ReportAct.of(report, application), report.made()))
          .with("Cache-Control", "no-store");
      default -> Response.json(200, Json.write(ReportAct.json(report))).with("Cache-Control", "no-store");
    };
  }

  private static Optional<String> first(@Nullable List<String> values) {
    return values == null ? Optional.empty() : values.stream().map(String::strip).filter(text -> !text.isEmpty())
        .findFirst();
  }
}
