package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.kernel.db.Texts;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a request asks: members of its JSON body or query, and parts of its path. Each reader says where it stumbles. */
final class Params {
  private static final int DIGITS = 12;
  private static final int PLACES = 3;

  private final Request request;
  private final JsonNode body;
  private final String prefix;

  private Params(Request request, JsonNode body, String prefix) {
    this.request = request;
    this.body = body;
    this.prefix = prefix;
  }

  static Params of(Request request) {
    if (request.method().equals("GET")) {
      var query = JsonNodeFactory.instance.objectNode();
      Form.urlencoded(request.query()).forEach((name, values) -> query.put(name, values.getFirst()));
      return new Params(request, query, "");
    }
    var bytes = request.body().bytes(Limits.BODY_BYTES);
    try {
      var body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : Json.read(bytes);
      if (body.isObject()) {
        return new Params(request, body, "");
      }
    } catch (Json.Unreadable e) {
      throw Stop.at(Problem.UNREADABLE, "body", "");
    }
    throw Stop.at(Problem.UNREADABLE, "body", "");
  }

  /** The place of a member in the request. */
  String where(String name) {
    return prefix + name;
  }

  /** An id in the path. */
  long id(String thing) {
    var text = request.var("id");
    return number(text).orElseThrow(() -> missing(thing, text));
  }

  static Stop missing(String thing, String value) {
    return Stop.at(Problem.NOT_FOUND, "id", value, "thing", thing);
  }

  /** An id among the members. */
  long reference(String name) {
    return number(text(name)).orElseThrow(() -> malformed(name, "a number, as it was answered"));
  }

  /** An id that may be left out. */
  Optional<Long> referenceOrNone(String name) {
    return textOrNone(name).map(_ -> reference(name));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  String text(String name) {
    return textOrNone(name).orElseThrow(() -> malformed(name, "a text of 1 to " + Limits.TEXT + " characters"));
  }

  Optional<String> textOrNone(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(plain(value, name));
  }

  private String plain(JsonNode value, String name) {
    var text = value.isString() ? value.stringValue() : value.isNumber() ? value.asString() : "";
    if (text.isEmpty() || text.length() > Limits.TEXT || !Texts.storable(text)) {
      throw malformed(name, "a text of 1 to " + Limits.TEXT + " characters");
    }
    return text;
  }

  /** One of some words. */
  String word(String name, Set<String> words) {
    var text = text(name);
    if (!words.contains(text)) {
      throw malformed(name, "one of " + String.join(", ", new java.util.TreeSet<>(words)));
    }
    return text;
  }

  boolean flag(String name, boolean otherwise) {
    return flagOrNone(name).orElse(otherwise);
  }

  Optional<Boolean> flagOrNone(String name) {
    var value = value(name);
    if (value != null && !value.isBoolean()) {
      throw malformed(name, "true or false");
    }
    return Optional.ofNullable(value).map(JsonNode::booleanValue);
  }

  int integer(String name, int least, int most) {
    var number = number(textOrNone(name).orElse("")).filter(one -> one >= least && one <= most);
    return number.orElseThrow(() -> malformed(name, "a whole number from " + least + " to " + most)).intValue();
  }

  int integer(String name, int least, int most, int otherwise) {
    return value(name) == null ? otherwise : integer(name, least, most);
  }

  /** A quantity above zero with at most three places. */
  BigDecimal quantity(String name) {
    return quantityOrNone(name).orElseThrow(() -> quantityExpected(name));
  }

  Optional<BigDecimal> quantityOrNone(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw quantityExpected(name);
    }
    var number = value.decimalValue().stripTrailingZeros();
    if (number.signum() <= 0 || number.scale() > PLACES || number.precision() - number.scale() > DIGITS - PLACES) {
      throw quantityExpected(name);
    }
    return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
  }

  /** A quantity that may be zero. */
  Optional<BigDecimal> sumOrNone(String name) {
    var value = value(name);
    return value != null && value.isNumber() && value.decimalValue().signum() == 0 ? Optional.of(BigDecimal.ZERO)
        : quantityOrNone(name);
  }

  private Stop quantityExpected(String name) {
    return malformed(name, "a number above 0 with at most " + PLACES + " places");
  }

  LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) { // said in our words
      throw malformed(name, "a date such as 2030-12-31");
    }
  }

  Optional<LocalDate> dateOrNone(String name) {
    return textOrNone(name).map(_ -> date(name));
  }

  /** Texts, none twice. */
  List<String> texts(String name, int least, int most) {
    var value = value(name);
    if (value == null ? least > 0 : !value.isArray() || value.size() < least || value.size() > most) {
      throw malformed(name, "an array of " + least + " to " + most + " texts");
    }
    var all = new ArrayList<String>();
    var seen = new HashSet<String>();
    if (value != null) {
      for (int i = 0; i < value.size(); i++) {
        var text = plain(value.path(i), name + "[" + i + "]");
        if (seen.add(text)) {
          all.add(text);
        }
      }
    }
    return all;
  }

  /** Objects, each with a place of its own. */
  List<Params> objects(String name, int least, int most) {
    var value = value(name);
    if (value == null ? least > 0 : !value.isArray() || value.size() < least || value.size() > most
        || !value.valueStream().allMatch(JsonNode::isObject)) {
      throw malformed(name, "an array of " + least + " to " + most + " objects");
    }
    var all = new ArrayList<Params>();
    for (int i = 0; value != null && i < value.size(); i++) {
      all.add(new Params(request, value.path(i), prefix + name + "[" + i + "]."));
    }
    return all;
  }

  /** A member as it came, once it was found to be whole. */
  JsonNode node(String name) {
    return body.path(name);
  }

  /** An object that may be left out. */
  Optional<Params> object(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw malformed(name, "an object");
    }
    return Optional.of(new Params(request, value, prefix + name + "."));
  }

  /** Says what is expected of a member; where it is missing, and one that is written nearly so is there, says that, too. */
  Stop malformed(String name, String form) {
    var near = value(name) != null ? Optional.<String>empty() : body.propertyNames().stream()
        .filter(other -> !other.equals(name) && nearly(other, name)).min(Comparator.naturalOrder());
    return Stop.at(Problem.MALFORMED, prefix + name, "", "form", form + near.map(other -> "; you wrote " + prefix + other
        + ", it is " + prefix + name).orElse(""));
  }

  /** Whether two names are one slip apart: a letter too many, missing, another one, or two that changed places. */
  static boolean nearly(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int same = 0;
    while (same < most && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < most - same && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    var left = one.substring(same, one.length() - end);
    var right = other.substring(same, other.length() - end);
    return Math.max(left.length(), right.length()) < 2 || left.length() == 2
        && new StringBuilder(left).reverse().toString().equals(right);
  }

  private @Nullable JsonNode value(String name) {
    var value = body.path(name);
    return value.isMissingNode() || value.isNull() || value.isString() && value.stringValue().isBlank() ? null : value;
  }
}
