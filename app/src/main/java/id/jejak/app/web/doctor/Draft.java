package id.jejak.app.web.doctor;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A prescription that is being written. It travels in the page, so that nothing is kept of a patient before the doctor
 * signs. Immutable.
 *
 * @param patient SATUSEHAT's number; empty while nobody was found
 */
public record Draft(String patient, String name, String born, List<Line> lines) {
  /** Lines, and parts of one. */
  static final int MOST = 40;

  /** Nothing yet. */
  static final Draft EMPTY = new Draft("", "", "", List.of());

  /**
   * A line as it was filled in.
   *
   * @param kind NC, SD (each of such doses) or EP (the whole divided)
   * @param template of which the product is a brand; empty when it has none
   * @param generic whether any brand of the template may be given
   */
  public record Line(String kind, String kfa, String template, boolean generic, String name, String form, String route,
      String quantity, String unit, String signa, String repeats, List<Part> parts) {
    /** Copies the list. */
    public Line {
      parts = List.copyOf(parts);
    }

    /** Whether it is made of something else. */
    public boolean compound() {
      return !kind.equals("NC");
    }
  }

  /** What goes into a compound. */
  public record Part(String kfa, String name, String amount, String unit, String per) {}

  /** Copies the list. */
  public Draft {
    lines = List.copyOf(lines);
  }

  /** Reads a draft from a page; what cannot be read is an empty one. */
  static Draft read(String json) {
    try {
      var one = Json.read(json.isBlank() ? "{}" : json);
      return new Draft(text(one, "patient"), text(one, "name"), text(one, "born"),
          one.path("lines").valueStream().limit(MOST).map(Draft::line).toList());
    } catch (Json.Unreadable e) { // no page of ours: nothing was written
      return EMPTY;
    }
  }

  /** Reads a line, of a draft or of a favourite. */
  static Line line(JsonNode one) {
    var kind = text(one, "kind").isEmpty() ? "NC" : text(one, "kind");
    var parts = (one.has("parts") ? one.path("parts") : one.path("ingredients")).valueStream().limit(MOST)
        .map(part -> new Part(text(part, "kfa"), text(part, "name"), word(part, "amount"), text(part, "unit"),
            word(part, "per"))).toList();
    return new Line(kind, text(one, "kfa"), text(one, "template"), one.path("generic").asBoolean(false), text(one,
        "name"), text(one, "form"), text(one, "route"), word(one, "quantity"), text(one, "unit"), text(one, "signa"),
        word(one, "repeats"), parts);
  }

  private static String word(JsonNode one, String name) {
    return one.path(name).isNumber() ? PharmacyApi.number(one, name) : text(one, name);
  }

  /** As it travels. */
  public String json() {
    return new String(Json.write((Object) this), StandardCharsets.UTF_8);
  }

  Draft with(Line line) {
    var all = new ArrayList<>(lines);
    all.add(line);
    return new Draft(patient, name, born, all.subList(0, Math.min(MOST, all.size())));
  }

  Draft without(int at) {
    var all = new ArrayList<>(lines);
    if (at >= 0 && at < all.size()) {
      all.remove(at);
    }
    return new Draft(patient, name, born, all);
  }

  Draft changing(int at, UnaryOperator<Line> change) {
    var all = new ArrayList<>(lines);
    if (at >= 0 && at < all.size()) {
      all.set(at, change.apply(all.get(at)));
    }
    return new Draft(patient, name, born, all);
  }

  /** With what stands in the fields now. */
  Draft filled(Function<String, java.util.Optional<String>> field) {
    var all = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var at = "_" + i;
      var parts = new ArrayList<Part>();
      for (int j = 0; j < line.parts().size(); j++) {
        var part = line.parts().get(j);
        parts.add(new Part(part.kfa(), part.name(), field.apply("amount" + at + "_" + j).orElse(""),
            field.apply("measure" + at + "_" + j).orElse(part.unit()), field.apply("per" + at + "_" + j).orElse("")));
      }
      all.add(new Line(line.kind(), line.kfa(), line.template(), field.apply("generic" + at).isPresent(), line.name(),
          line.form(), field.apply("route" + at).orElse(line.route()), field.apply("quantity" + at).orElse(""),
          field.apply("unit" + at).orElse(line.unit()), field.apply("signa" + at).orElse(""),
          field.apply("repeats" + at).orElse(""), parts));
    }
    return new Draft(patient, name, born, all);
  }

  /** Lines as the API wants them. */
  List<Map<String, Object>> told() {
    return lines.stream().map(Draft::told).toList();
  }

  private static Map<String, Object> told(Line line) {
    var told = new LinkedHashMap<String, Object>();
    told.put("kind", line.kind());
    boolean brandless = line.generic() && !line.template().isEmpty();
    put(told, "kfa", brandless ? line.template() : line.kfa());
    put(told, "name", brandless ? line.name().replaceAll("\\s*\\([^)]*\\)$", "") : line.name());
    put(told, "form", line.form());
    put(told, "route", line.route());
    number(told, "quantity", line.quantity());
    put(told, "unit", line.unit());
    put(told, "signa", line.signa());
    number(told, "repeats", line.repeats());
    if (line.compound()) {
      told.put("ingredients", line.parts().stream().map(part -> {
        var one = new LinkedHashMap<String, Object>();
        put(one, "kfa", part.kfa());
        put(one, "name", part.name());
        number(one, "amount", part.amount());
        put(one, "unit", part.unit());
        number(one, "per", line.kind().equals("EP") && part.per().isEmpty() ? line.quantity() : part.per());
        return one;
      }).toList());
    }
    return told;
  }

  private static void put(Map<String, Object> told, String name, String value) {
    if (!value.isBlank()) {
      told.put(name, value);
    }
  }

  private static void number(Map<String, Object> told, String name, String value) {
    PharmacyApi.amount(value).ifPresent(amount -> told.put(name, amount));
  }
}
