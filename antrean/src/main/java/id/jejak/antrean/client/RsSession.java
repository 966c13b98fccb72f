package id.jejak.antrean.client;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Calls to a hospital under a token, which is asked for once and again when it is refused: a call refused for its token
 * did nothing, so it is safe to make it again. Thread-safe.
 */
final class RsSession {
  private final Exchange exchange;
  private final RsSettings settings;
  private Optional<Secret> token = Optional.empty();

  RsSession(Handler transport, RsSettings settings) {
    this.exchange = new Exchange(transport);
    this.settings = settings;
  }

  Answer<Told> call(Operation operation, Map<String, Object> body, boolean write) {
    var first = token();
    if (!(first instanceof Answer.Done<Secret>(var good, _))) {
      return first.map(RsSession::never);
    }
    var answer = call(operation, body, write, good);
    if (!(answer instanceof Answer.Refused<Told>(_, var message)) || !aboutToken(message)) {
      return answer;
    }
    forget(good);
    var second = token();
    return second instanceof Answer.Done<Secret>(var other, _) ? call(operation, body, write, other)
        : second.map(RsSession::never);
  }

  private static boolean aboutToken(String message) {
    return message.equalsIgnoreCase(RsMessage.TOKEN_EXPIRED.text())
        || message.equalsIgnoreCase(RsMessage.TOKEN_INVALID.text());
  }

  private Answer<Told> call(Operation operation, Map<String, Object> body, boolean write, Secret under) {
    return exchange.call(Request.of(operation.method(), settings.path(operation),
        Headers.of("Content-Type", "application/json", "Accept", "application/json", Header.TOKEN, under.reveal(),
            Header.USERNAME, settings.username()), Body.of(Json.write((Object) body))), write,
        UnaryOperator.identity());
  }

  /** The token in use, or a new one; asked for by one thread at a time. */
  synchronized Answer<Secret> token() {
    if (token.isPresent()) {
      return new Answer.Done<>(token.get());
    }
    var answer = exchange.call(Request.of("GET", settings.path(RsOperations.TOKEN),
        Headers.of("Accept", "application/json", Header.USERNAME, settings.username(), Header.PASSWORD,
            settings.password().reveal()), Body.EMPTY), false, UnaryOperator.identity())
        .map(told -> new Secret(Reading.text(told.response(), "token")));
    if (answer instanceof Answer.Done<Secret>(var fresh, _)) {
      if (fresh.reveal().isEmpty()) {
        return new Answer.Later<>(ClientLimits.WAIT, "a success without a token");
      }
      token = Optional.of(fresh);
    }
    return answer;
  }

  private synchronized void forget(Secret refused) {
    if (token.filter(refused::equals).isPresent()) {
      token = Optional.empty();
    }
  }

  private static Told never(Secret secret) {
    throw new IllegalStateException("only an answer that is done has a value");
  }
}
