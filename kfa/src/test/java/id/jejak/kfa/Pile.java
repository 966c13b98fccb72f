package id.jejak.kfa;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.store.Row;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Made-up rows in the shape of the service's answer of March 2023: numbers, whole objects, and its dirt. */
final class Pile {
  private static final String TEXT = "<p>Teks panjang tentang obat yang dipakai untuk mengisi baris ini. </p>".repeat(8);

  private Pile() {}

  /** So many products of that shape; every tenth is general, every fiftieth has no code. */
  static Iterator<Row> products(int count) {
    return IntStream.range(0, count).mapToObj(i -> Row.of(Row.Kind.PRODUCT_V2, Json.read(product(i, "Nama", 7215))))
        .iterator();
  }

  /** One product. */
  static String product(int i, String name, int price) {
    var code = i % 50 == 49 ? "/" : Integer.toString(93_100_000 + i);
    int template = i / 10;
    var templateName = String.format(Locale.ROOT, "Substansi%04d %d mg Tablet", template, 5 * (1 + template % 9));
    boolean general = i % 10 == 0;
    return """
        {"id": %d, "name": "%s (%s)", "kfa_code": "%s", "active": true, "state": "%s",
         "updated_at": "20%02d-0%d-1%d 09:10:11",
         "farmalkes_type": {"code": "%s", "name": "Obat", "group": "%s"},
         "ucum": {"cs_code": "mg", "name": "milligram"}, "dosage_form": {"code": "BS066", "name": "Tablet"},
         "controlled_drug": {"code": "3", "name": "Obat Keras"}, "rute_pemberian": {"code": "O", "name": "Oral"},
         "uom": {"name": "Tablet"}, "produksi_buatan": null, "nie": %s, "nama_dagang": "%s %d",
         "manufacturer": "PABRIK %d", "registrar": null, "generik": null, "rxterm": "substansi", "dose_per_unit": 1,
         "fix_price": %d, "farmalkes_hscode": null, "tayang_lkpp": null, "kode_lkpp": "%d", "score_tkdn": null,
         "net_weight": null, "net_weight_uom_name": "g", "volume": null, "volume_uom_name": "mL",
         "atc_ddd": {"name": null},
         "atc_l1": {"name": "SATU", "code": "%s", "level": "1", "parent_code": "", "comment": null},
         "atc_l2": {"name": "DUA", "code": "%s%02d", "level": "2", "parent_code": "X", "comment": null},
         "description": "%s", "indication": "%s",
         "identifier_ids": [{"name": "X", "code": "GKL24%03d%03d10A1", "source_name": "NIE BPOM", "url": null},
          {"name": "X", "code": "GKL24%03d%03d10A1", "source_name": "NIE BPOM", "url": null},
          {"name": "X", "code": "%s", "source_name": "Kamus Farmalkes (KFA – IHS)", "url": null}],
         "packaging_ids": [{"name": "Dus isi 1", "kfa_code": "%d", "pack_price": 66.36666666666666,
          "uom_id": "Tablet", "qty": 1}],
         "product_template": {"kfa_code": "%d", "name": "%s", "display_name": "%s"},
         "active_ingredients": [{"kfa_code": "%d", "zat_aktif": "Substansi%04d", "kekuatan_zat_aktif": "5 mg"}]}
        """.formatted(1000 + i, templateName, general ? "Umum" : name + " " + i, code, i % 50 == 49 ? "draft" : "valid",
        20 + i % 4, 1 + i % 9, i % 9, i % 4 == 3 ? "device" : "medicine", i % 4 == 3 ? "alkes" : "farmasi",
        general ? "null" : "\"GKL24 " + String.format(Locale.ROOT, "%03d%03d", i / 1000 % 1000, i % 1000) + " 10A1\"",
        name.toUpperCase(Locale.ROOT), i, i % 300, price, 5_000_000 + i, (char) ('A' + i % 14), (char) ('A' + i % 14),
        i % 20, TEXT, TEXT, i / 1000 % 1000, i % 1000, i / 1000 % 1000, i % 1000, code, 94_100_000 + i,
        92_100_000 + template, templateName, templateName, 91_100_000 + template, template);
  }
}
