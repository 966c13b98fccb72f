package id.jejak.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kfa.client.ClientSettings;
import id.jejak.kfa.client.DeviceQuery;
import id.jejak.kfa.client.KfaClient;
import id.jejak.kfa.client.PriceQuery;
import id.jejak.kfa.client.Product;
import id.jejak.kfa.client.ProductQuery;
import id.jejak.kfa.contract.FieldSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Answers of the service as it gave them in 2023, 2024 and 2026, written by us in those shapes: imported without loss,
 * served again, and read by the typed client over a socket.
 */
class GenerationsTest {
  /** March 2023: whole objects in the list, an id, no image, het_price, replacement or tags; dirty packs. */
  private static final String PAGE_2023_03 = """
      {"total":3,"page":1,"size":100,"items":{"data":[
      {"id":99001,"name":"Contoh Maret 250 mg Tablet (Umum)","kfa_code":"/","active":true,"state":"draft",
       "updated_at":"2022-12-02 02:39:20","farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},
       "ucum":{"cs_code":"mg","name":"milligram"},"dosage_form":{"code":"BS066","name":"Tablet"},
       "controlled_drug":{"code":"3","name":"Obat Keras"},"rute_pemberian":{"code":"O","name":"Oral"},
       "uom":{"name":"Tablet"},"produksi_buatan":null,"nie":null,"nama_dagang":null,"generik":null,"fix_price":1,
       "atc_l1":{"name":"CONTOH ","code":"S","level":"1","parent_code":"","comment":null},"identifier_ids":[],
       "product_template":{"kfa_code":"92970001","name":"Contoh Maret 250 mg Tablet","display_name":"Contoh Maret"},
       "active_ingredients":[{"kfa_code":"91970001","zat_aktif":"CONTOH MARET","kekuatan_zat_aktif":"250 mg"}]},
      {"id":99002,"name":"Contoh Maret 250 mg Tablet (MEREK MARET)","kfa_code":"93970001","active":true,"state":"valid",
       "updated_at":"2022-12-02 02:39:20","farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},
       "nie":"DKL9903816410A1","nama_dagang":"MEREK MARET","generik":null,"fix_price":66.36666666666666,
       "identifier_ids":[{"name":"M","code":"DKL9903816410A1","source_name":"NIE BPOM","url":null},
        {"name":"M","code":"DKL9903816410A1","source_name":"NIE BPOM","url":null}],
       "packaging_ids":[{"name":"Dus isi 10","kfa_code":"92970001","pack_price":0,"uom_id":"Tablet","qty":10}],
       "product_template":{"kfa_code":"92970001","name":"Contoh Maret 250 mg Tablet","display_name":"Contoh Maret"},
       "active_ingredients":[{"kfa_code":"91970001","zat_aktif":"CONTOH MARET","kekuatan_zat_aktif":"100 mg/1 mL"}]},
      {"id":99003,"name":"Contoh Tanpa Zat (LAIN)","kfa_code":"93970002","active":true,"state":"valid",
       "updated_at":"2022-12-02 02:39:20","farmalkes_type":{"code":"vaccine","name":"Vaksin","group":"farmasi"},
       "nie":"LKE99209013","packaging_ids":[],"product_template":{"kfa_code":"92970002","name":"Contoh Tanpa Zat"},
       "active_ingredients":[]}]}}""";
  /** September 2023: trimmed rows with false as a placeholder. */
  private static final String PAGE_2023_09 = """
      {"total":1,"page":1,"size":10,"items":{"data":[
      {"name":"Kateter Contoh (Umum)","kfa_code":"83970001","active":true,"state":"valid","image":null,
       "updated_at":"2023-07-11 08:46:13","farmalkes_type":{"code":"device","name":"Alat Kesehatan","group":"alkes"},
       "produksi_buatan":"lokal","nie":"AKD 99502220148","generik":null,"rxterm":null,"dose_per_unit":1,
       "fix_price":8000.0,"het_price":null,"volume":null,"uom":{"name":"Units"},"dosage_form":{"code":false,"name":false},
       "product_template":{"kfa_code":"82970001","name":"Kateter Contoh","state":"valid","active":true},
       "active_ingredients":[],"replacement":{"product":null,"template":null},"tags":[]}]}}""";
  /** September 2023: a detail. */
  private static final String DETAIL_2023_09 = """
      {"search_code":"93970003","search_identifier":"kfa","result":{"name":"Contoh Rinci 4 ug/0.5 mL (MEREK)",
       "kfa_code":"93970003","active":true,"state":"valid","image":null,"updated_at":"2023-09-21 07:17:24",
       "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"nie":"GKL9912431917A1",
       "kode_lkpp":"99463910","fix_price":7215.0,"het_price":13297.0,"description":"<p>Contoh.<br></p>",
       "atc_l1":{"name":"X","code":"J","level":"1","parent_code":false,"comment":null},
       "atc_l2":{"name":"Y","code":"J05","level":"2","parent_code":"J","comment":null},
       "packaging_ids":[{"name":"Dus isi 60","kfa_code":"94970003","pack_price":0.0,"uom_id":"Tablet","qty":60.0}],
       "product_template":{"kfa_code":"92970003","name":"Contoh Rinci","state":"valid","active":true},
       "active_ingredients":[{"kfa_code":"91970003","active":true,"state":"valid","zat_aktif":"Contoh",
        "kekuatan_zat_aktif":"4 ug/0.5 mL","updated_at":"2022-11-17 10:56:16"}],
       "dosage_usage":[],"cvx_info":{},"replacement":{"product":null,"template":null},"tags":[]}}""";
  /** March 2024: a numeric rxterm, generik false, an empty tag, a replacement. */
  private static final String PAGE_2024 = """
      {"total":1,"page":1,"size":1,"items":{"data":[
      {"name":"Contoh 250 mg Sirup (OBAT LAMA)","kfa_code":"93970004","active":false,"state":"valid","image":null,
       "updated_at":"2024-03-14 03:36:32","farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},
       "generik":false,"rxterm":525,"volume":60.0,"med_dev_jenis":null,"klasifikasi_izin":null,
       "product_template":{"name":"Contoh 250 mg Sirup","state":"valid","active":false,"kfa_code":"92970004",
        "updated_at":"2024-03-23 04:36:09"},
       "active_ingredients":[{"state":"valid","active":true,"kfa_code":"91970001","zat_aktif":"Contoh",
        "updated_at":"2022-10-11 07:10:04","kekuatan_zat_aktif":"250 mg"}],"tags":[{"code":null,"name":null}],
       "replacement":{"product":{"name":"Contoh","reason":"Duplikat","kfa_code":"93970001"},
        "template":{"name":"Contoh","reason":"Duplikat","kfa_code":"92970001"}}}]}}""";
  /** January 2026: bundles, volume as text, the total in every row. */
  private static final String PAGE_2026 = """
      {"total":1,"page":1,"size":1,"items":{"data":[
      {"name":"Contoh Paket (MEREK)","kfa_code":"93970005","active":true,"state":"valid","updated_at":"2026-01-05 01:00:00",
       "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"volume":"5","rxterm":"contoh",
       "uom":{"cs_code":"{tbl}","name":"Tablet"},"product_template":{"kfa_code":"92970005","name":"Contoh Paket",
        "bmhp":false},"paket_obat":[{"kfa_code":"93970001","qty":2,"uom_name":"Tablet","ucum_cs_code":"{tbl}"}],
       "dosage_usage":[{"name":"x","qty":1,"body_weight_min":0.5}],"baru_sekali":{"a":[1,2.50]},"total_data":1}]}}""";
  private static final String PRICE = """
      {"total":13,"page":1,"limit":1,"items":{"data":[{"kfa_code":"92970001","product_template_name":"Contoh Maret",
       "document_ref":"HK.01.07/MENKES/1905/2023","active":false,"region_name":"Regional 2","region_code":"regional2",
       "start_date":"2023-08-23","end_date":"2024-02-29","price_unit":933,"uom_name":"Tablet",
       "updated_at":"2024-03-25 03:56:12","uom_pack":["Strip"],"province":[{"province_code":"12",
       "province_name":"Sumatera Utara"}]}]}}""";
  private static final String DEVICE_V3 = """
      {"status":200,"error":false,"message":"success","meta":{"item_count":1,"page":{"is_cursor":false,"current":1,
       "previous":0,"next":0,"limit":10,"total":1},"sort":null,"param":null,"data":[{"kfa_code":"33970001","active":true,
       "display_name":"Alat Contoh (MEREK, X-1)","farmalkes_type":{"code":"device","name":"device","group":"alkes"},
       "fix_price":81082633,"identifier_ids":[{"code":"AKL 99205310017","name":"A","use":"usual","end_date":"2026-01-28",
        "source_code":"nie_regalkes","source_name":"NIE REGALKES"}],"kategori":{"code":"02","name":"K"},
       "jenis":{"code":"0205002","name":"J"},"nama_dagang":"ALAT CONTOH","nie":"AKL 99205310017",
       "product_template":{"state":"valid","kfa_code":"32970001","name":"Alat Contoh","synonyms":"Contoh"},
       "score_tkdn":30.29,"uom_name":"Units","updated_at":"2024-05-07T03:41:04.789Z","volume":-1,
       "product_state":"valid","replacement":{"product":{"reason":"","kfa_code":""}},
       "lkpp_status":{"freezed":false,"reason_code":null}}]}}""";
  private static final String TEMPLATE_V3 = """
      {"status":200,"data":[{"kfa_code":"32970001","active":true,"bmhp":true,"name":"Alat Contoh","state":"valid",
       "farmalkes_type":{"code":"device","name":"device","group":"alkes"},"synonyms":"Contoh Alat",
       "kategori":{"code":"02","name":"K"},"replacement":{"name":"","reason":"","kfa_code":""},
       "updated_at":"2024-10-28T07:12:12.786Z"}]}""";
  private static final List<String> ALL = List.of(PAGE_2023_03, PAGE_2023_09, DETAIL_2023_09, PAGE_2024, PAGE_2026, PRICE,
      DEVICE_V3, TEMPLATE_V3);

