package id.jejak.kfa.http;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Common medicines for the demo world, grown out of a small table: for each line a template, its general product and its
 * brands. Codes, registration numbers, makers and prices are invented; codes are above 9.990000 so that no real one is
 * meant by accident.
 */
final class DemoMedicines {
  private static final String MOMENT = "2023-09-01 02:00:00";
  private static final String DECREE = "HK.01.07/MENKES/1905/2023";
  private static final Map<String, String> FORMS = Map.of("Tablet", "BS066", "Kapsul", "BS019", "Sirup", "BS055",
      "Sirup Kering", "BS056", "Infus", "BS035", "Larutan Injeksi", "BS034", "Krim", "BS030",
      "Tablet Salut Selaput", "BS077", "Tablet Salut Enterik", "BS076", "Tablet Dispersibel", "BS073");
  private static final List<String> CONTROL = List.of("", "Obat Bebas", "Obat Bebas Terbatas", "Obat Keras");

  private final List<Row> rows = new ArrayList<>();
  private int templates;
  private int products;

  private DemoMedicines() {}

  /** Their rows: products, and prices of a few. */
  static List<Row> rows() {
    var grown = new DemoMedicines();
    try (var in = Objects.requireNonNull(DemoMedicines.class.getResourceAsStream("/id/jejak/kfa/world/medicines.tsv"),
        "the demo world is not packed")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
          .forEach(line -> grown.line(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException("the demo world cannot be read", e);
    }
    return grown.rows;
  }

  private void line(String[] cells) {
    templates++;
    var name = cells[0] + " " + cells[1].replace("/5 mL", " / 5 mL").replace("/1 mL", "/mL") + " " + cells[2];
    product(cells, name, "Umum", null);
    for (var brand : cells[4].split(";")) {
      int colon = brand.indexOf(':');
      if (colon > 0) {
        product(cells, name, brand.substring(0, colon), brand.substring(colon + 1).toUpperCase(Locale.ROOT));
      }
    }
    if (templates % 6 == 1) {
      prices(name, unit(cells[2]));
    }
  }

  private void product(String[] cells, String template, String brand, @Nullable String maker) {
    products++;
    boolean general = maker == null;
    var code = "9399" + digits(products, 4);
    var nie = (general ? "G" : "D") + "KL24999" + digits(products, 3) + "10A1";
    var form = cells[2];
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("name", template + " (" + brand + ")");
    row.put("kfa_code", code);
    row.put("active", true);
    row.put("state", "valid");
    row.put("image", null);
    row.put("updated_at", MOMENT);
    row.put("farmalkes_type", members("code", "medicine", "name", "Obat", "group", "farmasi"));
    row.put("ucum", members("cs_code", "mg", "name", "milligram"));
    row.put("dosage_form", members("code", FORMS.get(form), "name", form));
    row.put("controlled_drug", members("code", cells[3], "name", CONTROL.get(Integer.parseInt(cells[3]))));
    row.put("rute_pemberian", route(form));
    row.put("uom", members("name", unit(form)));
    row.put("produksi_buatan", general ? null : "lokal");
    row.put("nie", general ? null : nie);
    row.put("nama_dagang", general ? null : brand);
    row.put("manufacturer", maker);
    row.put("registrar", maker);
    row.put("generik", general ? true : null);
    row.put("rxterm", cells[0].toLowerCase(Locale.ROOT));
    row.put("dose_per_unit", 1);
    row.put("fix_price", general ? new java.math.BigDecimal("1.0") : decimal(500 + 25 * products));
    row.put("het_price", general ? null : decimal(650 + 30 * products));
    row.put("net_weight_uom_name", "g");
    row.put("volume_uom_name", "mL");
    row.put("identifier_ids", general ? List.of(identifier(template, code, "Kamus Farmalkes (KFA – IHS)"))
        : List.of(identifier(brand, nie, "NIE BPOM"), identifier(template, code, "Kamus Farmalkes (KFA – IHS)")));
    row.put("packaging_ids", general ? List.of() : List.of(members("name", "Dus isi 100", "kfa_code",
        "9499" + digits(products, 4), "pack_price", decimal(0), "uom_id", unit(form), "qty", decimal(100))));
    row.put("product_template", members("kfa_code", template(), "name", template, "state", "valid", "active", true,
        "display_name", template, "updated_at", MOMENT));
    row.put("active_ingredients", List.of(members("kfa_code", "9199" + digits(templates, 4), "active", true, "state",
        "valid", "zat_aktif", cells[0], "kekuatan_zat_aktif", cells[1], "updated_at", MOMENT)));
    row.put("replacement", members("product", null, "template", null));
    row.put("tags", List.of());
    rows.add(Row.of(Row.Kind.PRODUCT_V2, Json.read(Json.write((Object) row))));
  }

  /** One price that holds and one that has expired. */
  private void prices(String name, String unit) {
    price(name, unit, "2022-06-01", "2023-08-22", false, 400 + 10 * templates);
    price(name, unit, "2023-08-23", null, true, 420 + 10 * templates);
  }

  private void price(String name, String unit, String start, @Nullable String end, boolean active, int amount) {
    rows.add(Row.of(Row.Kind.PRICE, Json.read(Json.write((Object) members("product_template_name", name, "kfa_code",
        template(), "document_ref", DECREE, "active", active, "region_name", "Regional 1", "region_code", "regional1",
        "start_date", start, "end_date", end, "price_unit", decimal(amount), "uom_name", unit, "updated_at", MOMENT,
        "uom_pack", List.of("Blister", "Strip"), "province",
        List.of(members("province_code", "31", "province_name", "DKI Jakarta")))))));
  }

  private String template() {
    return "9299" + digits(templates, 4);
  }

  private static Map<String, @Nullable Object> route(String form) {
    return switch (form) {
      case "Infus", "Larutan Injeksi" -> members("code", "P", "name", "Parenteral");
      case "Krim" -> members("code", "cutaneous", "name", "Cutaneous");
      default -> members("code", "O", "name", "Oral");
    };
  }

  private static String unit(String form) {
    return form.startsWith("Tablet") ? "Tablet" : switch (form) {
      case "Kapsul" -> "Kapsul";
      case "Krim" -> "Tube";
      case "Larutan Injeksi" -> "Ampul";
      default -> "Botol";
    };
  }

  private static Map<String, @Nullable Object> identifier(String name, String code, String source) {
    return members("name", name, "code", code, "source_name", source, "url", null);
  }

  private static java.math.BigDecimal decimal(int whole) {
    return new java.math.BigDecimal(whole + ".0");
  }

  private static String digits(int number, int width) {
    var text = Integer.toString(number);
    return "0".repeat(width - text.length()) + text;
  }

  private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    var all = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return all;
  }
}
