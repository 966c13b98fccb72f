package id.jejak.facility.access.http;

import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Role;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.Problem;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a request says, read member by member. What is wrong is named by member and rule, never shown. */
record Fields(JsonNode all) {
  private static final int YEARS = 9999;

  /** The members of a body. */
  static Fields body(Request request) {
    try {
      var json = Json.read(request.body().bytes(Limits.BODY_BYTES));
      if (json.isObject()) {
        return new Fields(json);
      }
    } catch (Json.Unreadable _) {
      throw Stop.with(Problem.NOT_JSON);
    }
    throw Stop.with(Problem.NOT_JSON);
  }

  /** The names and values of a query; of a repeated one the first. */
  static Fields query(Request request) {
    var values = new java.util.LinkedHashMap<String, String>();
    Form.urlencoded(request.query()).forEach((name, given) -> values.put(name, given.getFirst()));
    return new Fields(Json.read(Json.write(values)));
  }

  static Stop invalid(String name, String rule) {
    return Stop.with(Problem.INVALID, name, rule);
  }

  boolean has(String name) {
    return all.has(name) && !all.path(name).isNull();
  }

  /** A text that must be there. */
  String text(String name, int least, int most) {
    var text = optional(name, most);
    if (text.length() < least) {
      throw invalid(name, "must be a text of " + least + " to " + most + " characters");
    }
    return text;
  }

  /** A text, empty when it is not there. */
  String optional(String name, int most) {
    var node = all.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    var text = node.isString() ? node.asString().strip() : "";
    if (!node.isString() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw invalid(name, "must be a text of at most " + most + " characters without control characters");
    }
    return text;
  }

  /** Text as it is, for passwords. */
  String verbatim(String name, int least, int most) {
    var node = all.path(name);
    if (!node.isString() || node.asString().length() < least || node.asString().length() > most) {
      throw invalid(name, "must be a text of " + least + " to " + most + " characters");
    }
    return node.asString();
  }

  /** A value made of a text, when it is there; what its maker refuses is told by its own words. */
  <T> Optional<T> made(String name, Function<String, T> maker) {
    var text = optional(name, Limits.NAME);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(maker.apply(text));
    } catch (IllegalArgumentException e) {
      throw invalid(name, String.valueOf(e.getMessage()).replaceFirst("^" + name + " ", ""));
    } catch (DateTimeException e) {
      throw invalid(name, "must be written as ISO 8601 has it");
    }
  }

  Optional<LocalDate> date(String name) {
    var date = made(name, LocalDate::parse);
    date.filter(one -> one.getYear() < 1 || one.getYear() > YEARS).ifPresent(_ -> {
      throw invalid(name, "must be of the years 1 to 9999");
    });
    return date;
  }

  Optional<Instant> instant(String name) {
    var instant = made(name, Instant::parse);
    instant.filter(one -> one.isBefore(Instant.EPOCH) || one.isAfter(Instant.parse("9999-01-01T00:00:00Z")))
        .ifPresent(_ -> {
          throw invalid(name, "must be between 1970 and 9999");
        });
    return instant;
  }

  Purpose purpose() {
    return Purpose.of(optional("purpose", Limits.NAME)).orElseThrow(() -> invalid("purpose", "must be one of "
        + String.join(", ", List.of(Purpose.values()).stream().map(Purpose::word).toList())));
  }

  Set<Role> roles(String name) {
    var node = all.path(name);
    var roles = new TreeSet<Role>();
    boolean good = node.isArray() && node.size() <= Role.values().length;
    for (var one : good ? node : Json.read("[]")) {
      good &= one.isString() && Role.of(one.asString()).map(roles::add).isPresent();
    }
    if (!good) {
      throw invalid(name, "must be a list of roles: "
          + String.join(", ", List.of(Role.values()).stream().map(Role::word).toList()));
    }
    return roles;
  }

  /** A list of objects; empty when it is not there. */
  List<Fields> objects(String name, int most) {
    var node = all.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > most || node.valueStream().anyMatch(one -> !one.isObject())) {
      throw invalid(name, "must be a list of at most " + most + " objects");
    }
    return node.valueStream().map(Fields::new).toList();
  }

  boolean flag(String name) {
    if (!all.path(name).isBoolean()) {
      throw invalid(name, "must be true or false");
    }
    return all.path(name).booleanValue();
  }

  /** A number in an address; what is no number is the number of nothing. */
  static long id(Request request) {
    var text = request.var("id");
    return text.matches("[1-9]\\d{0,17}") ? Long.parseLong(text) : 0;
  }
}
