package id.jejak.facility.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.ids.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** An identity provider that checks what it is asked as a strict one does, and can be told to answer wrongly. */
final class MockProvider implements AutoCloseable {
  private final HttpServer server;
  private final InstantSource clock;
  private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();
  volatile RSAKey key = fresh("one");
  volatile RSAKey published = key;
  /** Makes the id token of claims as they should be. */
  volatile BiFunction<MockProvider, JWTClaimsSet.Builder, String> token = (self, claims) -> self.signed(claims.build());
  volatile String subject = "subject-of-the-doctor";

  MockProvider(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys"}""".formatted(issuer())));
    server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(published.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  static RSAKey fresh(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What a person's visit to the authorization endpoint ends with. */
  String visit(String query) {
    var asked = Form.urlencoded(query);
    if (!asked.get("code_challenge_method").equals(List.of("S256")) || !asked.get("response_type").equals(List.of("code"))) {
      throw new IllegalStateException(query);
    }
    var code = "code-" + codes.size();
    codes.put(code, asked);
    return code;
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = Form.urlencoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var asked = codes.remove(form.getOrDefault("code", List.of("")).getFirst());
    var basic = "Basic " + Base64.getEncoder().encodeToString("jejak:rahasia".getBytes(StandardCharsets.UTF_8));
    if (asked == null || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !form.get("redirect_uri").equals(asked.get("redirect_uri"))
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(form.get("code_verifier").getFirst()))
            .equals(asked.get("code_challenge").getFirst())) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    var now = clock.instant();
    var claims = new JWTClaimsSet.Builder().issuer(issuer()).audience("jejak").subject(subject)
        .claim("nonce", asked.get("nonce").getFirst()).issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
    answer(exchange, 200, "{\"access_token\": \"x\", \"id_token\": \"" + token.apply(this, claims) + "\"}");
  }

  String signed(JWTClaimsSet claims) {
    try {
      var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static Date at(Instant instant) {
    return Date.from(instant);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
