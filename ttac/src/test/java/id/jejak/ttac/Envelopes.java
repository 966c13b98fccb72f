package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What every answer of TTAC looks like, whatever was asked. */
final class Envelopes {
  private static final List<Pattern> WORDS = new ArrayList<>();

  static {
    for (var code : Code.values()) {
      WORDS.add(Pattern.compile(code.name() + " \\Q"
          + code.message().replaceAll("\\{[a-z]+\\}", "\\\\E.*\\\\Q") + "\\E", Pattern.DOTALL));
    }
    WORDS.add(Pattern.compile("E000 \\Q" + Envelope.RECEIVED + "\\E"));
    WORDS.add(Pattern.compile("E990 Parameter error\\. The (selected )?[a-z .0-9]+ (field is required( when [a-z ]+ is"
        + " not present)?|must be (an integer|a number|an array|a string|at least -?\\d+|of the same type)"
        + "|must be between -?\\d+ and -?\\d+( characters)?|may not have more than \\d+ items|is invalid"
        + "|field must be true or false|is not a valid date|has already been taken)\\."));
  }

  private Envelopes() {}

  /** Fails unless the answer is one of the documented ones; gives back its code. */
  static Code check(int status, byte[] answer, String where) {
    JsonNode json;
    try {
      json = Json.read(answer);
    } catch (Json.Unreadable e) {
      throw new AssertionError(where + ": no JSON: " + new String(answer, java.nio.charset.StandardCharsets.UTF_8), e);
    }
    assertEquals(List.of("status", "statusCode", "message", "data"), List.copyOf(json.propertyNames()), where);
    assertTrue(json.path("status").isBoolean(), where);
    var code = Code.valueOf(json.path("statusCode").asString());
    assertEquals(code.success(), json.path("status").asBoolean(), where);
    var words = code.name() + " " + json.path("message").asString();
    assertTrue(WORDS.stream().anyMatch(pattern -> pattern.matcher(words).matches()), where + ": " + words);
    assertTrue(code == Code.E000 || json.path("data").isNull(), where);
    assertTrue(status == 200 || code == Code.E999 && Set.of(400, 404, 405, 413, 414, 431).contains(status),
        where + ": HTTP " + status);
    return code;
  }
}
