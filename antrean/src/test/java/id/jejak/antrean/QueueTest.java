package id.jejak.antrean;

import static id.jejak.antrean.TestAntrean.add;
import static id.jejak.antrean.TestAntrean.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day at the counter, through the wire: bookings, tasks, lists, figures. */
class QueueTest {
  private static final String TODAY = "2021-03-16";
  private static TestAntrean bpjs;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  @BeforeEach
  void fresh() {
    bpjs.reset();
  }

  private static Instant at(String time) {
    return Instant.parse(TODAY + "T" + time + ":00+07:00");
  }

  @Test
  void anOldPatientPassesThroughTheChain() {
    assertEquals("200 Ok", said(bpjs.post("/antrean/add", add("16032021B001", TODAY))));
    assertEquals("200 Ok", bpjs.task("16032021B001", 3, at("08:10")));
    assertEquals("Belum dilayani", status("16032021B001"));
    assertEquals("200 Ok", bpjs.task("16032021B001", 4, at("08:30")));
    assertEquals("Sedang dilayani", status("16032021B001"));
    assertEquals("200 Ok", bpjs.task("16032021B001", 5, at("08:40")));
    assertEquals("Selesai dilayani", status("16032021B001"));
    assertEquals("200 Ok", said(bpjs.post("/antrean/farmasi/add", Map.of("kodebooking", "16032021B001", "jenisresep",
        "Racikan", "nomorantrean", "7", "keterangan", ""))));
    assertEquals("200 Ok", bpjs.task("16032021B001", 6, at("08:45")));
    assertEquals("200 Ok", bpjs.task("16032021B001", 7, at("09:05")));
    var list = bpjs.post("/antrean/getlisttask", Map.of("kodebooking", "16032021B001"));
    assertEquals("200 OK", said(list));
    assertEquals(5, list.path("response").path("list").size());
    var first = list.path("response").path("list").get(0);
    assertEquals("16-03-2021 08:10:00 WIB", first.path("wakturs").asString());
    assertEquals("akhir waktu layan admisi/mulai waktu tunggu poli", first.path("taskname").asString());
    var waits = bpjs.get("/dashboard/waktutunggu/tanggal/2021-03-16/waktu/rs");
    var row = waits.path("response").path("list").get(0);
    assertEquals("ANA", row.path("kodepoli").asString());
    assertEquals(1200, row.path("waktu_task3").asInt());
    assertEquals(600, row.path("avg_waktu_task4").asInt());
    assertEquals(300, row.path("waktu_task5").asInt());
    assertEquals(1200, row.path("waktu_task6").asInt());
    assertEquals(0, row.path("waktu_task1").asInt());
  }

  private static String status(String code) {
    return bpjs.get("/antrean/pendaftaran/kodebooking/" + code).path("response").path("list").get(0)
        .path("status").asString();
  }

  @Test
  void codesWithSignsOfAddressesAreFound() {
    for (var code : new String[] {"Y03-20#1617068533", "2026/03/13/000317", "50% ya", "a+b"}) {
      bpjs.booking(code, TODAY, false);
      var path = "/antrean/pendaftaran/kodebooking/" + code.replace("%", "%25").replace("#", "%23")
          .replace("/", "%2F").replace(" ", "%20");
      var list = bpjs.get(path).path("response").path("list");
      assertEquals(code, list.path(0).path("kodebooking").asString(), path);
    }
  }

  @Test
  void theLaterAddressAnswersAsTheLiveSystem() {
    var later = bpjs.call("GET", "/antreanrs/jadwaldokter/kodepoli/ANA/tanggal/2021-03-16", "").path("response");
    assertTrue(later.isArray());
    assertEquals("08:00-16:00", later.get(0).path("jadwal").asString());
    var slides = bpjs.get("/jadwaldokter/kodepoli/ANA/tanggal/2021-03-16").path("response").path("list");
    assertEquals("08:00 - 16:00", slides.get(0).path("jadwal").asString());
    assertEquals(later.size(), slides.size());
  }

  @Test
  void aChangeOfHoursHoldsFromTheNextDayUnlessTheOfficeSaysNo() {
    var change = Map.of("kodepoli", "ANA", "kodesubspesialis", "1", "kodedokter", 12346, "jadwal",
        java.util.List.of(Map.of("hari", "3", "buka", "18:00", "tutup", "20:00")));
    assertEquals("200 Ok", said(bpjs.post("/updatejadwaldokter", change)));
    assertEquals("08:00 - 16:00", hours(12346, "2021-03-17"));
    bpjs.clock.set(Instant.parse("2021-03-16T13:30:00Z"));
    assertEquals("201 Perubahan jadwal dokter hanya dapat diajukan pukul 00:00 sampai dengan 20:00 WIB",
        said(bpjs.post("/jadwaldokter/updatejadwaldokter", change)));
    bpjs.clock.set(Instant.parse("2021-03-16T17:00:00Z"));
    assertEquals("18:00 - 20:00", hours(12346, "2021-03-17"));
    assertEquals("08:00 - 16:00", hours(12346, "2021-03-18"));
  }

  private static String hours(int doctor, String day) {
    return bpjs.get("/jadwaldokter/kodepoli/ANA/tanggal/" + day).path("response").path("list").valueStream()
        .filter(row -> row.path("kodedokter").asInt() == doctor
            && row.path("kodesubspesialis").asString().equals("ANA"))
        .findFirst().orElseThrow().path("jadwal").asString();
  }

  @Test
  void aPlanOfControlCanBeLeantOn() {
    var inserted = bpjs.call("POST", "/vclaim-rest/RencanaKontrol/insert", """
        {"request": {"noSEP": "1311R0020321V000002", "kodeDokter": "12345", "poliKontrol": "ANA",
         "tglRencanaKontrol": "2021-03-20", "user": "petugas"}}""");
    assertEquals("200 Sukses", said(inserted));
    var number = inserted.path("response").path("noSuratKontrol").asString();
    assertEquals("1311R0020321K000001", number);
    assertEquals("200 Ok", said(bpjs.post("/antrean/add", add("K1", "2021-03-20", "jeniskunjungan", 3,
        "nomorreferensi", number))));
    assertEquals("201 Rujukan tidak valid, data nomorreferensi belum sesuai dengan jenis kunjungan",
        said(bpjs.post("/antrean/add", add("K2", "2021-03-20", "nomorreferensi", number))));
  }
}
