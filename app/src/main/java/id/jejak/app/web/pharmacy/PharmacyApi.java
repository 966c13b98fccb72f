package id.jejak.app.web.pharmacy;

import id.jejak.app.web.ground.Page;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The pharmacy's operations of the facility's API, in the name of whoever is logged in. Thread-safe. */
public final class PharmacyApi {
  /** Below here the pharmacy is served. */
  public static final String BASE = FacilityApi.BASE + "/pharmacy";

  private final FacilityApi api;

  /** The pharmacy behind an API. */
  public PharmacyApi(FacilityApi api) {
    this.api = api;
  }

  /** Asks for something below the pharmacy's address. */
  public Answer get(Staff staff, String path) {
    return api.get(staff, BASE + path);
  }

  /** Asks what is asked again and again while a page is open; not worth recording. */
  public Answer watch(Staff staff, String path) {
    return api.watch(staff, BASE + path);
  }

  /** Does something there; what is null is left out. */
  public Answer post(Staff staff, String path, @Nullable Object... namesAndValues) {
    return api.post(staff, BASE + path, body(namesAndValues));
  }

  /** Finds who a patient is, for a purpose that the audit keeps; a missing node where that is not known here. */
  public JsonNode patient(Staff staff, String kind, String identifier, String purpose) {
    return api.post(staff, FacilityApi.BASE + "/patients/find", body(kind, identifier, "purpose", purpose)).body();
  }

  private static Map<String, Object> body(@Nullable Object... namesAndValues) {
    var members = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value != null) {
        members.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return members;
  }

  /** A barcode with its separators spelt out, since a page cannot hold the character itself. */
  public static String spelt(String barcode) {
    return barcode.replace("\u001d", "<GS>");
  }

  /** A barcode as a scanner gives it. */
  public static String plain(String spelt) {
    return spelt.replace("<GS>", "\u001d");
  }

  /** A text of an answer; empty when there is none. */
  public static String text(JsonNode node, String name) {
    return node.path(name).isNull() ? "" : node.path(name).asString("");
  }

  /** A number of an answer, without zeros that say nothing. */
  public static String number(JsonNode node, String name) {
    var value = node.path(name);
    return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : "";
  }

  /** Reads how much somebody typed: {@code 5}, {@code 2,5}, or a fraction such as {@code 3250/650}. */
  public static java.util.Optional<java.math.BigDecimal> amount(String text) {
    return Tray.amount(text);
  }

  /** Findings in the reader's language. */
  public static java.util.List<Bench.Finding> findings(Page page, JsonNode findings) {
    return Script.findings(page, findings);
  }

  /** What went wrong and what to do, in the reader's language as far as it is known; empty when nothing did. */
  public static String problem(Page page, Answer answer) {
    if (answer.ok()) {
      return "";
    }
    var title = text(answer.body(), "title");
    if (title.isEmpty()) {
      return answer.message(page);
    }
    var known = PROBLEMS.get(text(answer.body(), "code"));
    var where = text(answer.body(), "where");
    var english = title + ". " + text(answer.body(), "advice") + (where.isEmpty() ? "" : " (" + where + ")");
    return known == null ? english : page.say(known + " (" + title + ")", english);
  }

  private static final Map<String, String> PROBLEMS = Map.ofEntries(
      Map.entry("role", "Peran Anda tidak mengizinkan ini."),
      Map.entry("malformed", "Ada isian yang kurang atau tidak terbaca."),
      Map.entry("not-found", "Tidak ada di fasilitas ini."),
      Map.entry("remote", "Sistem nasional belum menjawab sebagaimana mestinya; tidak ada yang berubah."),
      Map.entry("held", "Sebagian kemasan sudah tercatat; keluarkan dari daftar."),
      Map.entry("lot-untold", "Barcode tidak memuat NIE, batch, dan kedaluwarsa: isi dari surat jalan."),
      Map.entry("not-here", "Sebagian kemasan tidak ada di sini untuk dipindahkan."),
      Map.entry("pack-stopped", "Kemasan tidak boleh diserahkan."),
      Map.entry("too-much", "Lebih banyak daripada yang boleh diserahkan sekarang."),
      Map.entry("served", "Sudah ada yang diserahkan sejak halaman ini dibuka: periksa lagi."),
      Map.entry("findings", "Ada temuan yang harus diterima dahulu."),
      Map.entry("substitution", "Penggantian belum lengkap: jenis, alasan, dokter, dan apoteker harus ada."),
      Map.entry("product-unknown", "Produk belum dipetakan ke KFA."),
      Map.entry("compound-stopped", "Racikan ini tidak dapat diserahkan: buat yang baru."),
      Map.entry("taken-back", "Penyerahan ini sudah ditarik kembali."),
      Map.entry("too-late", "Sudah lewat 24 jam: bila obatnya kembali, pilih dikembalikan pasien."),
      Map.entry("not-of-it", "Kemasan ini tidak diserahkan pada penyerahan itu."),
      Map.entry("more-than-given", "Lebih banyak daripada yang diserahkan."),
      Map.entry("not-on-shelf", "Tidak boleh kembali ke rak: karantina atau musnahkan."),
      Map.entry("recall-closed", "Penarikan ini sudah ditutup."),
      Map.entry("recall-foreign", "Penarikan dibuka fasilitas lain, dan ditutup di sana."));
}
