package id.jejak.verify.golden;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.crypto.AnswerCipher;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Signs requests to BPJS in the name of a consumer of the demo world, by the clock of the sandbox, and opens what is
 * answered. A header that a file writes itself stands; so a wrong signature can be shown.
 */
final class Signer {
  private static final Pattern SEALED = Pattern.compile("\"response\":\"([A-Za-z0-9+/=]+)\"");

  private final Handler target;
  private final JsonNode world;

  Signer(Handler target, JsonNode world) {
    this.target = target;
    this.world = world;
  }

  /** Asks with the four headers, and gives back the answer opened. */
  Run.Got signed(String consId, Request request) {
    var consumer = world.path("antrean").propertyStream().map(java.util.Map.Entry::getValue)
        .filter(one -> one.path("cons_id").asString("").equals(consId)).findFirst()
        .orElseThrow(() -> new Variables.Unfilled("# signed as " + consId));
    var secret = consumer.path("secret_key").asString();
    var now = Instant.parse(Json.read(GoldenRunner.text(target.handle(Request.get("/sandbox/clock"))))
        .path("now").asString());
    var timestamp = request.header(Header.TIMESTAMP).orElse(Long.toString(now.getEpochSecond()));
    var whole = with(with(with(with(request, Header.CONS_ID, consId), Header.TIMESTAMP, timestamp), Header.SIGNATURE,
        Signature.of(consId, timestamp, secret)), Header.USER_KEY, consumer.path("user_key").asString());
    return opened(GoldenRunner.got(target.handle(whole)), new AnswerCipher(consId, secret, timestamp));
  }

  private static Request with(Request request, String name, String value) {
    return request.header(name).isPresent() ? request : request.plusHeader(name, value);
  }

  private static Run.Got opened(Run.Got got, AnswerCipher cipher) {
    var sealed = SEALED.matcher(got.body());
    return sealed.find() ? new Run.Got(got.status(), true, got.headers(), sealed.replaceFirst(
        Matcher.quoteReplacement("\"response\":" + cipher.open(sealed.group(1))))) : got;
  }
}
