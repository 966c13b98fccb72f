package id.jejak.app.cli.ttac;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A trace as a person reads it: what it is, where it is, and one line for each thing that happened. */
final class Timeline {
  private Timeline() {}

  static String of(JsonNode data) {
    var text = new StringBuilder();
    line(text, "%s  %s, %s", words(data, "barcode"), words(data, "barcode_level"), words(data, "status"));
    if (data.path("nie").isString()) {
      line(text, "  NIE %s, batch %s, expires %s", words(data, "nie"), words(data, "batch_no"),
          words(data, "exp_date"));
    }
    where(text, data);
    line(text, "");
    long lives = data.path("history").valueStream().mapToLong(step -> step.path("life").asLong(1)).distinct().count();
    data.path("history").forEach(step -> step(text, step, lives > 1));
    long more = data.path("total").asLong(0) - data.path("offset").asLong(0) - data.path("history").size();
    if (more > 0) {
      line(text, "  and %d more", more);
    }
    return text.toString().stripTrailing();
  }

  private static void where(StringBuilder text, JsonNode data) {
    var transit = data.path("transit");
    if (transit.isObject()) {
      line(text, "  on its way (%s) from %s to %s since %s", words(transit, "jenis"),
          sarana(transit.path("from")), sarana(transit.path("to")), words(transit, "since_wib"));
    } else if (data.path("holder").isObject()) {
      line(text, "  with %s", sarana(data.path("holder")));
    }
    if (!data.path("inside").isEmpty()) {
      line(text, "  inside %s", data.path("inside").valueStream().map(one -> shown(one.asString("")))
          .collect(Collectors.joining(", in ")));
    }
  }

  private static void step(StringBuilder text, JsonNode step, boolean lives) {
    var line = new StringBuilder(lives ? "life " + step.path("life").asLong(1) + "  " : "");
    if (step.path("to").isObject()) {
      line.append(sarana(step.path("from"))).append(" -> ").append(sarana(step.path("to")));
    } else {
      line.append("by ").append(sarana(step.path("sarana")));
    }
    if (step.path("via").isString()) {
      line.append(", with ").append(words(step, "via"));
    }
    if (step.path("parent").isString()) {
      line.append(words(step, "event").equals("disaggregate") ? ", out of " : ", into ")
          .append(words(step, "parent"));
    }
    if (step.path("reason").isString()) {
      line.append(": ").append(words(step, "reason"));
    }
    line(text, "  %s  %-12s  %s", words(step, "at_wib"), words(step, "event"), line);
  }

  private static void line(StringBuilder text, String form, Object... words) {
    text.append(String.format(Locale.ROOT, form, words)).append(System.lineSeparator());
  }

  private static String sarana(JsonNode sarana) {
    return sarana.isObject() ? sarana.path("id").asString("") + " " + words(sarana, "nama") : "?";
  }

  private static String words(JsonNode node, String name) {
    return shown(node.path(name).asString(""));
  }

  /** Control characters would move the cursor, or do worse: separators are shown as GS1 writes them. */
  private static String shown(String text) {
    return text.replace("\u001d", "<GS>").replaceAll("\\p{Cntrl}", "?");
  }
}
