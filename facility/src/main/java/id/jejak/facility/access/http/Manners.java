package id.jejak.facility.access.http;

import id.jejak.kernel.http.Response;

/** Headers of every answer that may hold personal data: kept by nobody, framed by nobody, taken for nothing else. */
final class Manners {
  private Manners() {}

  static Response of(Response answer) {
    var polite = answer;
    polite = unless(polite, "Cache-Control", "no-store");
    polite = unless(polite, "X-Content-Type-Options", "nosniff");
    polite = unless(polite, "Referrer-Policy", "no-referrer");
    return unless(polite, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static Response unless(Response answer, String name, String value) {
    return answer.header(name).isPresent() ? answer : answer.with(name, value);
  }
}
