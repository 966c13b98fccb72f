package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Codes.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes medicines down with all members of the document's detail (section 5.1), in its order. Stateless but for what
 * it was made of.
 */
final class MedicineRows {
  private static final String SOURCE_NUMBER = "NIE BPOM";
  private static final String SOURCE_LKPP = "LKPP";
  private static final String SOURCE_OWN = "Kamus Farmalkes (KFA – IHS)";
  private static final int ROUTE_COLUMNS = 2;
  private static final int SHOWN_AT_LKPP = 220;
  private static final int WITH_TARIFF = 60;
  private static final int PLASTIC = 70;
  private static final int NO_PACK_PRICE = 400;
  private static final int WITH_VOLUME = 600;
  private static final int SALT_AS_INGREDIENT = 300;

  private final long seed;
  private final Dirt dirt;
  private final Articles articles;
  private final Tags tags;
  private final Map<String, String> routes;
  private final int substances;

  MedicineRows(long seed, Dirt dirt, Articles articles, Tags tags, int substances) {
    this.seed = seed;
    this.dirt = dirt;
    this.articles = articles;
    this.tags = tags;
    this.substances = substances;
    routes = Table.rows("routes.txt", ROUTE_COLUMNS).stream().collect(Collectors.toUnmodifiableMap(List::getFirst,
        List::getLast));
  }

  /** One product as a document. */
  ObjectNode row(Article article) {
    var draw = Draw.of(seed, "row", article.medicine().rank(), article.number());
    boolean replaced = articles.replaced(article);
    boolean asTemplate = dirt.hits(draw, Rates.TEMPLATE_AS_CODE) && replaced && article.number() == 2;
    var row = Pieces.object();
    row.put("name", article.name()).put("kfa_code", asTemplate ? article.words().code() : article.code());
    row.put("active", !replaced).put("state", article.coded() ? "valid" : "draft").putNull("image");
    row.put("updated_at", Pieces.moment(draw, 2022, replaced ? 2024 : 2023));
    what(row, article);
    whose(row, article, draw);
    var price = prices(row, article, draw);
    var lkpp = shown(row, article, draw);
    for (var member : List.of("score_tkdn", "score_bmp", "score_tkdn_bmp", "med_dev_jenis", "med_dev_subkategori",
        "med_dev_kategori", "med_dev_kelas_risiko", "klasifikasi_izin")) {
      row.putNull(member);
    }
    content(row, article, draw);
    Atc.put(row, Optional.of(article.medicine()), dirt);
    texts(row, article);
    identifiers(row.putArray("identifier_ids"), article, lkpp, draw);
    if (article.coded() || dirt == Dirt.NONE) {
      packs(row.putArray("packaging_ids"), article, price, draw);
    }
    template(row, article.words().code(), article.words().name(), article.words().updatedAt());
    ingredients(row.putArray("active_ingredients"), article);
    row.putArray("dosage_usage");
    row.putObject("cvx_info");
    replacement(row, article, replaced);
    tags(row.putArray("tags"), article, draw);
    return row;
  }

  private void what(ObjectNode row, Article article) {
    var medicine = article.medicine();
    boolean vaccine = medicine.use().vaccine();
    row.putObject("farmalkes_type").put("code", vaccine ? "vaccine" : "medicine")
        .put("name", vaccine ? "Vaksin" : "Obat").put("group", "farmasi");
    var unit = Units.code(medicine);
    Pieces.pair(row, "ucum", "cs_code", unit, "name", Units.name(unit));
    Pieces.pair(row, "dosage_form", "code", medicine.form().code(), "name", medicine.form().name());
    var control = switch (medicine.control()) {
      case "1" -> List.of("1", "Obat Bebas");
      case "2" -> List.of("2", "Obat Bebas Terbatas");
      default -> List.of("3", "Obat Keras");
    };
    Pieces.pair(row, "controlled_drug", "code", control.getFirst(), "name", control.getLast());
    var route = medicine.form().route();
    Pieces.pair(row, "rute_pemberian", "code", route, "name", routes.getOrDefault(route, route));
    row.putObject("uom").put("name", medicine.form().unit());
  }

