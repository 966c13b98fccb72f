package id.jejak.app.sandbox.traffic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it may be shown: masked, with what it was and why it was answered so.
 *
 * @param operation id; empty when nothing is served at the path
 * @param title of the operation
 * @param target path and query
 * @param status 0 when the connection was cut on purpose
 * @param code of the outcome, as the system has it; empty when it is none of the operation's
 * @param rule when that outcome is given, in the contract's words; empty when it is not known
 * @param success whether the outcome is one; by status where it is not known
 * @param fault the planned fault it met; empty when there was none
 * @param reference address of the operation's page; empty when there is none
 */
public record Explained(long number, Instant at, String system, String operation, String title, String method,
    String target, int status, String code, String rule, boolean success, String fault, long micros, String requestId,
    Map<String, List<String>> requestHeaders, String requestBody, long requestBytes,
    Map<String, List<String>> answerHeaders, String answerBody, long answerBytes, List<Hint> hints, String curl,
    String reference) {

  /** As plain JSON values, for programs. */
  public Map<String, Object> json(boolean whole) {
    var out = new LinkedHashMap<String, Object>();
    out.put("number", number);
    out.put("at", at.toString());
    out.put("system", system);
    out.put("operation", operation);
    out.put("method", method);
    out.put("target", target);
    out.put("status", status);
    out.put("code", code);
    out.put("success", success);
    out.put("rule", rule);
    out.put("fault", Optional.of(fault).filter(text -> !text.isEmpty()).orElse(null));
    out.put("micros", micros);
    out.put("request_id", requestId);
    out.put("hints", hints.stream().map(Hint::en).toList());
    if (whole) {
      out.put("request", side(requestHeaders, requestBody, requestBytes));
      out.put("answer", side(answerHeaders, answerBody, answerBytes));
      out.put("curl", curl);
    }
    return out;
  }

  private static Map<String, Object> side(Map<String, List<String>> headers, String body, long bytes) {
    var side = new LinkedHashMap<String, Object>();
    side.put("headers", headers);
    side.put("body", body);
    side.put("bytes", bytes);
    return side;
  }
}
