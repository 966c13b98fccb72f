package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  private final Router router = router(Samples.system());

  @Test
  void everyLinkLeadsSomewhereAndEveryOperationIsReached() {
    var seen = new HashSet<String>();
    var next = new ArrayDeque<>(List.of("/docs"));
    while (!next.isEmpty()) {
      var path = next.remove();
      if (seen.add(path)) {
        var page = get(path);
        assertEquals(200, page.status(), path);
        if (page.header("Content-Type").orElseThrow().startsWith("text/html")) {
          LINK.matcher(page.text()).results().map(found -> found.group(1))
              .filter(link -> !link.startsWith("#")).forEach(next::add);
        }
      }
    }
    assertEquals(Set.of("/docs", "/docs/style.css", "/docs/sample", "/docs/sample/openapi.json",
        "/docs/sample/postman_collection.json", "/docs/sample/postman_environment.json",
        "/docs/sample/sample.auth.login", "/docs/sample/sample.pack.list", "/docs/sample/sample.pack.receive",
        "/docs/sample/sample.pack.trace"), seen);
  }

  @Test
  void textsCannotBreakOutOfAPage() {
    for (var path : List.of("/docs", "/docs/sample", "/docs/sample/sample.auth.login",
        "/docs/sample/sample.pack.receive")) {
      var page = get(path).text();
      assertFalse(page.contains("<script") || page.contains("style="), path);
      assertTrue(page.contains("&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)"), path);
    }
  }

  @Test
  void pagesAreServedUnderAPolicyWithoutScriptsOrOutsideAssets() {
    var page = get("/docs");
    var policy = page.header("Content-Security-Policy").orElseThrow();
    assertEquals(page.text(), get("/docs/").text());
    assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(page.text().contains("http"), "an address outside this server");
    assertFalse(get("/docs/style.css").text().contains("url("), "an asset in the style sheet");
  }

  @Test
  void anOperationPageSaysEverythingThatIsKnown() {
    var page = get("/docs/sample/sample.pack.list").text();
    for (var said : List.of("GET /dev/api/v3/pack/list", "GET /api/v3/pack/list", "Lists what is on its way.",
        "How many, default 10.", "curl -G", "&quot;total&quot; : 1", "Section IV", "Sorting.", "partly")) {
      assertTrue(page.contains(said), said);
    }
    assertTrue(page.indexOf("The token field is required.") < page.indexOf("User token mismatch!"),
        "precedence");
    assertTrue(get("/docs/sample/sample.pack.trace").text().contains("Ours. Beside the document"));
    assertTrue(get("/docs/sample/sample.pack.trace").text().contains("/pack/A%201/trace"), "filled path");
    assertTrue(get("/docs/sample/sample.auth.login").text().contains("wrong password"), "golden exchange");
  }

  @Test
  void requestsCanBePasted() {
    var page = get("/docs/sample/sample.auth.login").text();
    assertTrue(page.contains("--data-urlencode &#39;password=it&#39;\\&#39;&#39;s&#39;"),
        "quotes are the shell's");
    assertTrue(get("/docs/sample/sample.pack.receive").text().contains("barcode[]=A1"), "arrays in forms");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    for (var path : List.of("/docs/nobody", "/docs/sample/sample.pack.lost", "/docs/nobody/openapi.json",
        "/docs/nobody/postman_environment.json")) {
      assertEquals(404, get(path).status(), path);
    }
  }

  @Test
  void theEnvironmentNamesTheServerAsTheCallerDoes() {
    assertEquals("http://jejak.example:81", baseUrl("jejak.example:81"));
    assertEquals("http://[::1]:8080", baseUrl("[::1]:8080"));
    assertEquals("http://localhost", baseUrl("evil\"/><b>"));
  }

  private String baseUrl(String host) {
    var request = Request.get("/docs/sample/postman_environment.json").plusHeader("Host", host);
    return Json.read(router.handle(request).bytes()).at("/values/0/value").stringValue();
  }

  private Response get(String path) {
    return router.handle(Request.get(path));
  }

  static Router router(SystemDocs system) {
    var docs = new Docs(List.of(system));
    var faults = new PlainFaults();
    return new Router(List.of(docs.mount(faults)), faults, new Traffic(new SimpleMeterRegistry()));
  }

  private static final class PlainFaults implements Mount.Faults {
    @Override
    public Response notFound(Request request) {
      return Response.of(404, "text/plain", "not found");
    }

    @Override
    public Response methodNotAllowed(Request request, Set<String> allowed) {
      return Response.of(405, "text/plain", "not allowed");
    }

    @Override
    public Response bodyTooLarge(Request request, long limit) {
      return Response.of(413, "text/plain", "too large");
    }

    @Override
    public Response unreadable(int status) {
      return Response.of(status, "text/plain", "unreadable");
    }

    @Override
    public Response failure(Request request, Throwable cause) {
      throw new AssertionError(cause);
    }
  }
}
