package id.jejak.app.web;

import id.jejak.kernel.http.Response;

/** HTML answers, with headers that allow a page nothing but itself. */
final class Html {
  private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
      + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Html() {}

  /** A page. */
  static Response page(int status, String html) {
    return guarded(Response.of(status, "text/html; charset=utf-8", html)).with("Content-Security-Policy", POLICY);
  }

  /** A file that belongs to a page. */
  static Response file(String contentType, String text) {
    return guarded(Response.of(200, contentType, text));
  }

  private static Response guarded(Response response) {
    return response
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-cache");
  }

  /** Text as it may stand in an element or a quoted attribute. */
  static String escape(Object text) {
    return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;").replace("'", "&#39;");
  }
}
