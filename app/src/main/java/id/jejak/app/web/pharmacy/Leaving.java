package id.jejak.app.web.pharmacy;

import static id.jejak.app.web.pharmacy.PharmacyApi.text;

import id.jejak.app.web.ground.Page;
import id.jejak.app.web.pharmacy.GoodsPages.Look;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Looks at packs before they are moved or sent: what each is, and what is wrong with it. For one request. */
final class Leaving {
  /** Packs of one list; the API takes no more at once either. */
  static final int MOST = 1_500;
  private static final Set<String> HERE = Set.of("shelf", "opened", "quarantine");

  private final PharmacyApi api;
  private final Page page;
  private final Staff staff;

  Leaving(PharmacyApi api, Page page, Staff staff) {
    this.api = api;
    this.page = page;
    this.staff = staff;
  }

  /**
   * What would go, by product and batch, and every problem.
   *
   * @param from states that a pack may be in
   * @throws FacilityApi.SessionEnded when the session is over
   */
  private Look look(List<String> barcodes, Set<String> from) {
    var good = new ArrayList<String>();
    var bad = new TreeMap<String, String>();
    var kinds = new TreeMap<String, Integer>();
    for (var barcode : barcodes) {
      var answer = api.get(staff, "/pack?barcode=" + FacilityApi.encoded(barcode));
      var pack = answer.body();
      if (answer.status() == 404 || answer.ok() && !text(pack, "facility").equals(staff.facility())) {
        bad.put(barcode, page.say("tidak ada di sini", "not here"));
      } else if (!answer.ok()) {
        bad.put(barcode, PharmacyApi.problem(page, answer));
      } else if (!from.contains(text(pack, "state"))) {
        bad.put(barcode, StockWords.state(page, text(pack, "state")));
      } else {
        good.add(barcode);
        var name = text(pack, "name");
        kinds.merge((name.isEmpty() ? text(pack, "nie") : name) + " · batch " + text(pack, "batch") + " · ED "
            + text(pack, "expiry") + (pack.path("blocked").asBoolean(false) ? page.say(" · ditarik dari peredaran",
            " · recalled") : ""), 1, Integer::sum);
      }
    }
    return new Look(good, bad, kinds.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey()).toList());
  }

  /** Before they are put elsewhere here. */
  Look moving(List<String> barcodes) {
    return look(barcodes, HERE);
  }

  /** Before they are sent; what is kept apart may be given back only. */
  Look sending(List<String> barcodes, boolean back) {
    return look(barcodes, back ? Set.of("shelf", "quarantine") : Set.of("shelf"));
  }
}
