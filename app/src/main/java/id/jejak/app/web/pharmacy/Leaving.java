package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.ground.Page;
import id.jejak.app.web.pharmacy.GoodsPages.Look;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Judges packs before they are moved or sent: what each is, and what is wrong with it.
 *
 * @param page whose language is spoken
 * @param facility whose packs may go
 */
record Leaving(Page page, String facility) {
  /** Packs of one list; the API takes no more at once either. */
  static final int MOST = 1_500;
  private static final Set<String> HERE = Set.of("shelf", "opened", "quarantine");

  /**
   * What would go, by product and batch, and every problem. What goes on is the pack's own barcode: the deed reads a
   * spelling alone, and may not find by it what was found here.
   *
   * @param rows of the API, one for each barcode
   * @param from states that a pack may be in
   */
  private Look look(JsonNode rows, Set<String> from) {
    var good = new LinkedHashSet<String>();
    var bad = new TreeMap<String, String>();
    var kinds = new TreeMap<String, Integer>();
    for (var pack : rows) {
      var asked = text(pack, "asked");
      if (!text(pack, "facility").equals(facility)) {
        bad.put(asked, page.say("tidak ada di sini", "not here"));
      } else if (!from.contains(text(pack, "state"))) {
        bad.put(asked, StockWords.state(page, text(pack, "state")));
      } else if (!good.add(text(pack, "barcode"))) {
        bad.put(asked, page.say("dua kali dalam daftar", "twice in the list"));
      } else {
        kinds.merge(kind(pack), 1, Integer::sum);
      }
    }
    return new Look(List.copyOf(good), bad, kinds.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey())
        .toList());
  }

  private String kind(JsonNode pack) {
    var name = text(pack, "name");
    return (name.isEmpty() ? text(pack, "nie") : name) + " · batch " + text(pack, "batch") + " · ED "
        + text(pack, "expiry") + (pack.path("blocked").asBoolean(false) ? page.say(" · ditarik dari peredaran",
        " · recalled") : "");
  }

  /** Before they are put elsewhere here. */
  Look moving(JsonNode rows) {
    return look(rows, HERE);
  }

  /** Before they are sent; what is kept apart may be given back only. */
  Look sending(JsonNode rows, boolean back) {
    return look(rows, back ? Set.of("shelf", "quarantine") : Set.of("shelf"));
  }
}
