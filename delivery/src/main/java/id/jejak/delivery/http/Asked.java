package id.jejak.delivery.http;

import id.jejak.delivery.Callers;
import id.jejak.delivery.Callers.Caller;
import id.jejak.delivery.Remedy;
import id.jejak.delivery.contract.DeliveryOperations;
import id.jejak.delivery.contract.Fault;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a request asks for, by name: of a GET its query, else its JSON body. */
final class Asked {
  /** Ends a request with a fault. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    Stop(Fault fault) {
      super(fault.code(), null, false, false);
      this.fault = fault;
    }
  }

  private final Optional<Caller> caller;
  private final Request request;
  private final Map<String, List<String>> query;
  private final JsonNode body;

  private Asked(Optional<Caller> caller, Request request, Map<String, List<String>> query, JsonNode body) {
    this.caller = caller;
    this.request = request;
    this.query = query;
    this.body = body;
  }

  /** A handler of this that may stop with a fault. */
  static Handler answering(Function<Asked, Response> work) {
    return request -> behind(work).handle(Optional.empty(), request);
  }

  /** The same for somebody who was let in. */
  static Callers.Behind behind(Function<Asked, Response> work) {
    return (caller, request) -> {
      try {
        return work.apply(of(caller, request));
      } catch (Stop stop) {
        return stop.fault.response();
      }
    };
  }

  private static Asked of(Optional<Caller> caller, Request request) {
    if (request.method().equals("GET")) {
      return new Asked(caller, request, Form.urlencoded(request.query()), Json.read("{}"));
    }
    try {
      var body = Json.read(request.body().bytes(DeliveryOperations.BODY_BYTES));
      if (!body.isObject()) {
        throw malformed("body", "write a JSON object");
      }
      return new Asked(caller, request, Map.of(), body);
    } catch (Json.Unreadable e) {
      throw malformed("body", "write a JSON object");
    }
  }

  static Stop malformed(String field, String what) {
    return new Stop(new Fault("400 malformed", field + ": " + what));
  }

  /** A text that is there and not blank. */
  Optional<String> text(String name) {
    var values = query.get(name);
    var there = values != null ? values.getFirst()
        : body.path(name).isValueNode() && !body.path(name).isNull() ? body.path(name).asString("") : "";
    if (there.length() > DeliveryOperations.WORDS) {
      throw malformed(name, "write at most " + DeliveryOperations.WORDS + " characters");
    }
    return Optional.of(there.strip()).filter(text -> !text.isEmpty());
  }

  String needed(String name) {
    return text(name).orElseThrow(() -> malformed(name, "write who, why or what it is; it must be there"));
  }

  /** In whose name: of who is logged in; only of nobody is the word taken. */
  String by() {
    return caller.map(Caller::name).orElseGet(() -> needed("by"));
  }

  /** Whose debts are meant: of who is logged in their own facility's, by whichever name; empty for all. */
  List<String> facilities() {
    var named = text("facility");
    if (named.isPresent() && caller.isPresent() && !caller.get().facilities().contains(named.get())) {
      throw malformed("facility", "leave it out, or write a name of your own: "
          + new TreeSet<>(caller.get().facilities()));
    }
    return named.map(List::of).orElseGet(this::own);
  }

  /** Every name of the caller's facility; empty when nobody is logged in. */
  List<String> own() {
    return caller.map(one -> one.facilities().stream().sorted().toList()).orElse(List.of());
  }

  /** Whether something of a facility is the caller's to see. */
  boolean sees(String facility) {
    return caller.isEmpty() || caller.get().facilities().contains(facility);
  }

  /** The number in the path. */
  long id() {
    return number("id", request.var("id"), 1, Long.MAX_VALUE);
  }

  int number(String name, int fallback, int least, int most) {
    return text(name).map(text -> (int) number(name, text, least, most)).orElse(fallback);
  }

  private static long number(String name, String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw malformed(name, "write a whole number");
    }
    throw malformed(name, "write a whole number from " + least + " to " + most);
  }

  long after() {
    return text("after").map(text -> number("after", text, 0, Long.MAX_VALUE)).orElse(0L);
  }

  Optional<LocalDate> day() {
    try {
      return text("day").map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw malformed("day", "write a date as yyyy-mm-dd");
    }
  }

  /** A remedy's name, or nothing. */
  String remedy() {
    var remedy = text("remedy").orElse("");
    if (!remedy.isEmpty() && Arrays.stream(Remedy.values()).noneMatch(one -> one.name().equals(remedy))) {
      throw malformed("remedy", "write one of " + Arrays.toString(Remedy.values()));
    }
    return remedy;
  }

  /** A member that is an object. */
  JsonNode object(String name) {
    if (!body.path(name).isObject()) {
      throw malformed(name, "write a JSON object");
    }
    return body.path(name);
  }

  /** A member, whatever it is. */
  JsonNode member(String name) {
    return body.path(name);
  }
}
