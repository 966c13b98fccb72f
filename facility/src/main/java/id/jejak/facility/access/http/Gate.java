package id.jejak.facility.access.http;

import id.jejak.facility.access.Access.Behind;
import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.Problem;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Stands before every handler of a facility: who is it, is it really them, and may they. A program shows its token itself;
 * a browser sends a cookie by itself, so a change must also prove that a page of ours asked for it. Thread-safe.
 */
final class Gate {
  static final String COOKIE = "jejak_session";
  static final String HOST_COOKIE = "__Host-jejak_session";
  private static final String CSRF = "X-CSRF-Token";
  private static final String BEARER = "bearer ";

  /** What is known of a caller whose session lives. */
  record Known(Sessions.Live live, String token) {
    Actor actor() {
      return live.actor();
    }
  }

  /** A handler of our own, which may need the token. */
  interface Inner {
    Response handle(Known known, Request request);
  }

  private final Sessions sessions;
  private final Db db;
  private final Audit audit;

  Gate(Sessions sessions, Db db, Audit audit) {
    this.sessions = sessions;
    this.db = db;
    this.audit = audit;
  }

  Handler inner(Permission permission, String operation, Inner behind) {
    return request -> closed(() -> {
      var token = token(request).orElseThrow(() -> Stop.with(Problem.UNAUTHENTICATED));
      var live = sessions.byToken(token).orElseThrow(() -> Stop.with(Problem.UNAUTHENTICATED));
      if (bearer(request).isEmpty() && changes(request) && !ours(request, token)) {
        throw Stop.with(Problem.CROSS_SITE);
      }
      if (!live.actor().may(permission)) {
        db.transaction(tx -> {
          audit.note(tx, new Why(live.actor(), operation, Purpose.OPERATION), Audit.Deed.DENIED, Audit.NO_PATIENT);
          return true;
        });
        throw Stop.with(Problem.FORBIDDEN);
      }
      return behind.handle(new Known(live, token), request);
    });
  }

  Handler guard(Permission permission, String operation, Behind behind) {
    return inner(permission, operation, (known, request) -> behind.handle(known.actor(), request));
  }

  /** Who shows a token in the header {@code Authorization}; a cookie alone names nobody here. */
  Optional<Actor> actor(Request request) {
    return bearer(request).flatMap(sessions::byToken).map(Sessions.Live::actor);
  }

  /** Whether a request shows a session that lives, by a program's token or a browser's cookie. */
  boolean shown(Request request) {
    return token(request).flatMap(sessions::byToken).isPresent();
  }

  /** A handler for everybody, with the same manners. */
  static Handler open(Handler behind) {
    return request -> closed(() -> {
      if (changes(request) && request.header("Sec-Fetch-Site").filter(site -> !own(site)).isPresent()) {
        throw Stop.with(Problem.CROSS_SITE);
      }
      return behind.handle(request);
    });
  }

  /** The token that a request carries, shown by a program or sent by a browser. */
  static Optional<String> token(Request request) {
    return bearer(request).or(() -> cookie(request, HOST_COOKIE)).or(() -> cookie(request, COOKIE));
  }

  /** What stands for a session in a page of ours: whoever has it has read one of our answers. */
  static String csrf(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash("csrf " + token));
  }

  static Optional<String> cookie(Request request, String name) {
    for (var header : request.headers().all("Cookie")) {
      for (var pair : header.split(";")) {
        var trimmed = pair.strip();
        if (trimmed.startsWith(name + "=")) {
          return Optional.of(trimmed.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> bearer(Request request) {
    return request.header("Authorization").filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static boolean changes(Request request) {
    return !request.method().equals("GET") && !request.method().equals("HEAD");
  }

  private static boolean ours(Request request, String token) {
    if (request.header(CSRF).filter(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
        csrf(token).getBytes(StandardCharsets.UTF_8))).isPresent()) {
      return true;
    }
    var site = request.header("Sec-Fetch-Site");
    return site.isPresent() ? site.get().equals("same-origin")
        : request.header("Origin").filter(origin -> request.header("Host").filter(host -> sameHost(origin, host))
            .isPresent()).isPresent();
  }

  private static boolean own(String site) {
    return site.equals("same-origin") || site.equals("none");
  }

  private static boolean sameHost(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) { // no address, so not ours
      return false;
    }
  }

  private interface Answering {
    Response answer();
  }

  private static Response closed(Answering work) {
    Response answer;
    try {
      answer = work.answer();
    } catch (Stop refused) {
      answer = refused.answer();
    }
    return Manners.of(answer);
  }
}
