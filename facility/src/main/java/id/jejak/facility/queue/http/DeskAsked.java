package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.WibText;
import id.jejak.facility.access.Actor;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.kernel.db.Texts;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the desk asks: a JSON object, and parts of the path. Strict: our own programs are the callers. */
final class DeskAsked {
  private final JsonNode body;
  private final Request request;
  private final Optional<Actor> actor;

  private DeskAsked(JsonNode body, Request request, Optional<Actor> actor) {
    this.body = body;
    this.request = request;
    this.actor = actor;
  }

  static DeskAsked of(Request request, Optional<Actor> actor) {
    if (request.method().matches("GET|DELETE")) {
      return new DeskAsked(JsonNodeFactory.instance.objectNode(), request, actor);
    }
    try {
      var body = Json.read(request.body().bytes(Limits.BODY_BYTES));
      if (body.isObject()) {
        return new DeskAsked(body, request, actor);
      }
    } catch (Json.Unreadable e) {
      throw malformed("the body", "a JSON object");
    }
    throw malformed("the body", "a JSON object");
  }

  static DeskStop malformed(String field, String what) {
    return DeskStop.with(DeskMessage.MALFORMED, field, what);
  }

  /** A part of the path; one that cannot be kept finds nothing. */
  String path(String name) {
    var text = request.var(name);
    return Texts.storable(text) && text.length() <= Limits.BOOKING_LENGTH ? text : "";
  }

  /** A part of the path that is an id; 0 finds nothing. */
  long id() {
    return path("id").matches("[0-9]{1,18}") ? Long.parseLong(path("id")) : 0;
  }

  /** A date of the query that may be missing. */
  Optional<LocalDate> queryDate(String name) {
    return Form.urlencoded(request.query()).getOrDefault(name, List.of()).stream().findFirst()
        .map(text -> WibText.date(text).orElseThrow(() -> malformed(name, "a date such as 2021-03-17")));
  }

  /** A whole number of the query that may be missing. */
  Optional<Integer> queryNumber(String name, int least, int most) {
    return Form.urlencoded(request.query()).getOrDefault(name, List.of()).stream().findFirst().map(text -> {
      if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
        throw malformed(name, "a whole number from " + least + " to " + most);
      }
      return Integer.parseInt(text);
    });
  }

  /** A text that may be missing. */
  Optional<String> textOrEmpty(String name, int longest) {
    var value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().length() > longest || !Texts.storable(value.stringValue())) {
      throw malformed(name, "a text of at most " + longest + " characters");
    }
    return Optional.of(value.stringValue().strip()).filter(text -> !text.isEmpty());
  }

  /** A text that must be there. */
  String text(String name, int longest) {
    return textOrEmpty(name, longest)
        .orElseThrow(() -> malformed(name, "a text of at most " + longest + " characters"));
  }

  /** A text of a form that may be missing. */
  String matchingOrEmpty(String name, String form, String what) {
    var text = textOrEmpty(name, Limits.CODE_LENGTH).orElse("");
    if (!text.isEmpty() && !text.matches(form)) {
      throw malformed(name, what);
    }
    return text;
  }

  /** A whole number that may be missing. */
  Optional<Integer> integer(String name, int least, int most) {
    var value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      throw malformed(name, "a whole number from " + least + " to " + most);
    }
    return Optional.of(value.intValue());
  }

  /** Yes or no, or nothing. */
  Optional<Boolean> flag(String name) {
    var value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw malformed(name, "true or false");
    }
    return Optional.of(value.booleanValue());
  }

  /** Who is logged in; only in the demo world perhaps nobody. */
  Optional<Actor> actor() {
    return actor;
  }

  /** In whose name it is recorded: of who is logged in; only of nobody is the word taken. */
  Optional<String> by() {
    return actor.map(Actor::signature).or(() -> textOrEmpty("by", Limits.FIELD_LENGTH));
  }

  /** A date that may be missing. */
  Optional<LocalDate> date(String name) {
    return textOrEmpty(name, Limits.CODE_LENGTH).map(text -> WibText.date(text)
        .orElseThrow(() -> malformed(name, "a date such as 2021-03-17")));
  }

  /** Hours that must be there. */
  Hours hours(String name) {
    return Hours.read(text(name, Limits.CODE_LENGTH)).orElseThrow(() -> malformed(name, "hours such as 08:00-16:00"));
  }

  /** A moment that must be there. */
  Instant moment(String name) {
    try {
      var at = OffsetDateTime.parse(text(name, Limits.CODE_LENGTH));
      if (at.getYear() >= 2000 && at.getYear() <= 2999) {
        return at.toInstant();
      }
    } catch (DateTimeParseException e) {
      throw malformed(name, "a moment such as 2021-03-17T08:05:00+07:00");
    }
    throw malformed(name, "a moment such as 2021-03-17T08:05:00+07:00");
  }
}