  private void whose(ObjectNode row, Article article, Draw draw) {
    var seller = article.seller();
    Pieces.text(row, "produksi_buatan", seller.map(one -> one.company().imports() ? "import" : "lokal").orElse(null));
    Pieces.text(row, "nie", article.registration().orElse(null));
    Pieces.text(row, "nama_dagang", seller.map(one -> one.generic()
        ? article.words().generic() : article.brand()).orElse(null));
    Pieces.text(row, "manufacturer", seller.map(one -> one.company().manufacturer()).orElse(null));
    Pieces.text(row, "registrar", seller.map(one -> one.company().registrar()).orElse(null));
    boolean denied = dirt.hits(draw, Rates.NOT_GENERIC);
    boolean generic = article.generic() || article.general() && !article.words().guarded() && draw.chance(150);
    if (generic || denied) {
      row.put("generik", generic);
    } else {
      row.putNull("generik");
    }
    if (dirt.hits(draw, Rates.NUMERIC_TERM)) {
      row.put("rxterm", draw.between(100, 2000));
    } else {
      row.put("rxterm", article.words().term());
    }
    row.put("dose_per_unit", 1);
  }

  /** Price of one unit; nothing where the row has none. */
  private Optional<java.math.BigDecimal> prices(ObjectNode row, Article article, Draw draw) {
    boolean one = dirt.hits(draw, Rates.PRICE_ONE) && article.general();
    boolean none = draw.chance(Rates.NO_PRICE) || article.general();
    boolean fraction = dirt.hits(draw, Rates.LONG_PRICE);
    var price = Money.of(article, draw, fraction);
    row.set("fix_price", one ? Pieces.decimal(1) : none ? tools.jackson.databind.node.NullNode.instance
        : Pieces.decimal(price));
    if (article.generic() && draw.chance(500)) {
      row.set("het_price", Pieces.decimal(price.longValue() * draw.between(115, 185) / 100));
    } else {
      row.putNull("het_price");
    }
    return one || none ? Optional.empty() : Optional.of(price);
  }

  /** Whether the state's catalogue shows it: its number there. */
  private Optional<String> shown(ObjectNode row, Article article, Draw draw) {
    Pieces.text(row, "farmalkes_hscode", draw.chance(WITH_TARIFF) ? "30049089" : null);
    boolean shown = draw.chance(article.generic() ? 2 * SHOWN_AT_LKPP : SHOWN_AT_LKPP) && !article.general();
    var number = Long.toString(61_000_000L + article.place() * 7L);
    if (shown) {
      row.put("tayang_lkpp", true).put("kode_lkpp", number);
      return Optional.of(number);
    }
    row.putNull("tayang_lkpp").putNull("kode_lkpp");
    return Optional.empty();
  }

  private static void content(ObjectNode row, Article article, Draw draw) {
    row.putNull("net_weight").put("net_weight_uom_name", "g");
    var volumes = article.medicine().volumes();
    boolean known = draw.chance(WITH_VOLUME) || article.volume() > 0;
    if (known && !article.general() && article.medicine().form().liquid() && !article.medicine().use().vaccine()) {
      row.set("volume", Pieces.decimal(new java.math.BigDecimal(volumes.get(article.volume()))));
    } else {
      row.putNull("volume");
    }
    row.put("volume_uom_name", "mL");
  }

  private static void texts(ObjectNode row, Article article) {
    var use = article.medicine().use();
    row.put("description", article.words().description());
    row.put("indication", "<p>" + use.indication() + "</p>");
    row.put("warning", "<p>" + use.warning() + "<br></p>");
    row.put("side_effect", "<p>" + use.sideEffect() + "</p>");
  }

  private void identifiers(ArrayNode list, Article article, Optional<String> lkpp, Draw draw) {
    int times = dirt.hits(draw, Rates.REPEATED) ? draw.chance(100) ? 6 : draw.between(2, 3) : 1;
    lkpp.ifPresent(number -> list.addObject().put("name", article.words().bilingual()).put("code", number)
        .put("source_name", SOURCE_LKPP)
        .put("url", "https://e-katalog.lkpp.go.id/katalog/produk/detail/" + number + "?lang=id&type=province"));
    article.registration().ifPresent(number -> {
      for (int i = 0; i < times; i++) {
        list.addObject().put("name", article.generic() ? article.words().generic() : article.brand())
            .put("code", number).put("source_name", SOURCE_NUMBER).putNull("url");
      }
    });
    if (article.coded()) {
      list.addObject().put("name", article.words().name()).put("code", article.code())
          .put("source_name", SOURCE_OWN).putNull("url");
    }
  }

