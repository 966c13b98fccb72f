package id.jejak.app.web.ttac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A pack as a page shows it.
 *
 * @param where holder, or on its way
 * @param outward what it is inside of, the nearest first
 * @param within what is directly inside of it
 * @param units how many those are in all
 * @param holders who has had it, in order, without repeats
 * @param map where they are; empty when nobody had it
 */
public record Pack(String barcode, String level, String status, String nie, String batch, String expiry, String where,
    List<String> outward, List<Unit> within, long units, List<Step> steps, List<String> holders, long total,
    Optional<HolderMap> map) {
  /**
   * A unit inside.
   *
   * @param units directly inside of it
   */
  public record Unit(String barcode, String level, String status, long units) {}

  /** One thing that happened. */
  public record Step(String at, String event, String who, String detail) {}

  /** Reads a trace, and what is around. */
  static Pack of(JsonNode data, JsonNode around) {
    var steps = new ArrayList<Step>();
    var holders = new ArrayList<String>();
    for (var one : data.path("history")) {
      boolean moved = one.path("to").isObject();
      var who = moved ? name(one.path("from")) + " → " + name(one.path("to")) : name(one.path("sarana"));
      var detail = new ArrayList<String>();
      if (one.path("parent").isString()) {
        detail.add((text(one, "event").equals("disaggregate") ? "← " : "⊂ ") + text(one, "parent"));
      }
      if (one.path("via").isString()) {
        detail.add("+ " + text(one, "via"));
      }
      if (one.path("reason").isString()) {
        detail.add(text(one, "reason"));
      }
      steps.add(new Step(text(one, "at_wib"), text(one, "event"), who, String.join(" · ", detail)));
      if (!text(one, "event").equals("receive")) { // whom it came from had it before
        add(holders, name(moved ? one.path("from") : one.path("sarana")));
      }
      if (moved) {
        add(holders, name(one.path("to")));
      }
    }
    var transit = data.path("transit");
    var where = transit.isObject() ? name(transit.path("from")) + " → " + name(transit.path("to")) + " ("
        + text(transit, "jenis") + ", " + text(transit, "since_wib") + ")" : name(data.path("holder"));
    return new Pack(text(data, "barcode"), text(data, "barcode_level"), text(data, "status"), text(data, "nie"),
        text(data, "batch_no"), text(data, "exp_date"), where,
        data.path("inside").valueStream().map(one -> shown(one.asString(""))).toList(),
        around.path("items").valueStream().map(one -> new Unit(text(one, "barcode"), text(one, "barcode_level"),
            text(one, "status"), one.path("isi").asLong(0))).toList(), around.path("total").asLong(0), steps, holders,
        data.path("total").asLong(steps.size()), HolderMap.of(data, around));
  }

  private static void add(List<String> holders, String name) {
    if (!name.isEmpty() && (holders.isEmpty() || !holders.getLast().equals(name))) {
      holders.add(name);
    }
  }

  private static String name(JsonNode sarana) {
    return sarana.isObject() ? text(sarana, "nama") : "";
  }

  private static String text(JsonNode node, String name) {
    return shown(node.path(name).asString(""));
  }

  /** Separators are shown as GS1 writes them. */
  private static String shown(String text) {
    return text.replace("\u001d", "<GS>").replaceAll("\\p{Cntrl}", "?");
  }
}
