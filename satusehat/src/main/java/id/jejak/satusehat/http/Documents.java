package id.jejak.satusehat.http;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/**
 * FHIR's JSON as trees whose keys are sorted at every level, and whose numbers are written as they were read: FHIR's
 * decimals mean their digits. Thread-safe.
 */
public final class Documents {
  /** Makes nodes; objects keep their keys sorted, whatever is added to them later. */
  static final JsonNodeFactory NODES = new Sorted();

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(Limits.DEPTH).maxNumberLength(Limits.NUMBER_LENGTH).build())
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .build();

  private static final class Sorted extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    @Override
    public ObjectNode objectNode() {
      return new ObjectNode(this, new TreeMap<>());
    }
  }

  private Documents() {}

  /** Reads a JSON object, or stops with what is wrong. */
  static ObjectNode object(byte[] json) {
    if (read(json) instanceof ObjectNode object) {
      return object;
    }
    throw new Stop(Refusals.unparseable("the body must be a JSON object", ""));
  }

  /** Reads any JSON value, or stops with what is wrong. */
  static JsonNode read(byte[] json) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      var token = parser.nextToken();
      if (token == null) {
        throw new Stop(Refusals.unparseable("the body is empty", ""));
      }
      var value = value(parser, token);
      if (parser.nextToken() != null) {
        throw new Stop(Refusals.unparseable("more follows after the JSON value", ""));
      }
      return value;
    } catch (JacksonException | NumberFormatException e) { // its words may quote the body
      throw new Stop(Refusals.unparseable("invalid JSON", ""));
    }
  }

  /** Reads what was written by us. */
  static ObjectNode own(byte[] json) {
    return object(json);
  }

  /** A copy that sorts its keys too; the library's own copies do not. */
  static JsonNode copy(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> copy(object);
      case ArrayNode array -> {
        var copied = NODES.arrayNode(array.size());
        array.forEach(element -> copied.add(copy(element)));
        yield copied;
      }
      case JsonNode plain -> plain; // immutable
    };
  }

  /** A copy that sorts its keys too. */
  static ObjectNode copy(ObjectNode object) {
    var copied = NODES.objectNode();
    object.forEachEntry((name, value) -> copied.set(name, copy(value)));
    return copied;
  }

  static byte[] write(JsonNode node) {
    return Json.write(node);
  }

  private static JsonNode value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> NODES.stringNode(text(parser));
      case VALUE_NUMBER_INT -> whole(parser.getString());
      case VALUE_NUMBER_FLOAT -> decimal(parser.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new Stop(Refusals.unparseable("invalid JSON", ""));
    };
  }

  private static JsonNode members(JsonParser parser) {
    var object = NODES.objectNode();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      sound(name);
      if (object.replace(name, value(parser, parser.nextToken())) != null) {
        throw new Stop(Refusals.unparseable("the member \"" + Refusals.shown(name) + "\" stands twice in one object",
            ""));
      }
    }
    return object;
  }

  private static JsonNode elements(JsonParser parser) {
    var array = NODES.arrayNode();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      array.add(value(parser, token));
    }
    return array;
  }

  private static String text(JsonParser parser) {
    var text = parser.getString();
    sound(text);
    return text;
  }

  /** Half a character cannot be written as UTF-8. */
  private static void sound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c) || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new Stop(Refusals.unparseable("a text holds half a character", ""));
        }
        i++;
      }
    }
  }

  private static JsonNode whole(String text) {
    if (text.length() <= 9 && !text.equals("-0")) {
      return NODES.numberNode(Integer.parseInt(text));
    }
    return text.equals("-0") ? raw(text) : NODES.numberNode(new BigInteger(text));
  }

  private static JsonNode decimal(String text) {
    var value = new BigDecimal(text);
    return value.toString().equals(text) ? NODES.numberNode(value) : raw(text);
  }

  private static JsonNode raw(String text) {
    return NODES.rawValueNode(new RawValue(text));
  }

  /** The number that a node is; empty when it is none. */
  public static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    if (node instanceof POJONode held && held.getPojo() instanceof RawValue raw
        && raw.rawValue() instanceof String text) {
      return Optional.of(new BigDecimal(text));
    }
    return Optional.empty();
  }

  /** The text that a node is; empty when it is none. */
  public static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
