package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Codes.Level;
import id.jejak.kfa.http.synthetic.Device.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes devices down as version 3 has them, variants and templates. Stateless but for what it was made of. */
final class AlkesRows {
  private static final String NO_TEXT = "<p><br></p>";
  private static final int DRAFTS = 40;
  private static final int SHOWN_AT_LKPP = 500;
  private static final int INACTIVE = 15;
  private static final int MILLIS = 1000;
  /** Apart from the numbers of version 2. */
  private static final int FIRST_PLACE = 400_000;

  private final long seed;
  private final Dirt dirt;
  private final Makers makers;
  private final Shelf shelf;

  AlkesRows(long seed, Dirt dirt, Makers makers, Shelf shelf) {
    this.seed = seed;
    this.dirt = dirt;
    this.makers = makers;
    this.shelf = shelf;
  }

  /** A variant of a template as a document. */
  ObjectNode variant(Device device, int number) {
    int place = shelf.place(device.rank(), number);
    var draw = Draw.of(seed, "variant", device.rank(), number);
    var maker = makers.pick(draw);
    var brand = draw.pick(maker.brands());
    var model = Makers.model(draw) + number % 10;
    var code = Level.VARIANT_V3.code(place);
    var nie = DeviceRows.registration(device, FIRST_PLACE + place, maker.imports(), draw);
    var trade = brand + " " + model + " " + device.kind().name();
    boolean shown = draw.chance(SHOWN_AT_LKPP);
    var lkpp = shown ? Integer.toString(5_200_000 + place) : "";
    var begin = Pieces.when(draw, 2019, 2023).toLocalDate();
    double score = shown && !maker.imports() ? draw.between(2500, 6500) / 100.0 : 0;
    var row = Pieces.object();
    row.put("kfa_code", code).put("active", !dirt.hits(draw, INACTIVE)).put("barcode", "")
        .put("dapat_dibeli_lkpp", shown).put("discontinued", false)
        .put("display_name", device.name() + " (" + brand + ", " + model + ")");
    type(row, device);
    row.put("fix_price", DeviceRows.price(device, draw)).put("fornas", false);
    var list = row.putArray("identifier_ids");
    identifier(list, null, code, device.name(), "official", null, null, "kemkes_ihs", "Kamus Farmalkes (KFA – IHS)");
    identifier(list, null, nie, trade, "usual", begin.plusYears(5), begin, "nie_regalkes", "NIE REGALKES");
    if (shown) {
      identifier(list, "https://e-katalog.lkpp.go.id/katalog/produk/detail/" + lkpp + "?lang=id&type=province", lkpp,
          trade, "usual", null, begin.plusMonths(2), "produk_lkpp", "LKPP");
    }
    category(row, "jenis", device.categories().get(2));
    category(row, "kategori", device.categories().get(0));
    licence(row, device);
    row.put("kode_kbki", shown ? "48" + Pieces.digits(draw.below(100_000_000), 8) : "");
    row.put("kode_lkpp", lkpp).put("manufacturer", maker.name());
    row.putObject("manufacturer_country").put("code", maker.country().code()).put("name", maker.country().name());
    row.put("med_dev_kelas_risiko", String.valueOf(device.kind().risk())).put("nama_dagang", trade).put("nie", nie);
    row.putObject("product_template").put("state", "valid").put("kfa_code", Level.TEMPLATE_V3.code(device.rank()))
        .put("name", device.name()).put("bmhp", device.kind().consumable()).put("synonyms", "");
    row.put("produksi_buatan", maker.imports() ? "import" : "lokal").put("registrar", maker.registrar());
    row.putObject("registrar_country").put("code", maker.registrarCountry().code())
        .put("name", maker.registrarCountry().name());
    row.put("score_bmp", 0).put("score_tkdn", score).put("score_tkdn_bmp", score).put("stok_wajib_yankes", false);
    category(row, "sub_jenis", device.categories().get(3));
    category(row, "sub_kategori", device.categories().get(1));
    row.put("tayang_lkpp", shown);
    units(row, device);
    row.put("updated_at", moment(draw));
    for (var member : List.of("variant_desc_farmalkes", "variant_desc_usage", "variant_desc_warning",
        "variant_side_effect")) {
      row.put(member, NO_TEXT);
    }
    row.put("volume", -1).put("weight", -1).put("product_state", dirt.hits(draw, DRAFTS) ? "draft" : "valid");
    var replacement = row.putObject("replacement");
    replacement.putObject("product").put("reason", "").put("kfa_code", "");
    replacement.putObject("template").put("reason", "").put("kfa_code", "");
    return row;
  }

  /** A template as a document. */
  ObjectNode template(Device device) {
    var draw = Draw.of(seed, "template of version 3", device.rank());
    var row = Pieces.object();
    row.put("kfa_code", Level.TEMPLATE_V3.code(device.rank())).put("active", true)
        .put("bmhp", device.kind().consumable());
    row.put("desc_farmalkes", NO_TEXT).put("desc_usage", NO_TEXT).put("desc_warning", NO_TEXT)
        .put("farmalkes_hscode", "");
    type(row, device);
    row.put("fornas", false);
    category(row, "jenis", device.categories().get(2));
    category(row, "kategori", device.categories().get(0));
    licence(row, device);
    row.put("med_dev_kelas_risiko", String.valueOf(device.kind().risk())).put("name", device.name());
    row.putObject("replacement").put("name", "").put("reason", "").put("kfa_code", "");
    row.put("side_effect", NO_TEXT).put("state", dirt.hits(draw, DRAFTS) ? "draft" : "valid")
        .put("stok_wajib_yankes", false);
    category(row, "sub_jenis", device.categories().get(3));
    category(row, "sub_kategori", device.categories().get(1));
    row.put("synonyms", "");
    units(row, device);
    return row.put("updated_at", moment(draw));
  }

  private static void type(ObjectNode row, Device device) {
    var type = device.kind().household() ? "pkrt" : "device";
    row.putObject("farmalkes_type").put("code", type).put("name", type).put("group", "alkes");
  }

  private static void licence(ObjectNode row, Device device) {
    row.putObject("klasifikasi_izin").put("code", device.kind().licence()).put("name", device.kind().licenceName())
        .put("type", device.kind().household() ? "pkrt" : "device");
  }

  private static void category(ObjectNode row, String member, Named category) {
    Pieces.pair(row, member, "code", category.code(), "name", category.name());
  }

  private static void units(ObjectNode row, Device device) {
    row.putObject("ucum").put("name", "internasional unit").put("ci_code", "[IU]").put("cs_code", "[IU]");
    row.put("uom_name", device.kind().unit()).put("uom_po_name", device.kind().unit());
  }

  private static void identifier(ArrayNode list, @Nullable String url, String code, String name, String use,
      @Nullable LocalDate end, @Nullable LocalDate begin, String source, String sourceName) {
    var one = list.addObject();
    Pieces.text(one, "url", url);
    one.put("code", code).put("name", name).put("use", use);
    Pieces.text(one, "end_date", end == null ? null : end.toString());
    Pieces.text(one, "start_date", begin == null ? null : begin.toString());
    one.put("source_code", source).put("source_name", sourceName);
  }

  private static String moment(Draw draw) {
    var when = Pieces.when(draw, 2024, 2024);
    return when.toLocalDate() + "T" + Pieces.time(when) + "." + Pieces.digits(draw.below(MILLIS), 3) + "Z";
  }
}
