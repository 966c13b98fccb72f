package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Article.TemplateWords;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Prices of the national insurance: one for each region, and for some templates those that have expired. Immutable. */
final class PriceRows {
  private static final String DOCUMENT = "HK.01.07/MENKES/1905/2023";
  private static final String BEGIN = "2023-08-23";
  private static final String LAST = "2024-02-29";
  private static final String NEXT = "2024-03-01";
  private static final int COLUMNS = 4;
  private static final int PRICED = 350;
  private static final int EXPIRED = 150;
  private static final int OLD_PRICE = 91;

  private final long seed;
  private final List<Region> regions;

  private record Region(String code, String name, int hundredths, List<String> provinces) {}

  PriceRows(long seed) {
    this.seed = seed;
    regions = Table.rows("regions.txt", COLUMNS).stream().map(row -> new Region(row.get(0), row.get(1),
        Integer.parseInt(row.get(2)), Table.list(row.get(3), ","))).toList();
  }

  /** All prices of a template, the expired ones first; most templates have none. */
  List<ObjectNode> rows(Medicine medicine, TemplateWords words) {
    var draw = Draw.of(seed, "insured", medicine.rank());
    var rows = new ArrayList<ObjectNode>();
    if (!draw.chance(PRICED)) {
      return rows;
    }
    boolean expired = draw.chance(EXPIRED);
    var updated = Pieces.moment(draw, 2023, 2023);
    long price = words.price();
    for (var region : expired ? regions : List.<Region>of()) {
      rows.add(row(medicine, words, region, price * OLD_PRICE / 100, true, BEGIN, updated));
    }
    for (var region : regions) {
      rows.add(row(medicine, words, region, price, false, expired ? NEXT : BEGIN, updated));
    }
    return rows;
  }

  private static ObjectNode row(Medicine medicine, TemplateWords words, Region region, long price, boolean expired,
      String begin, String updated) {
    var row = Pieces.object().put("product_template_name", words.name()).put("kfa_code", words.code())
        .put("document_ref", DOCUMENT).put("active", !expired).put("region_name", region.name())
        .put("region_code", region.code()).put("start_date", begin);
    Pieces.text(row, "end_date", expired ? LAST : null);
    row.set("price_unit", Pieces.decimal(price * region.hundredths() / 100));
    row.put("uom_name", medicine.form().unit()).put("updated_at", updated);
    var packs = row.putArray("uom_pack");
    if (medicine.form().packing() == Form.Packing.STRIP) {
      packs.add("Blister").add("Strip");
    } else {
      packs.add(medicine.form().unit());
    }
    var provinces = row.putArray("province");
    for (var province : region.provinces()) {
      int blank = province.indexOf(' ');
      provinces.addObject().put("province_code", province.substring(0, blank))
          .put("province_name", province.substring(blank + 1));
    }
    return row;
  }
}
