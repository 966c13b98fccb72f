package id.jejak.app.web.ground;

import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes handlers of pages and forms. Every page goes out with a policy that allows nothing but itself; every form is
 * taken only from a page of ours. Thread-safe.
 */
public final class Ground {
  /** Bytes of a form without a file. */
  public static final int FORM_BYTES = 256 * 1024;
  private static final int YEAR_SECONDS = 365 * 24 * 3600;
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
      + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Sessions sessions;
  private final Assets assets;
  private final List<NavItem> nav;
  private final boolean demo;
  private final String boot;

  /**
   * Ground for pages.
   *
   * @param nav everything that can be navigated to
   * @param demo whether the sandbox is on
   */
  public Ground(Sessions sessions, Assets assets, List<NavItem> nav, boolean demo) {
    this.sessions = sessions;
    this.assets = assets;
    this.nav = nav.stream().filter(item -> demo || !item.sandbox()).toList();
    this.demo = demo;
    this.boot = sessions.newId();
  }

  /** Names this run of the server. */
  public String boot() {
    return boot;
  }

  /** A text that was never made before. */
  public String key() {
    return sessions.newId();
  }

  /** What is remembered of visitors. */
  public Sessions sessions() {
    return sessions;
  }

  /** A page. */
  public Handler page(Function<Asked, Response> page) {
    return request -> {
      var visitor = visitor(request);
      var asked = new Asked(request, pageOf(request, visitor), visitor, Asked.query(request),
          Optional.empty());
      return guarded(request, visitor, page.apply(asked));
    };
  }

  /** A form, taken only from a page of ours. */
  public Handler form(Function<Asked, Response> form) {
    return form(FORM_BYTES, form);
  }

  /** A form with a file of at most so many bytes. */
  public Handler form(long limit, Function<Asked, Response> form) {
    return request -> {
      var visitor = visitor(request);
      var type = request.header("Content-Type").orElse("");
      var body = request.body().bytes(limit);
      boolean parts = type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
      var fields = parts ? Form.multipart(type, body) : Form.urlencoded(new String(body, StandardCharsets.UTF_8));
      var asked = new Asked(request, pageOf(request, visitor), visitor, fields,
          parts ? Upload.of(type, body) : Optional.empty());
      return guarded(request, visitor, ours(request, visitor, fields) ? form.apply(asked) : strange(asked));
    };
  }

  /** The same visitor with another id goes on with this answer: after a login. */
  public Response as(Request request, Visitor visitor, Response response) {
    return response.with("Set-Cookie",
        Visitor.setting(request, Visitor.SESSION, visitor.id(), (int) Sessions.IDLE.toSeconds()));
  }

  /** Chooses a language and goes back. */
  public Handler language() {
    return page(asked -> {
      var back = asked.field("back").filter(Ground::isOurs).orElse("/");
      return asked.see(back).with("Set-Cookie", Visitor.setting(asked.request(), Visitor.LANGUAGE,
          Language.of(Optional.of(asked.request().var("language"))).code(), YEAR_SECONDS));
    });
  }

  /** A path of this server, and of no other: two slashes would be another host. */
  public static boolean isOurs(String path) {
    return path.matches("/(?![/\\\\])[\\x21-\\x7e]{0,500}") && !path.contains("\\");
  }

  private boolean ours(Request request, Visitor visitor, Map<String, List<String>> fields) {
    boolean strange = request.header("Sec-Fetch-Site").filter(site -> site.equals("cross-site")).isPresent();
    var given = request.header("X-Csrf").or(() -> fields.getOrDefault("csrf", List.of()).stream().findFirst());
    return !strange && !visitor.fresh() && given.filter(visitor::owns).isPresent();
  }

  private static Response strange(Asked asked) {
    var page = asked.page();
    return asked.html(403, out -> JtemessageGenerated.render(out, null, page,
        page.say("Formulir tidak diterima", "Form not taken"),
        page.say("Formulir ini tidak berasal dari halaman Jejak yang masih berlaku. Muat ulang halaman, lalu kirim"
            + " lagi.",
            "This form did not come from a page of Jejak that is still good. Load the page again, then send it.")));
  }

  private Visitor visitor(Request request) {
    var language = Language.of(Visitor.cookie(request, Visitor.LANGUAGE));
    return Visitor.cookie(request, Visitor.SESSION).filter(id -> id.matches("[A-Za-z0-9_-]{32}"))
        .map(id -> new Visitor(id, language, false)).orElseGet(() -> new Visitor(sessions.newId(), language, true));
  }

  private Page pageOf(Request request, Visitor visitor) {
    var worker = sessions.get(visitor, Worker.class);
    var seen = nav.stream().filter(item -> item.needs().isEmpty()
        || worker.filter(one -> one.may(item.needs().get())).isPresent()).toList();
    return new Page(visitor.language(), request.path(), request.method().equals("GET") ? request.query() : "",
        visitor.csrf(), demo, seen, assets, boot, worker, said(request, visitor));
  }

  /** What was said about a form is shown once, by the next whole page. */
  private Optional<Said> said(Request request, Visitor visitor) {
    if (!request.method().equals("GET") || request.header("HX-Request").isPresent()) {
      return Optional.empty();
    }
    var said = sessions.get(visitor, Said.class);
    said.ifPresent(_ -> sessions.end(visitor, Said.class));
    return said;
  }

  private Response guarded(Request request, Visitor visitor, Response response) {
    var guarded = response
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .with("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
        .with("Cross-Origin-Opener-Policy", "same-origin");
    if (response.header("Cache-Control").isEmpty()) {
      guarded = guarded.with("Cache-Control", "no-store");
    }
    return visitor.fresh()
        && response.headers().all("Set-Cookie").stream().noneMatch(one -> one.startsWith(Visitor.SESSION))
        ? as(request, visitor, pressed(request, guarded)) : pressed(request, guarded);
  }

  /** Pages travel pressed: an inspector full of rows is ten times smaller so. */
  private static Response pressed(Request request, Response response) {
    if (!(response.content() instanceof Response.Content.Bytes(var bytes)) || bytes.length < 2_000
        || response.header("Content-Type").filter(type -> type.startsWith("text/html")).isEmpty()
        || request.header("Accept-Encoding").filter(all -> all.contains("gzip")).isEmpty()) {
      return response;
    }
    return new Response(response.status(), response.headers(), new Response.Content.Bytes(Assets.pressed(bytes)))
        .with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
  }
}
