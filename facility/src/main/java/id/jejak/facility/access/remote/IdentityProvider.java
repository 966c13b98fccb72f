package id.jejak.facility.access.remote;

import com.nimbusds.jose.jwk.JWKSet;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A provider of OpenID Connect, asked for a code with PKCE. Its addresses and keys are what it publishes, read when first
 * needed; keys again when a token names one that is not known, at most once in half a minute. Thread-safe.
 */
public final class IdentityProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration APART = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofSeconds(5);

  /** Who we are at the provider. */
  public record Registration(URI issuer, String client, Secret secret, URI callback) {}

  private record Places(URI authorize, URI token, URI keys) {}

  private record Keys(JWKSet set, Instant read) {}

  private final Registration own;
  private final InstantSource clock;
  private final Function<URI, Handler> wire;
  private volatile Optional<Places> places = Optional.empty();
  private volatile Optional<Keys> keys = Optional.empty();

  /** A provider over the network. */
  public IdentityProvider(Registration own, InstantSource clock) {
    this(own, clock, origin -> new HttpTransport(origin.toString(), PATIENCE));
  }

  IdentityProvider(Registration own, InstantSource clock, Function<URI, Handler> wire) {
    this.own = own;
    this.clock = clock;
    this.wire = wire;
  }

  /** Where to send a browser, with what will be asked back. */
  public Answer<URI> authorize(String state, String nonce, String challenge) {
    return asked(() -> {
      var query = new LinkedHashMap<String, String>();
      query.put("response_type", "code");
      query.put("client_id", own.client());
      query.put("redirect_uri", own.callback().toString());
      query.put("scope", "openid");
      query.put("state", state);
      query.put("nonce", nonce);
      query.put("code_challenge", challenge);
      query.put("code_challenge_method", "S256");
      var at = places().authorize();
      return new Answer.Done<>(URI.create(at + (at.getRawQuery() == null ? "?" : "&") + form(query)));
    });
  }

  /**
   * Exchanges a code, and checks the id token that comes for it.
   *
   * @return the subject; {@code Refused} when code or token is not good
   */
  public Answer<String> subject(String code, String verifier, String nonce) {
    return asked(() -> {
      var form = new LinkedHashMap<String, String>();
      form.put("grant_type", "authorization_code");
      form.put("code", code);
      form.put("redirect_uri", own.callback().toString());
      form.put("code_verifier", verifier);
      var headers = Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
      if (own.secret().reveal().isEmpty()) {
        form.put("client_id", own.client());
      } else {
        headers = headers.plus("Authorization", "Basic " + Base64.getEncoder().encodeToString(
            (encoded(own.client()) + ":" + encoded(own.secret().reveal())).getBytes(StandardCharsets.UTF_8)));
      }
      var answer = send("POST", places().token(), headers, form(form));
      if (answer.isEmpty()) {
        return new Answer.Refused<>("code", "the code was not taken");
      }
      return IdToken.read(answer.get().path("id_token").asString(""))
          .filter(this::signed)
          .flatMap(token -> token.subject(own.issuer().toString(), own.client(), nonce, clock.instant()))
          .<Answer<String>>map(Answer.Done::new)
          .orElseGet(() -> new Answer.Refused<>("id_token", "the id token is not good"));
    });
  }

  private interface Asking<T> {
    Answer<T> ask();
  }

  private static <T> Answer<T> asked(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (NoAnswer e) {
      return new Answer.Later<>(LATER, "the identity provider does not answer");
    } catch (Unfit e) {
      return new Answer.Later<>(LATER, "the identity provider says what cannot be used: " + e.getMessage());
    }
  }

  private boolean signed(IdToken token) {
    return known(token) || refreshed() && known(token);
  }

  private boolean known(IdToken token) {
    return keys.stream().flatMap(all -> all.set().getKeys().stream())
        .filter(key -> token.key().isEmpty() || token.key().get().equals(key.getKeyID()))
        .anyMatch(token::signedBy);
  }

  private boolean refreshed() {
    var now = clock.instant();
    if (keys.filter(all -> Duration.between(all.read(), now).abs().compareTo(APART) < 0).isPresent()) {
      return false;
    }
    var answer = send("GET", places().keys(), Headers.of("Accept", "application/json"), "")
        .orElseThrow(() -> new Unfit("no keys"));
    try {
      keys = Optional.of(new Keys(JWKSet.parse(answer.toString()), now));
      return true;
    } catch (ParseException e) {
      throw new Unfit("unreadable keys");
    }
  }

  private Places places() {
    var known = places;
    if (known.isPresent()) {
      return known.get();
    }
    var issuer = own.issuer().toString();
    var at = URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
        + "/.well-known/openid-configuration");
    var said = send("GET", at, Headers.of("Accept", "application/json"), "")
        .orElseThrow(() -> new Unfit("no configuration"));
    if (!said.path("issuer").asString("").equals(issuer)) {
      throw new Unfit("another issuer than the one that is set");
    }
    var fresh = new Places(place(said, "authorization_endpoint"), place(said, "token_endpoint"),
        place(said, "jwks_uri"));
    places = Optional.of(fresh);
    return fresh;
  }

  /** An address that the provider names: as safe as the provider's own, so that nobody is lured to another. */
  private URI place(JsonNode said, String name) {
    try {
      var at = URI.create(said.path(name).asString(""));
      if (at.getHost() != null && ("https".equals(at.getScheme())
          || "http".equals(at.getScheme()) && "http".equals(own.issuer().getScheme())
              && at.getHost().equals(own.issuer().getHost()))) {
        return at;
      }
    } catch (IllegalArgumentException e) {
      throw new Unfit("no address for " + name);
    }
    throw new Unfit("no safe address for " + name);
  }

  private Optional<JsonNode> send(String method, URI at, Headers headers, String body) {
    var origin = URI.create(at.getScheme() + "://" + at.getRawAuthority());
    var handler = wire.apply(origin);
    try {
      var path = at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
      var answer = handler.handle(Request.of(method, path, headers, Body.of(body)));
      if (answer.status() >= 500) {
        throw new NoAnswer(true, "HTTP " + answer.status(), new IllegalStateException());
      }
      var json = answer.status() == 200 ? Json.read(answer.bytes()) : Json.read("null");
      return json.isObject() ? Optional.of(json) : Optional.empty();
    } catch (Json.Unreadable e) {
      throw new Unfit("no JSON");
    } finally {
      if (handler instanceof HttpTransport transport) {
        transport.close();
      }
    }
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream().map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }
}
