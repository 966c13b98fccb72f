package id.jejak.app.web.ground;

import id.jejak.kernel.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Whoever looks at a page, known by a cookie.
 *
 * @param id random; never shown, and changed at every login
 * @param fresh true when the cookie must be set with this answer
 */
public record Visitor(String id, Language language, boolean fresh) {
  static final String SESSION = "jejak_session";
  static final String LANGUAGE = "jejak_language";

  /** What every form of this visitor's pages carries. Whoever cannot read the cookie cannot make it. */
  public String csrf() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(("jejak form " + id).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Whether a form came from a page of ours; takes as long for a wrong one. */
  boolean owns(String given) {
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), csrf().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Visitor[***]";
  }

  /** The value of a cookie. */
  static Optional<String> cookie(Request request, String name) {
    for (var header : request.headers().all("Cookie")) {
      for (var pair : header.split(";")) {
        var trimmed = pair.trim();
        if (trimmed.startsWith(name + "=")) {
          return Optional.of(trimmed.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** A cookie that scripts cannot read and other sites cannot send. */
  static String setting(Request request, String name, String value, int seconds) {
    boolean secure = request.header("X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent();
    return name + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
