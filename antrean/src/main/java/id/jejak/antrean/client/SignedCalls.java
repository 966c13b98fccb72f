package id.jejak.antrean.client;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.crypto.AnswerCipher;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/**
 * Calls to BPJS: signed with the second in which they are made, and opened with the same one. The timestamp is kept
 * beside the pending call; taking a fresh one to decrypt is the classic mistake. Thread-safe.
 */
final class SignedCalls {
  private final Exchange exchange;
  private final String base;
  private final BpjsCredentials credentials;
  private final InstantSource clock;

  SignedCalls(Handler transport, String base, BpjsCredentials credentials, InstantSource clock) {
    if (!base.startsWith("/") || base.endsWith("/")) {
      throw new IllegalArgumentException("base must start with a slash and not end with one: " + base);
    }
    this.exchange = new Exchange(transport);
    this.base = base;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** A call that changes nothing. */
  Answer<Told> read(Operation operation, Map<String, ?> path, Object body) {
    return call(operation, path, body, false);
  }

  /** A call that changes something. */
  Answer<Told> write(Operation operation, Object body) {
    return call(operation, Map.of(), body, true);
  }

  private Answer<Told> call(Operation operation, Map<String, ?> path, Object body, boolean write) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var headers = Headers.of(Header.CONS_ID, credentials.consId(), Header.TIMESTAMP, timestamp,
        Header.SIGNATURE, Signature.of(credentials.consId(), timestamp, credentials.secret().reveal()),
        Header.USER_KEY, credentials.userKey().reveal(), "Content-Type", "application/json", "Accept",
        "application/json");
    var cipher = new AnswerCipher(credentials.consId(), credentials.secret().reveal(), timestamp);
    return exchange.call(Request.of(operation.method(), base + filled(operation.path(), path), headers,
        operation.method().equals("GET") ? Body.EMPTY : Body.of(Json.write(body))), write, cipher::open);
  }

  private static String filled(String path, Map<String, ?> values) {
    for (var value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}",
          URLEncoder.encode(String.valueOf(value.getValue()), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path;
  }
}
