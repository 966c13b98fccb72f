package id.jejak.antrean.http;

import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.VclaimMessage;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.kernel.db.Texts;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a request asks: the members of its JSON body, whatever its content type says, and the parts of its path. Real
 * clients send numbers as texts and texts as numbers; both are taken. A blank text is none.
 *
 * <p>Each reader refuses in the words of its service; read in the order of the document's table, so that the first
 * fault in that order is the one that is named.
 */
final class Params {
  private static final long FIRST_MILLIS = 1_000_000_000_000L;
  private static final long LAST_MILLIS = 9_999_999_999_999L;
  private static final int NUMBER_LENGTH = 20;

  private final Dialect dialect;
  private final JsonNode body;
  private final Request request;

  private Params(Dialect dialect, JsonNode body, Request request) {
    this.dialect = dialect;
    this.body = body;
    this.request = request;
  }

  /** Reads a request; one with a body must carry a JSON object. */
  static Params of(Dialect dialect, Request request) {
    if (request.method().equals("GET")) {
      return new Params(dialect, JsonNodeFactory.instance.objectNode(), request);
    }
    JsonNode body;
    try {
      body = Json.read(request.body().bytes(Limits.BODY_BYTES));
    } catch (Json.Unreadable e) {
      throw Stop.with(Message.UNREADABLE);
    }
    if (!body.isObject()) {
      throw Stop.with(Message.UNREADABLE);
    }
    return new Params(dialect, body, request);
  }

  /** The members of an object inside. */
  Params inside(String name) {
    var inner = body.path(name);
    if (!inner.isObject()) {
      throw inner.isMissingNode() || inner.isNull() ? empty(name) : malformed(name);
    }
    return new Params(dialect, inner, request);
  }

  /** A part of the path. */
  String path(String name) {
    var text = request.var(name);
    return Texts.storable(text) ? text : "";
  }

  /** A part of the path that is a date. */
  LocalDate pathDate(String name) {
    return WibText.date(path(name)).orElseThrow(() -> notADate(name));
  }

  /** Two parts of the path that make a month. */
  Optional<YearMonth> pathMonth(String month, String year, boolean oneDigit) {
    var of = path(month);
    if (!of.matches(oneDigit ? "0?[1-9]|1[0-2]" : "0[1-9]|1[0-2]") || !path(year).matches("[12]\\d{3}")) {
      return Optional.empty();
    }
    return Optional.of(YearMonth.of(Integer.parseInt(path(year)), Integer.parseInt(of)));
  }

  /** A text that must be there. */
  String text(String name, int longest) {
    return textOrEmpty(name, longest).orElseThrow(() -> empty(name));
  }

  /** A text that may be missing. */
  Optional<String> textOrEmpty(String name, int longest) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isNumber()) {
      throw malformed(name);
    }
    var text = value.asString().strip();
    if (text.length() > longest || !Texts.storable(text)) {
      throw malformed(name);
    }
    return Optional.of(text);
  }

  /** A text of a form that must be there. */
  String matching(String name, String form) {
    var text = text(name, Limits.REMARK_LENGTH);
    if (!text.matches(form)) {
      throw malformed(name);
    }
    return text;
  }

  /** A whole number within a range that must be there. */
  int integer(String name, int least, int most) {
    long number = number(name).orElseThrow(() -> empty(name));
    if (number < least || number > most) {
      throw malformed(name);
    }
    return (int) number;
  }

  /** A whole number that may be missing. */
  Optional<Long> number(String name) {
    var value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    var text = value.isString() ? value.stringValue().strip() : value.isIntegralNumber() ? value.asString() : "x";
    if (text.length() >= NUMBER_LENGTH || !text.matches("-?[0-9]{1,18}")) {
      throw malformed(name);
    }
    return Optional.of(Long.parseLong(text));
  }

  /** A moment in milliseconds that must be there; seconds are refused with advice. */
  Instant millis(String name) {
    long millis;
    try {
      millis = number(name).orElseThrow(() -> empty(name));
    } catch (Stop stop) {
      throw value(name) == null ? stop : Stop.with(Message.MILLIS_EXPECTED, name);
    }
    if (millis < FIRST_MILLIS || millis > LAST_MILLIS) {
      throw Stop.with(Message.MILLIS_EXPECTED, name);
    }
    return Instant.ofEpochMilli(millis);
  }

  /** A date that must be there. */
  LocalDate date(String name) {
    return WibText.date(text(name, Limits.REMARK_LENGTH)).orElseThrow(() -> notADate(name));
  }

  /** A list of objects that must be there. */
  List<Params> objects(String name, int most) {
    var value = value(name);
    if (value == null) {
      throw empty(name);
    }
    if (!value.isArray() || value.isEmpty() || value.size() > most
        || !value.valueStream().allMatch(JsonNode::isObject)) {
      throw malformed(name);
    }
    return value.valueStream().map(one -> new Params(dialect, one, request)).toList();
  }

  /** True when there is something under this name. */
  boolean has(String name) {
    return value(name) != null;
  }

  /** Everything that was sent, to tell one request from another. */
  byte[] whole() {
    return Json.write((Object) body);
  }

  Stop empty(String name) {
    return dialect == Dialect.ANTREAN ? Stop.with(Message.FIELD_EMPTY, name)
        : new Stop(VclaimMessage.FIELD_EMPTY.envelope(name));
  }

  Stop malformed(String name) {
    return dialect == Dialect.ANTREAN ? Stop.with(Message.FIELD_MALFORMED, name)
        : new Stop(VclaimMessage.FIELD_MALFORMED.envelope(name));
  }

  private Stop notADate(String name) {
    return dialect == Dialect.ANTREAN ? Stop.with(Message.DATE_MALFORMED)
        : new Stop(VclaimMessage.DATE_MALFORMED.envelope(name));
  }

  private @Nullable JsonNode value(String name) {
    var value = body.path(name);
    return value.isMissingNode() || value.isNull() || value.isString() && value.stringValue().isBlank() ? null : value;
  }
}
