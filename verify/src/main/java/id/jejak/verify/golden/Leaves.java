package id.jejak.verify.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The values at the tips of a JSON text, by JSON pointer, each with the place where it is written:
 * differences are told by pointer, and a changed answer is rewritten in place rather than printed anew.
 */
final class Leaves {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern BARE =
      Pattern.compile("(?<=[:,\\[] ?)\\{[a-z]\\w*(?::[\\w.:-]+)?}(?= ?[,\\]}])");

  /**
   * A value as it is written, quotes and escapes included.
   *
   * @param start index of its first character
   */
  record Leaf(int start, String text) {}

  private Leaves() {}

  /** The tips of a text; none when it is not JSON. */
  static Map<String, Leaf> of(String json) {
    var leaves = new LinkedHashMap<String, Leaf>();
    try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          leaf(parser, token, json, leaves);
        }
      }
      return leaves;
    } catch (JacksonException e) {
      return Map.of();
    }
  }

  /** The tips of a template, whose unquoted placeholders are not JSON until they are quoted. */
  static Map<String, Leaf> ofTemplate(String template) {
    return of(BARE.matcher(template).replaceAll("\"$0\""));
  }

  private static void leaf(JsonParser parser, JsonToken token, String json, Map<String, Leaf> leaves) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int end = start;
    if (token == JsonToken.VALUE_STRING) {
      for (end = start + 1; json.charAt(end) != '"'; end++) {
        if (json.charAt(end) == '\\') {
          end++;
        }
      }
      end++;
    } else {
      end = start + parser.getString().length();
    }
    var pointer = parser.streamReadContext().pathAsPointer().toString();
    leaves.put(pointer, new Leaf(start, json.substring(start, end)));
  }
}
