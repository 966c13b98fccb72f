package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Codes.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes devices down as version 2 has them: the members of a medicine's detail, with nothing in those that are about
 * medicines. Stateless but for what it was made of.
 */
final class DeviceRows {
  private static final int WITHOUT_NUMBER = 350;
  private static final int NO_PRICE = 200;
  private static final int WITH_PACK = 500;
  private static final int SHOWN_AT_LKPP = 450;
  private static final int SERIALS = 10_000;
  private static final int FIRST_SERIES = 10;
  private static final int BLANK = 700;
  private static final int ELECTRIC_FOR_CANCER = 12;

  private final long seed;
  private final Dirt dirt;
  private final Makers makers;
  private final Tags tags;
  private final Shelf shelf;

  DeviceRows(long seed, Dirt dirt, Makers makers, Tags tags, Shelf shelf) {
    this.seed = seed;
    this.dirt = dirt;
    this.makers = makers;
    this.tags = tags;
    this.shelf = shelf;
  }

  /** One product of a template as a document; number 0 is the general one. */
  ObjectNode row(Device device, int number) {
    int place = shelf.place(device.rank(), number);
    var draw = Draw.of(seed, "device", device.rank(), number);
    var maker = makers.pick(draw);
    boolean general = number == 0;
    var brand = draw.pick(maker.brands());
    var model = Makers.model(draw) + (number % 10);
    var code = dirt.hits(draw, Rates.DEVICE_WITHOUT_CODE) ? Article.NO_CODE : Level.DEVICE.code(place);
    var nie = general || draw.chance(WITHOUT_NUMBER) ? Optional.<String>empty()
        : Optional.of(registration(device, place, maker.imports(), draw));
    var row = Pieces.object();
    row.put("name", device.name() + " (" + (general ? Article.GENERAL : brand + ", " + model) + ")");
    row.put("kfa_code", code).put("active", true).put("state", "valid").putNull("image");
    row.put("updated_at", Pieces.moment(draw, 2022, 2023));
    row.putObject("farmalkes_type").put("code", "device").put("name", "Alat Kesehatan").put("group", "alkes");
    Pieces.noPair(row, "ucum", "cs_code", "name", dirt);
    Pieces.noPair(row, "dosage_form", "code", "name", dirt);
    Pieces.noPair(row, "controlled_drug", "code", "name", dirt);
    Pieces.noPair(row, "rute_pemberian", "code", "name", dirt);
    row.putObject("uom").put("name", device.kind().unit());
    row.put("produksi_buatan", maker.imports() ? "import" : "lokal");
    Pieces.text(row, "nie", nie.orElse(null));
    var trade = general ? null : brand + " " + device.kind().name() + " " + model;
    Pieces.text(row, "nama_dagang", trade);
    Pieces.text(row, "manufacturer", nie.map(_ -> maker.name()).orElse(null));
    Pieces.text(row, "registrar", nie.map(_ -> maker.registrar()).orElse(null));
    if (general) {
      row.put("generik", true);
    } else {
      row.putNull("generik");
    }
    row.putNull("rxterm").put("dose_per_unit", 1);
    long price = price(device, draw);
    row.set("fix_price", draw.chance(NO_PRICE) ? NullNode.instance : Pieces.decimal(price));
    row.putNull("het_price").putNull("farmalkes_hscode");
    var lkpp = catalogue(row, place, general, draw);
    categories(row, device);
    row.putNull("net_weight").put("net_weight_uom_name", "g").putNull("volume").put("volume_uom_name", "mL");
    Atc.put(row, Optional.empty(), dirt);
    for (var member : List.of("description", "indication", "warning", "side_effect")) {
      row.putNull(member);
    }
    identifiers(row, device, code, nie.orElse(null), trade, lkpp.orElse(null));
    packs(row, device, place, price, draw);
    MedicineRows.template(row, Level.DEVICE_TEMPLATE.code(device.rank()), device.name(),
        Pieces.moment(Draw.of(seed, "device template", device.rank()), 2022, 2023));
    row.putArray("active_ingredients");
    row.putArray("dosage_usage");
    row.putObject("cvx_info");
    row.putObject("replacement").putNull("product").putNull("template");
    tags.put(row.putArray("tags"), draw.chance(ELECTRIC_FOR_CANCER) ? "kanker" : "");
    return row;
  }

  /** Price of one device of a maker, in rupiah, round as such prices are. */
  static long price(Device device, Draw draw) {
    long price = Math.round(device.kind().price() * (0.6 + 0.9 * draw.share()));
    return price > 10_000 ? price / 1000 * 1000 : Math.max(1, price / 50 * 50);
  }

  /** A licence's number: AKD or AKL, class, group and sub-group, and a number of its own. */
  static String registration(Device device, int place, boolean imports, Draw draw) {
    return (imports ? "AKL" : "AKD") + (draw.chance(BLANK) ? " " : "") + (device.kind().risk() - 'A' + 1)
        + device.categories().get(1).code() + (FIRST_SERIES + place / SERIALS) + Pieces.digits(place % SERIALS, 4);
  }

  private static Optional<String> catalogue(ObjectNode row, int place, boolean general, Draw draw) {
    if (general || !draw.chance(SHOWN_AT_LKPP)) {
      row.putNull("tayang_lkpp").putNull("kode_lkpp");
      return Optional.empty();
    }
    var number = Integer.toString(7_100_000 + place);
    row.put("tayang_lkpp", true).put("kode_lkpp", number);
    return Optional.of(number);
  }

  private static void categories(ObjectNode row, Device device) {
    row.putNull("score_tkdn").putNull("score_bmp").putNull("score_tkdn_bmp");
    row.put("med_dev_jenis", device.categories().get(2).name());
    row.put("med_dev_subkategori", device.categories().get(1).name());
    row.put("med_dev_kategori", device.categories().get(0).name());
    row.put("med_dev_kelas_risiko", String.valueOf(device.kind().risk()));
    row.put("klasifikasi_izin", device.kind().licenceName());
  }

  private static void identifiers(ObjectNode row, Device device, String code, @Nullable String nie,
      @Nullable String trade, @Nullable String lkpp) {
    var list = row.putArray("identifier_ids");
    if (lkpp != null) {
      list.addObject().put("name", trade).put("code", lkpp).put("source_name", "LKPP")
          .put("url", "https://e-katalog.lkpp.go.id/katalog/produk/detail/" + lkpp + "?lang=id&type=province");
    }
    if (nie != null) {
      list.addObject().put("name", trade).put("code", nie).put("source_name", "NIE REGALKES").putNull("url");
    }
    if (!code.equals(Article.NO_CODE)) {
      list.addObject().put("name", device.name()).put("code", code)
          .put("source_name", "Kamus Farmalkes (KFA – IHS)").putNull("url");
    }
  }

  private static void packs(ObjectNode row, Device device, int place, long price, Draw draw) {
    var list = row.putArray("packaging_ids");
    if (device.kind().consumable() && draw.chance(WITH_PACK)) {
      int units = draw.pick(List.of(1, 10, 25, 50, 100));
      var pack = list.addObject().put("name", "Box isi " + units)
          .put("kfa_code", Level.DEVICE_PACK.code(place * Codes.PACKS));
      pack.set("pack_price", Pieces.decimal(price * units));
      pack.put("uom_id", device.kind().unit());
      pack.set("qty", Pieces.decimal(units));
    }
  }
}
