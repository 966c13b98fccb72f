package id.jejak.gateway.http;

import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.domain.Penalties;
import id.jejak.gateway.domain.Quota;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /sandbox/gateway/rules}: switches the platform's rules on and off without a restart, to try how a client
 * bears them. Holds until the next reset.
 */
final class SandboxRules {
  private final Quota quota;
  private final Penalties penalties;

  SandboxRules(Quota quota, Penalties penalties) {
    this.quota = quota;
    this.penalties = penalties;
  }

  Response set(Request request) {
    JsonNode asked;
    try {
      asked = Json.read(request.body().bytes(Limits.BODY_BYTES));
    } catch (Json.Unreadable e) {
      return wrong("the body is no readable JSON: send {\"penalty\": true, \"quota\": 60}");
    }
    if (!asked.isObject()) {
      return wrong("the body must be an object such as {\"penalty\": true, \"quota\": 60}");
    }
    var bound = asked.path("quota");
    var penalty = asked.path("penalty");
    if (!bound.isMissingNode() && (!bound.isInt() || bound.intValue() < 0 || bound.intValue() > Limits.QUOTA_MOST)) {
      return wrong("quota must be a whole number from 0, no bound, to " + Limits.QUOTA_MOST);
    }
    if (!penalty.isMissingNode() && !penalty.isBoolean()) {
      return wrong("penalty must be true or false");
    }
    if (bound.isInt()) {
      quota.set(bound.intValue());
    }
    if (penalty.isBoolean()) {
      penalties.set(penalty.booleanValue());
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("penalty", penalties.on());
    answer.put("quota", quota.most());
    return Response.json(200, Json.write(answer));
  }

  private static Response wrong(String what) {
    return Response.json(400, Json.write(Map.of("error", what)));
  }
}
