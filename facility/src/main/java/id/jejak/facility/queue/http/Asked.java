package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.kernel.db.Texts;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What BPJS asks: the members of a JSON body, whatever its content type says. Numbers come as texts and texts as
 * numbers; both are taken. What cannot be either is taken as not given, so that the service refuses it in its own
 * words.
 */
final class Asked {
  private static final long FIRST_MILLIS = 1_000_000_000_000L;
  private static final long LAST_MILLIS = 9_999_999_999_999L;

  private final JsonNode body;

  private Asked(JsonNode body) {
    this.body = body;
  }

  static Asked of(Request request) {
    JsonNode body;
    try {
      body = Json.read(request.body().bytes(Limits.BODY_BYTES));
    } catch (Json.Unreadable e) {
      throw Stop.with(RsMessage.UNREADABLE);
    }
    if (!body.isObject()) {
      throw Stop.with(RsMessage.UNREADABLE);
    }
    return new Asked(body);
  }

  /** A text without the blanks around it; empty when it is not given or no text that can be kept. */
  String text(String name) {
    return raw(name).map(String::strip).filter(Texts::storable).orElse("");
  }

  /** A text as it came, if it is one. */
  private Optional<String> raw(String name) {
    var value = body.path(name);
    return value.isString() || value.isNumber() ? Optional.of(value.asString()) : Optional.empty();
  }

  /** A text that is cut where it is too long: nobody is turned away for a long address of a phone. */
  String shortened(String name, int longest) {
    var text = text(name);
    return text.length() <= longest ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }

  /** True when something stands there that is neither nothing nor blank. */
  boolean given(String name) {
    var value = body.path(name);
    return !value.isMissingNode() && !value.isNull() && !(value.isString() && value.stringValue().isBlank());
  }

  /** A whole number, if it is one. */
  OptionalLong number(String name) {
    var text = text(name);
    return text.matches("-?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** A number that must fit an {@code int}; 0 when it does not, which no code is. */
  int code(String name) {
    long number = number(name).orElse(0);
    return number > 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
  }

  /** A date as {@code yyyy-MM-dd}, if it is one of a year that anybody lives in. */
  Optional<LocalDate> date(String name) {
    return WibText.date(text(name)).filter(date -> date.getYear() >= 1800 && date.getYear() <= 2999);
  }

  /** A moment in milliseconds; seconds are refused with advice. */
  Instant millis(String name) {
    long millis = number(name).orElse(0);
    if (millis < FIRST_MILLIS || millis > LAST_MILLIS) {
      throw Stop.with(RsMessage.MILLIS_EXPECTED, name);
    }
    return Instant.ofEpochMilli(millis);
  }
}
