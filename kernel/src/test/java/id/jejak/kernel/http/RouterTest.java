package id.jejak.kernel.http;

import static id.jejak.kernel.http.Route.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jejak.kernel.observe.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who answers, where two systems are served at one base. */
class RouterTest {
  private record Words(String name) implements Mount.Faults {
    @Override
    public Response notFound(Request request) {
      return Response.json(404, name + " knows nothing");
    }

    @Override
    public Response methodNotAllowed(Request request, Set<String> allowed) {
      return Response.json(405, name + " allows " + String.join(",", allowed));
    }

    @Override
    public Response bodyTooLarge(Request request, long limit) {
      return Response.json(413, name);
    }

    @Override
    public Response unreadable(int status) {
      return Response.json(status, name);
    }

    @Override
    public Response failure(Request request, Throwable cause) {
      return Response.json(500, name + " failed");
    }
  }

  private static Route at(String id, String method, String path) {
    return route(new Operation(id, method, path, "", "", List.of(), List.of(), "", true, List.of(), List.of(), ""),
        request -> Response.json(200, id + request.vars()));
  }

  private static final Mount RESOURCES = new Mount("resources", List.of("/fhir", "/fhir/old"), List.of(
      at("r.meta.read", "GET", "/metadata"),
      at("r.any.search", "GET", "/{type}"),
      at("r.any.create", "POST", "/{type}"),
      at("r.any.read", "GET", "/{type}/{id}"),
      at("r.any.update", "PUT", "/{type}/{id}")), new Words("resources"));
  private static final Mount TERMS = new Mount("terms", List.of("/fhir"), List.of(
      at("t.meta.read", "GET", "/metadata").when(request -> request.query().contains("mode=terminology")),
      at("t.system.lookup", "GET", "/CodeSystem/$lookup"),
      at("t.system.broken", "GET", "/CodeSystem/$broken").around((_, _) -> {
        throw new IllegalStateException("planned");
      }),
      at("t.system.read", "GET", "/CodeSystem/{id}")), new Words("terms"));

  private static String answer(List<Mount> mounts, String method, String path) {
    var response = new Router(mounts, new Words("house"), new Traffic(new SimpleMeterRegistry()))
        .handle(Request.of(method, path, Headers.NONE, Body.EMPTY));
    return response.text();
  }

  @Test
  void theNarrowestAddressWinsWhoeverIsMountedFirst() {
    for (var mounts : List.of(List.of(RESOURCES, TERMS), List.of(TERMS, RESOURCES))) {
      assertEquals("t.system.lookup{}", answer(mounts, "GET", "/fhir/CodeSystem/$lookup"));
      assertEquals("t.system.read{id=kfa}", answer(mounts, "GET", "/fhir/CodeSystem/kfa"));
      assertEquals(true, answer(mounts, "GET", "/fhir/Patient/1").startsWith("r.any.read"));
      assertEquals("r.any.search{type=CodeSystem}", answer(mounts, "GET", "/fhir/CodeSystem"));
      assertEquals(true, answer(mounts, "PUT", "/fhir/CodeSystem/kfa").startsWith("r.any.update"));
      assertEquals("terms failed", answer(mounts, "GET", "/fhir/CodeSystem/$broken"));
      assertEquals("r.meta.read{}", answer(mounts, "GET", "/fhir/old/metadata"));
    }
  }

  @Test
  void anAddressMayBelongToEachForSomeRequests() {
    for (var mounts : List.of(List.of(RESOURCES, TERMS), List.of(TERMS, RESOURCES))) {
      assertEquals("t.meta.read{}", answer(mounts, "GET", "/fhir/metadata?mode=terminology"));
      assertEquals("r.meta.read{}", answer(mounts, "GET", "/fhir/metadata"));
    }
    assertEquals("terms knows nothing", answer(List.of(TERMS), "GET", "/fhir/metadata"));
  }

  @Test
  void whatNobodyServesIsAnsweredByTheFirst() {
    assertEquals("resources knows nothing", answer(List.of(RESOURCES, TERMS), "GET", "/fhir/a/b/c"));
    assertEquals("terms knows nothing", answer(List.of(TERMS, RESOURCES), "GET", "/fhir/a/b/c"));
    assertEquals("terms allows GET", answer(List.of(TERMS), "DELETE", "/fhir/CodeSystem/$lookup"));
    assertEquals("terms allows GET,PUT", answer(List.of(TERMS, RESOURCES), "DELETE", "/fhir/CodeSystem/kfa"));
    assertEquals("house knows nothing", answer(List.of(TERMS, RESOURCES), "GET", "/fhirs/CodeSystem"));
  }

  @Test
  void twoOperationsOfOneSystemCannotStandAtOneAddress() {
    var twice = new Mount("twice", List.of("/x"), List.of(at("a.b.c", "GET", "/y"), at("a.b.d", "GET", "/y")),
        new Words("twice"));
    assertThrows(IllegalArgumentException.class, () -> answer(List.of(twice), "GET", "/x/y"));
  }
}