  private void packs(ArrayNode list, Article article, Optional<java.math.BigDecimal> price, Draw draw) {
    boolean none = dirt.hits(draw, Rates.NO_PACKS);
    if (article.general() || none) {
      return;
    }
    var form = article.medicine().form();
    var packing = form.packing();
    int box = article.medicine().use().vaccine() ? packing.inBox.get(article.volume()) : draw.pick(packing.inBox);
    int number = article.place() * Codes.PACKS;
    boolean bottle = packing == Form.Packing.STRIP && draw.chance(PLASTIC);
    if (!packing.inner.isEmpty() && !bottle && draw.chance(600)) {
      int inner = packing.inInner.get(0);
      pack(list, (draw.chance(250) && packing.inner.equals("Strip") ? "Blister" : packing.inner) + " isi " + inner,
          inner, number++, article, price, draw);
    }
    pack(list, (bottle ? "Botol" : "Dus") + " isi " + box, box, number, article, price, draw);
  }

  private void pack(ArrayNode list, String name, int units, int number, Article article,
      Optional<java.math.BigDecimal> price, Draw draw) {
    boolean product = dirt.hits(draw, Rates.WRONG_PACK) && article.coded();
    boolean template = dirt.hits(draw, Rates.WRONG_PACK);
    var code = product ? article.code() : template ? article.words().code() : Level.PACK.code(number);
    long total = price.filter(_ -> !draw.chance(NO_PACK_PRICE))
        .map(one -> Math.round(one.doubleValue() * units)).orElse(0L);
    var pack = list.addObject().put("name", name).put("kfa_code", code);
    pack.set("pack_price", Pieces.decimal(total));
    pack.put("uom_id", article.medicine().form().unit());
    pack.set("qty", Pieces.decimal(units));
  }

  /** Adds a template's own description. */
  static void template(ObjectNode row, String code, String name, String updatedAt) {
    row.putObject("product_template").put("kfa_code", code).put("name", name).put("state", "valid").put("active", true)
        .put("display_name", name).put("updated_at", updatedAt);
  }

  /** The salt and what is active in it have codes of their own, and the dictionary names now the one, now the other. */
  private void ingredients(ArrayNode list, Article article) {
    if (!article.words().ingredients()) {
      return;
    }
    var medicine = article.medicine();
    for (int i = 0; i < medicine.substances().size(); i++) {
      var substance = medicine.substances().get(i);
      var draw = Draw.of(seed, "ingredient", medicine.rank(), i);
      boolean salt = substance.salt() && draw.chance(SALT_AS_INGREDIENT);
      boolean capitals = dirt.hits(Draw.of(seed, "capitals", substance.number()), Rates.CAPITALS);
      var name = salt ? substance.label() : substance.base();
      list.addObject().put("kfa_code", Level.INGREDIENT.code(substance.number() + (salt ? substances : 0)))
          .put("active", true).put("state", "valid")
          .put("zat_aktif", capitals ? name.toUpperCase(Locale.ROOT) : name)
          .put("kekuatan_zat_aktif", medicine.strength().plain(i))
          .put("updated_at", Pieces.moment(Draw.of(seed, "known", substance.number()), 2022, 2022));
    }
  }

  private void replacement(ObjectNode row, Article article, boolean replaced) {
    var replacement = row.putObject("replacement");
    if (!replaced) {
      replacement.putNull("product").putNull("template");
      return;
    }
    var other = articles.article(article.medicine(), article.words(), 1);
    replacement.putObject("product").put("name", other.name()).put("reason", "Duplikat").put("kfa_code", other.code());
    replacement.putObject("template").put("name", article.words().name()).put("reason", "Duplikat")
        .put("kfa_code", article.words().code());
  }

  private void tags(ArrayNode list, Article article, Draw draw) {
    tags.put(list, article.medicine().use().tag());
    if (list.isEmpty() && dirt.hits(draw, Rates.EMPTY_TAG)) {
      list.addObject().putNull("code").putNull("name");
    }
  }
}
