package id.jejak.kfa.http.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.Row.Kind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The made-up dictionary is the same every time, of the real size and shape, and as dirty. */
class SyntheticCatalogueTest {
  private static final int FARMASI = SyntheticCatalogue.REAL_FARMASI;
  private static final int FEW = 600;
  /** Members of the detail in section 5.1, in its order. */
  private static final List<String> DETAIL = List.of("name", "kfa_code", "active", "state", "image", "updated_at",
      "farmalkes_type", "ucum", "dosage_form", "controlled_drug", "rute_pemberian", "uom", "produksi_buatan", "nie",
      "nama_dagang", "manufacturer", "registrar", "generik", "rxterm", "dose_per_unit", "fix_price", "het_price",
      "farmalkes_hscode", "tayang_lkpp", "kode_lkpp", "score_tkdn", "score_bmp", "score_tkdn_bmp", "med_dev_jenis",
      "med_dev_subkategori", "med_dev_kategori", "med_dev_kelas_risiko", "klasifikasi_izin", "net_weight",
      "net_weight_uom_name", "volume", "volume_uom_name", "atc_ddd", "atc_l1", "atc_l2", "atc_l3", "atc_l4", "atc_l5",
      "description", "indication", "warning", "side_effect", "identifier_ids", "packaging_ids", "product_template",
      "active_ingredients", "dosage_usage", "cvx_info", "replacement", "tags");
  /** Members of a variant and a template of version 3, and of a price, as the documents print them. */
  private static final List<String> VARIANT = List.of("kfa_code", "active", "barcode", "dapat_dibeli_lkpp",
      "discontinued", "display_name", "farmalkes_type", "fix_price", "fornas", "identifier_ids", "jenis", "kategori",
      "klasifikasi_izin", "kode_kbki", "kode_lkpp", "manufacturer", "manufacturer_country", "med_dev_kelas_risiko",
      "nama_dagang", "nie", "product_template", "produksi_buatan", "registrar", "registrar_country", "score_bmp",
      "score_tkdn", "score_tkdn_bmp", "stok_wajib_yankes", "sub_jenis", "sub_kategori", "tayang_lkpp", "ucum",
      "uom_name", "uom_po_name", "updated_at", "variant_desc_farmalkes", "variant_desc_usage", "variant_desc_warning",
      "variant_side_effect", "volume", "weight", "product_state", "replacement");
  private static final List<String> TEMPLATE = List.of("kfa_code", "active", "bmhp", "desc_farmalkes", "desc_usage",
      "desc_warning", "farmalkes_hscode", "farmalkes_type", "fornas", "jenis", "kategori", "klasifikasi_izin",
      "med_dev_kelas_risiko", "name", "replacement", "side_effect", "state", "stok_wajib_yankes", "sub_jenis",
      "sub_kategori", "synonyms", "ucum", "uom_name", "uom_po_name", "updated_at");
  private static final List<String> PRICE = List.of("product_template_name", "kfa_code", "document_ref", "active",
      "region_name", "region_code", "start_date", "end_date", "price_unit", "uom_name", "updated_at", "uom_pack",
      "province");
  private static final Pattern NIE = Pattern.compile("[DG][BTKPN][LI]\\d{2}\\d{3}\\d{3}\\d{2}[A-Z]\\d");
  private static final Pattern DEVICE_NIE = Pattern.compile("AK[DL] ?\\d{11}");

  private static SyntheticCatalogue few(long seed, Dirt dirt) {
    return SyntheticCatalogue.of(seed, FEW, FEW, dirt);
  }