  private static TestKfa kfa;
  private static HttpServer server;
  private static HttpTransport transport;

  @BeforeAll
  static void start() {
    kfa = new TestKfa();
    var answer = Json.read(kfa.post("/kfa/import", String.join("\n", ALL)).bytes());
    assertEquals(10, answer.path("added").asInt(), answer.toString());
    assertEquals(0, answer.path("skipped").asInt());
    server = HttpServer.start("127.0.0.1", 0, TestKfa.router(kfa.kfa), new RequestIds(1));
    transport = new HttpTransport("http://127.0.0.1:" + server.port(), Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    transport.close();
    server.close();
    kfa.close();
  }

  private static KfaClient client(FieldSet fields) {
    return new KfaClient(transport, (way, request) -> new Done<>(way.handle(
        request.plusHeader("Authorization", "Bearer " + TestKfa.TOKEN))), ClientSettings.usual().with(fields), kfa.clock,
        _ -> true, new Random(1));
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Done<T>(var value, _)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }

  private static Product product(FieldSet fields, String code) {
    return done(client(fields).product(code)).orElseThrow(() -> new AssertionError(code));
  }

  @Test
  void rowsComeBackAsTheyWent() {
    var sent = List.of(PAGE_2023_03, PAGE_2023_09, PAGE_2024, PAGE_2026).stream()
        .flatMap(page -> Json.read(page).path("items").path("data").valueStream())
        .filter(row -> !row.path("kfa_code").asString().equals("/")).toList();
    for (var row : sent) {
      assertEquals(row.toString(), product(FieldSet.STORED, row.path("kfa_code").asString()).raw().toString());
    }
    assertEquals(Json.read(DETAIL_2023_09).path("result").toString(), product(FieldSet.STORED, "93970003").raw()
        .toString());
    var draft = done(client(FieldSet.STORED).products(ProductQuery.all(ProductQuery.Group.FARMASI)
        .ofTemplate("92970001")).rest(10)).stream().filter(row -> row.code().isEmpty()).findFirst().orElseThrow();
    assertEquals(99001, draft.raw().path("id").asInt());
  }

  @Test
  void everyFieldSetSaysTheSame() {
    for (var fields : FieldSet.values()) {
      var detail = product(fields, "93970003");
      assertEquals(List.of("J", "J05"), detail.atc(), fields.label());
      assertEquals("4 ug/0.5 mL", detail.ingredients().getFirst().strength().orElseThrow().toString());
      assertEquals(Optional.of("94970003"), detail.packs().getFirst().code());
      assertTrue(detail.usable());
      var old = product(fields, "93970004");
      assertEquals(Optional.of(false), old.generic());
      assertEquals(Optional.of("525"), old.term());
      assertEquals("93970001", old.replacement().orElseThrow().product().orElseThrow().code());
      assertEquals(List.of(), old.tags());
      assertEquals(Optional.of("93970001"), done(client(fields).productByNie("dkl 9903816410 a1")).orElseThrow().code());
      assertEquals(Optional.of("93970003"), done(client(fields).productByLkpp("99463910")).orElseThrow().code());
      assertEquals("66.36666666666666", product(fields, "93970001").fixPrice().orElseThrow().toPlainString());
      assertEquals(Optional.of("83970001"), done(client(fields).productByNie("AKD 99502220148")).orElseThrow().code());
    }
    assertEquals(Optional.empty(), done(client(FieldSet.Y2026).product("93970999")));
  }

  @Test
  void pricesAndDevicesAreReadToo() {
    var price = done(client(FieldSet.Y2023).prices(PriceQuery.of("93970001")).rest(10)).getFirst();
    assertEquals(LocalDate.of(2024, 2, 29), price.ended().orElseThrow());
    assertEquals(933, price.amount().orElseThrow().intValue());
    var device = done(client(FieldSet.Y2026).devices(DeviceQuery.reference("akl99205310017"), 1).rest(10)).getFirst();
    assertEquals("Alat Contoh (MEREK, X-1)", device.name());
    assertEquals(List.of("02", "0205002"), device.categories());
    assertEquals(Optional.empty(), device.replacement());
    assertEquals("Contoh Alat", done(client(FieldSet.Y2026).deviceTemplates(DeviceQuery.code("32970001"), 1, 10)).items()
        .getFirst().synonyms());
    assertTrue(done(client(FieldSet.Y2023).tags()).size() >= 3);
  }

  @Test
  void theSameAgainChangesNothing() {
    var answer = Json.read(kfa.post("/kfa/import", "[" + PAGE_2024 + "]").bytes());
    assertEquals(0, answer.path("changed").asInt() + answer.path("added").asInt(), answer.toString());
  }
}
