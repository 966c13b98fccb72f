package id.jejak.facility.access.http;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;

/** How every answer here is given: kept by nobody, framed by nobody, taken for nothing else, since it may hold personal data. */
final class Manners {
  private Manners() {}

  static Response of(Response answer) {
    var polite = answer;
    polite = unless(polite, "Cache-Control", "no-store");
    polite = unless(polite, "X-Content-Type-Options", "nosniff");
    polite = unless(polite, "Referrer-Policy", "no-referrer");
    return unless(polite, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  /** An answer of one object with these names and values in turn. */
  static Response answer(int status, Object... namesAndValues) {
    return Response.json(status, Json.write(Tree.of(namesAndValues)));
  }

  private static Response unless(Response answer, String name, String value) {
    return answer.header(name).isPresent() ? answer : answer.with(name, value);
  }
}