  private static String digest(SyntheticCatalogue catalogue) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (var rows = catalogue.rows(); rows.hasNext();) {
      digest.update(Json.write((Object) rows.next().document()));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static List<JsonNode> documents(SyntheticCatalogue catalogue, Kind kind) {
    var rows = new ArrayList<JsonNode>();
    catalogue.rows(kind).forEachRemaining(row -> rows.add(row.document()));
    return rows;
  }

  private static boolean medicine(JsonNode row) {
    return row.path("farmalkes_type").path("group").asString("").equals("farmasi");
  }

  /** This digest is what every machine must get; it changes with the tables, and then is written anew here. */
  @Test
  void theSameSeedAndSizeGiveTheSameBytes() throws Exception {
    assertEquals(digest(few(7, Dirt.USUAL)), digest(few(7, Dirt.USUAL)));
    assertEquals("30894994a2597087", digest(few(1, Dirt.USUAL)));
    assertNotEquals(digest(few(7, Dirt.USUAL)), digest(few(8, Dirt.USUAL)));
    assertNotEquals(digest(few(7, Dirt.USUAL)), digest(few(7, Dirt.NONE)));
  }

  @Test
  void aSmallerDictionaryIsTheBeginningOfALargerOne() {
    Map<String, String> large = new HashMap<>();
    documents(SyntheticCatalogue.of(3, 4 * FEW, 4 * FEW, Dirt.NONE), Kind.PRODUCT_V2)
        .forEach(row -> large.put(row.path("kfa_code").asString(), row.toString()));
    var small = documents(few(3, Dirt.NONE), Kind.PRODUCT_V2);
    small.forEach(row -> assertEquals(large.get(row.path("kfa_code").asString()), row.toString()));
    assertEquals(2 * FEW, small.size());
    assertTrue(small.stream().anyMatch(row -> row.path("name").asString().equals("Paracetamol 500 mg Tablet (Umum)")));
    assertTrue(small.stream().anyMatch(row -> row.path("name").asString().startsWith("Metformin Hydrochloride 500")));
  }

  @Test
  void everythingIsThereInTheRealSize() {
    var catalogue = SyntheticCatalogue.of(1, FARMASI, SyntheticCatalogue.REAL_ALKES, Dirt.USUAL);
    var counts = new HashMap<Kind, Integer>();
    var codes = new HashSet<String>();
    for (var rows = catalogue.rows(); rows.hasNext();) {
      var row = rows.next();
      counts.merge(row.kind(), 1, Integer::sum);
      var code = row.document().path("kfa_code").asString("");
      if (row.kind() != Kind.PRICE && code.matches("(93|83|33|32)\\d{6}")) {
        assertTrue(codes.add(code), code + " is there twice");
      }
    }
    assertEquals(84_000, counts.get(Kind.PRODUCT_V2));
    assertEquals(11_880, counts.get(Kind.ALKES_V3));
    assertEquals(11_484, counts.get(Kind.TEMPLATE_V3));
    assertTrue(counts.get(Kind.PRICE) > 6_000, counts.toString());
    for (var kind : Kind.values()) {
      assertEquals((long) counts.get(kind), catalogue.count(kind), kind.name());
    }
  }

  @Test
  void membersStandInTheOrderOfTheDocuments() {
    for (var dirt : Dirt.values()) {
      var catalogue = few(2, dirt);
      for (var row : documents(catalogue, Kind.PRODUCT_V2)) {
        var expected = new ArrayList<>(DETAIL);
        if (row.path("kfa_code").asString("").equals("/") && medicine(row)) {
          expected.remove("packaging_ids");
        }
        assertEquals(expected, List.copyOf(row.propertyNames()));
      }
      documents(catalogue, Kind.ALKES_V3).forEach(row -> assertEquals(VARIANT, List.copyOf(row.propertyNames())));
      documents(catalogue, Kind.TEMPLATE_V3).forEach(row -> assertEquals(TEMPLATE, List.copyOf(row.propertyNames())));
      documents(catalogue, Kind.PRICE).forEach(row -> assertEquals(PRICE, List.copyOf(row.propertyNames())));
    }
  }

  @Test
  void amountsOfMoneyArePrintedWithAPoint() {
    var text = Json.write((Object) documents(few(1, Dirt.NONE), Kind.PRICE).getFirst());
    assertTrue(new String(text, java.nio.charset.StandardCharsets.UTF_8).matches(".*\"price_unit\":\\d+\\.0,.*"));
  }

  @Test
  void dirtComesAtTheRatesThatWereCounted() {
    var rows = documents(SyntheticCatalogue.of(1, FARMASI, 0, Dirt.USUAL), Kind.PRODUCT_V2);
    assertEquals(FARMASI, rows.size());
    share(rows, 80, 10, row -> row.path("kfa_code").asString().equals("/"));
    share(rows, 80, 10, row -> !row.has("packaging_ids"));
    share(rows, 150, 20, row -> row.has("packaging_ids") && row.path("packaging_ids").isEmpty());
    share(rows, 210, 20, row -> row.path("nie").isNull());
    share(rows, 440, 30, row -> row.path("fix_price").isNull());
    share(rows, 180, 20, row -> row.path("fix_price").isNumber() && row.path("fix_price").asDouble() == 1.0);
    share(rows, 290, 25, row -> row.path("generik").asBoolean(false));
    share(rows, 30, 12, row -> row.path("active_ingredients").isEmpty());
    assertTrue(rows.stream().anyMatch(row -> row.path("generik").isBoolean() && !row.path("generik").asBoolean()));
    assertTrue(rows.stream().anyMatch(row -> row.path("rxterm").isNumber()));
    assertTrue(rows.stream().anyMatch(row -> !row.path("active").asBoolean()
        && row.path("replacement").path("product").path("reason").asString("").equals("Duplikat")));
    assertTrue(rows.stream().anyMatch(row -> row.path("kfa_code").asString().startsWith("92")));
    var shared = new HashMap<String, Integer>();
    rows.forEach(row -> row.path("nie").asStringOpt().ifPresent(nie -> shared.merge(nie, 1, Integer::sum)));
    long several = shared.values().stream().filter(count -> count > 1).count();
    assertEquals(53, 1000.0 * several / shared.size(), 20);
  }

  private static void share(List<JsonNode> rows, int inThousand, int within, Predicate<JsonNode> dirt) {
    assertEquals(inThousand, 1000.0 * rows.stream().filter(dirt).count() / rows.size(), within);
  }

  @Test
  void withoutDirtEveryRowIsWhole() {
    for (var row : documents(few(1, Dirt.NONE), Kind.PRODUCT_V2)) {
      assertTrue(row.path("kfa_code").asString().matches("[89]3\\d{6}"), row.path("name").asString());
      assertTrue(row.path("active").asBoolean() && row.path("state").asString().equals("valid"));
      assertTrue(row.has("packaging_ids"));
      assertFalse(row.toString().contains("\"parent_code\":false"));
      if (medicine(row) && !row.path("name").asString().endsWith("(Umum)")) {
        assertTrue(row.path("nie").isString(), row.path("name").asString());
        row.path("packaging_ids").forEach(pack -> assertTrue(pack.path("kfa_code").asString().startsWith("94")));
      }
    }
  }

  @Test
  void everyTemplateHasOneGeneralProductAndNamesAreItsBeginning() {
    var general = new HashMap<String, Integer>();
    var names = new HashSet<String>();
    for (var row : documents(SyntheticCatalogue.of(1, 4000, 2000, Dirt.USUAL), Kind.PRODUCT_V2)) {
      var template = row.path("product_template");
      var name = row.path("name").asString();
      assertTrue(name.startsWith(template.path("name").asString() + " (") && name.endsWith(")"), name);
      assertTrue(names.add(template.path("kfa_code").asString() + name), name + " is there twice");
      general.merge(template.path("kfa_code").asString(), name.endsWith(" (Umum)") ? 1 : 0, Integer::sum);
    }
    assertEquals(Set.of(1), new HashSet<>(general.values()));
  }

  @Test
  void registrationNumbersKeepTheGrammar() {
    var byNumber = new HashMap<String, String>();
    for (var row : documents(SyntheticCatalogue.of(1, FARMASI, 3000, Dirt.NONE), Kind.PRODUCT_V2)) {
      var nie = row.path("nie").asString("");
      if (!nie.isEmpty()) {
        assertTrue((medicine(row) ? NIE : DEVICE_NIE).matcher(nie).matches(), nie);
        var other = byNumber.put(nie, row.path("name").asString());
        assertEquals(null, other, nie + " is that of two products");
      }
    }
  }

  @Test
  void noNodeOfTheClassificationIsThereButThoseTheDocumentsPrint() {
    var printed = Set.of("A", "J", "J05", "J05A", "J05AF", "J05AF06", "L");
    var catalogue = few(1, Dirt.USUAL);
    var known = new TreeSet<String>();
    documents(catalogue, Kind.ATC).stream().map(row -> row.path("code")).filter(JsonNode::isString)
        .forEach(code -> known.add(code.asString()));
    assertEquals(new TreeSet<>(printed), known);
    for (var row : documents(catalogue, Kind.PRODUCT_V2)) {
      for (int level = 1; level <= 5; level++) {
        var code = row.path("atc_l" + level).path("code");
        assertTrue(!code.isString() || printed.contains(code.asString()), code.toString());
      }
      row.path("atc_ddd").path("name").asStringOpt().ifPresent(dose -> assertEquals("0.6 g - O", dose));
    }
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SyntheticCatalogue.of(1, -1, 0, Dirt.USUAL));
    assertThrows(IllegalArgumentException.class,
        () -> SyntheticCatalogue.of(1, SyntheticCatalogue.MOST_FARMASI + 1, 0, Dirt.USUAL));
    assertThrows(IllegalArgumentException.class,
        () -> SyntheticCatalogue.of(1, 0, SyntheticCatalogue.MOST_ALKES + 1, Dirt.USUAL));
    assertEquals(0, documents(SyntheticCatalogue.of(1, 0, 0, Dirt.USUAL), Kind.PRODUCT_V2).size());
    assertEquals(SyntheticCatalogue.MOST_FARMASI + SyntheticCatalogue.MOST_ALKES, SyntheticCatalogue.of(1,
        SyntheticCatalogue.MOST_FARMASI, SyntheticCatalogue.MOST_ALKES, Dirt.USUAL).count(Kind.PRODUCT_V2));
  }
}
