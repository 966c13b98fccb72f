package id.jejak.ttac.http;

import id.jejak.kernel.db.Texts;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.DateText;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request's parameters, wherever they came from: query string, JSON body (on GET too), urlencoded or multipart
 * form. The query wins. Texts are trimmed and blank means absent, as the real server's framework does.
 *
 * <p>Each reader refuses with E990 and the sentence for its field; read in the order of the document's table, so
 * that the first fault in that order is the one that is named.
 */
final class Params {
  private static final int NUMBER_LENGTH = 40;

  private final Map<String, JsonNode> values;

  private Params(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** Reads a request; empty when its body is no readable JSON object and no form. */
  static Optional<Params> of(Request request) {
    var body = request.body().bytes(Limits.BODY_BYTES);
    var values = new HashMap<String, JsonNode>();
    if (body.length > 0 && !readBody(request.header("Content-Type").orElse(""), body, values)) {
      return Optional.empty();
    }
    if (!request.query().isEmpty()) {
      values.putAll(fromForm(Form.urlencoded(request.query())));
    }
    return Optional.of(new Params(values));
  }

  /** What stands in the query, and fields that came in front of a file; the query wins. */
  static Params ofQueryAnd(Request request, Map<String, List<String>> fields) {
    var values = fromForm(fields);
    values.putAll(fromForm(Form.urlencoded(request.query())));
    return new Params(values);
  }

  private static boolean readBody(String type, byte[] body, Map<String, JsonNode> values) {
    var kind = type.toLowerCase(Locale.ROOT);
    if (kind.startsWith("multipart/form-data")) {
      values.putAll(fromForm(Form.multipart(type, body)));
    } else if (looksLikeJson(body) || !kind.startsWith("application/x-www-form-urlencoded")) {
      return readJson(body, values);
    } else {
      values.putAll(fromForm(Form.urlencoded(new String(body, java.nio.charset.StandardCharsets.UTF_8))));
    }
    return true;
  }

  private static boolean readJson(byte[] body, Map<String, JsonNode> values) {
    JsonNode json;
    try {
      json = Json.read(body);
    } catch (Json.Unreadable e) {
      return false;
    }
    if (json.isObject()) {
      json.propertyStream().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    }
    return json.isObject() || json.isMissingNode(); // missing: nothing but white space
  }

  /** JSON is sent as form and as plain text by real clients; a form never starts with a brace. */
  private static boolean looksLikeJson(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\r' && b != '\n' && b != '\t') {
        return b == '{';
      }
    }
    return false;
  }

  /** {@code name[]}, {@code name[3]} and repeated names are lists. */
  private static HashMap<String, JsonNode> fromForm(Map<String, List<String>> form) {
    var nodes = JsonNodeFactory.instance;
    var lists = new HashMap<String, List<String>>();
    var values = new HashMap<String, JsonNode>();
    form.forEach((name, texts) -> {
      int bracket = name.endsWith("]") ? name.indexOf('[') : -1;
      if (bracket > 0) {
        lists.computeIfAbsent(name.substring(0, bracket), _ -> new ArrayList<>()).addAll(texts);
      } else if (texts.size() > 1) {
        lists.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(texts);
      } else {
        values.put(name, nodes.stringNode(texts.getFirst()));
      }
    });
    lists.forEach((name, texts) -> {
      var array = nodes.arrayNode(texts.size());
      texts.forEach(array::add);
      values.put(name, array);
    });
    return values;
  }

  /** What is asked for, to tell one request from another: a repeat may come under a newer token. */
  byte[] asked() {
    var asked = new TreeMap<>(values);
    asked.remove("token");
    return Json.write(asked);
  }

  /** True when the parameter is there and not blank. */
  boolean has(String name) {
    return value(name) != null;
  }

  /** A text that must be there. */
  String text(String name, int longest) {
    return textOrEmpty(name, longest).orElseThrow(() -> Stop.parameter(Sentence.required(name)));
  }

  /** A text that may be missing. */
  Optional<String> textOrEmpty(String name, int longest) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString() || !Texts.storable(value.stringValue())) {
      throw Stop.parameter(Sentence.string(name));
    }
    var text = value.stringValue().strip();
    if (text.length() > longest) {
      throw Stop.parameter(Sentence.characters(name, 1, longest));
    }
    return Optional.of(text);
  }

  /** A whole number that must be there. */
  long integer(String name) {
    return integerOrEmpty(name).orElseThrow(() -> Stop.parameter(Sentence.required(name)));
  }

  /** A whole number that may be missing; texts of digits count, as forms and many clients send them. */
  OptionalLong integerOrEmpty(String name) {
    var number = decimal(name, Sentence.integer(name));
    try {
      return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValueExact());
    } catch (ArithmeticException e) {
      throw Stop.parameter(Sentence.integer(name));
    }
  }

  /** A number that must be there, within a range. */
  BigDecimal number(String name, int least, int most) {
    var number = decimal(name, Sentence.number(name));
    if (number == null) {
      throw Stop.parameter(Sentence.required(name));
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw Stop.parameter(Sentence.between(name, least, most));
    }
    return number;
  }

  /** A number as the caller wrote it, for values that are given back as text. */
  String written(String name) {
    var value = value(name);
    return value == null ? "" : value.asString().strip();
  }

  /** True, false, or missing. */
  Optional<Boolean> flag(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    return switch (value.isContainer() ? "" : value.asString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> throw Stop.parameter(Sentence.trueOrFalse(name));
    };
  }

  /** A date as {@code yyyy-mm-dd} that must be there. */
  LocalDate date(String name) {
    return DateText.read(text(name, Limits.SHORT_LENGTH)).orElseThrow(() -> Stop.parameter(Sentence.date(name)));
  }

  /** A list of texts that must be there. */
  List<String> texts(String name, int most) {
    var value = value(name);
    if (value == null) {
      throw Stop.parameter(Sentence.required(name));
    }
    if (!value.isArray()) {
      throw Stop.parameter(Sentence.array(name));
    }
    if (value.isEmpty()) {
      throw Stop.parameter(Sentence.required(name));
    }
    if (value.size() > most) {
      throw Stop.parameter(Sentence.tooMany(name, most));
    }
    var texts = new ArrayList<String>(value.size());
    for (var element : value) {
      texts.add(element(name, texts.size(), element));
    }
    return texts;
  }

  /** A list of texts, or one text alone. */
  List<String> oneOrMoreTexts(String name, int most) {
    var value = value(name);
    return value != null && value.isString() ? List.of(element(name, 0, value)) : texts(name, most);
  }

  /** One text of a list; its name, such as {@code barcode.0}, is put together only to refuse it. */
  private static String element(String name, int place, JsonNode element) {
    if (!element.isString() && !element.isNull()) {
      throw Stop.parameter(Sentence.string(name + "." + place));
    }
    var text = element.isNull() ? "" : element.stringValue().strip();
    if (text.isEmpty()) {
      throw Stop.parameter(Sentence.required(name + "." + place));
    }
    if (!Texts.storable(text)) {
      throw Stop.parameter(Sentence.string(name + "." + place));
    }
    if (text.length() > Limits.BARCODE_LENGTH) {
      throw Stop.parameter(Sentence.characters(name + "." + place, 1, Limits.BARCODE_LENGTH));
    }
    return text;
  }

  private @Nullable BigDecimal decimal(String name, String sentence) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    var text = value.isNumber() || value.isString() ? value.asString().strip() : "";
    if (text.isEmpty() || text.length() > NUMBER_LENGTH) {
      throw Stop.parameter(sentence);
    }
    try {
      var number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > NUMBER_LENGTH) { // 1e999999999 is short, and endless
        throw Stop.parameter(sentence);
      }
      return number;
    } catch (NumberFormatException e) {
      throw Stop.parameter(sentence);
    }
  }

  private @Nullable JsonNode value(String name) {
    var value = values.get(name);
    if (value == null || value.isNull() || value.isString() && value.stringValue().isBlank()) {
      return null;
    }
    return value;
  }
}
