package id.jejak.ttac.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls that carry the token. A token that is refused (E003) is replaced once and the call made again: a refused call
 * did nothing, so that is safe for writes too. Thread-safe.
 */
final class Calls {
  private final Wire wire;
  private final Session session;

  Calls(Wire wire, Session session) {
    this.wire = wire;
    this.session = session;
  }

  Answer<Told> read(Operation operation, Map<String, ?> params) {
    return withToken(token -> wire.read(operation, plus(token, params)));
  }

  Answer<Told> write(Operation operation, Map<String, ?> params, Optional<String> key) {
    return withToken(token -> wire.write(operation, plus(token, params), key));
  }

  private Answer<Told> withToken(Function<Secret, Answer<Told>> call) {
    var first = session.token();
    if (!(first instanceof Answer.Done<Secret>(var token, _))) {
      return first.map(Calls::never);
    }
    var answer = call.apply(token);
    if (!(answer instanceof Answer.Refused<Told>(var code, _)) || !code.equals(Code.E003.name())) {
      return answer;
    }
    var second = session.insteadOf(token);
    return second instanceof Answer.Done<Secret>(var other, _) ? call.apply(other) : second.map(Calls::never);
  }

  private static Map<String, Object> plus(Secret token, Map<String, ?> params) {
    var all = new LinkedHashMap<String, Object>();
    all.put("token", token.reveal());
    all.putAll(params);
    return all;
  }

  private static Told never(Secret token) {
    throw new IllegalStateException("only an answer that is done has a value");
  }
}
