package id.jejak.app.conformance;

import static id.jejak.app.conformance.Checker.assertFailed;
import static id.jejak.app.conformance.Checker.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.crypto.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hospitals' traffic to BPJS, of the real addresses: a right one passes, and each habit that hurts is found. */
class BpjsConformanceTest {
  private static final String BASE = "https://apijkn-dev.bpjs-kesehatan.go.id/antreanrs_dev";
  private static final String SECRET = "kunci-uji";
  private static final String OK = "{\"metadata\": {\"code\": 200, \"message\": \"Ok\"}}";
  private static final String ADD = """
      {"kodebooking": "%s", "jenispasien": "JKN", "nomorkartu": "0001234567890", "nik": "3212345678987654",
       "nohp": "085635228888", "kodepoli": "ANA", "namapoli": "Anak", "pasienbaru": %d, "norm": "123345",
       "tanggalperiksa": "2026-11-20", "kodedokter": 12345, "namadokter": "Dr. Hendra", "jampraktek": "08:00-16:00",
       "jeniskunjungan": 1, "nomorreferensi": "0001R0040116A000001", "nomorantrean": "A-12", "angkaantrean": 12,
       "estimasidilayani": 1615869169000}""";

  private final HarFile har = new HarFile(Instant.parse("2026-11-20T02:00:00Z"));

  private Map<String, String> headers(String secret) {
    var timestamp = Long.toString(har.now().getEpochSecond());
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-cons-id", "31002");
    headers.put("X-Timestamp", timestamp);
    headers.put("X-Signature", Signature.of("31002", timestamp, secret));
    headers.put("user_key", "kunci-pemakai");
    return headers;
  }

  private BpjsConformanceTest ask(String path, String body, String answer) {
    har.ask("POST", BASE + path, headers(SECRET), body, 200, answer);
    return this;
  }

  private BpjsConformanceTest task(String code, int task, long waktu, String answer) {
    return ask("/antrean/updatewaktu", "{\"kodebooking\": \"" + code + "\", \"taskid\": " + task + ", \"waktu\": \""
        + waktu + "\"}", answer);
  }

  /** A task that happened half a minute ago. */
  private BpjsConformanceTest task(String code, int task) {
    har.later(120);
    return task(code, task, har.now().minusSeconds(30).toEpochMilli(), OK);
  }

  private Report report() {
    return Checker.signed(har.bytes(), SECRET);
  }

  @Test
  void aRightHospitalPasses() {
    ask("/antrean/add", ADD.formatted("B/1#x", 1), OK);
    for (int task = 1; task <= 7; task++) {
      task("B/1#x", task);
    }
    ask("/antrean/add", ADD.formatted("B2", 0), OK);
    task("B2", 3).task("B2", 4).task("B2", 5);
    ask("/antrean/add", ADD.formatted("B3", 0), OK);
    task("B3", 99);
    har.ask("GET", BASE + "/ref/poli", headers(SECRET), "", 200,
        "{\"response\":\"encrypted==\",\"metadata\":{\"code\":1,\"message\":\"OK\"}}");
    var report = report();
    assertFailed(report);
    for (var id : new String[] {"antrean.header", "antrean.signature", "antrean.timestamp", "antrean.order",
        "antrean.rising", "antrean.chain.new", "antrean.chain.old", "antrean.chain.pharmacy", "antrean.chain.absent",
        "antrean.queue.add", "antrean.queue.add names", "antrean.task.update", "antrean.clinic.list"}) {
      assertEquals(Verdict.PASSED, line(report, id).verdict(), id);
    }
    assertEquals(Verdict.NOT_EXERCISED, line(report, "antrean.queue.cancel").verdict());
  }

  @Test
  void aWrongSignatureIsComputedAgain() {
    har.ask("GET", BASE + "/ref/poli", headers("kunci-lain"), "", 200,
        "{\"metadata\":{\"code\":201,\"message\":\"apa saja\"}}");
    assertFailed(report(), "antrean.clinic.list", "antrean.signature");
  }

  @Test
  void headersThatProxiesDropAndTimesOfOtherClocksAreFound() {
    var headers = headers(SECRET);
    headers.remove("user_key");
    headers.put("X-Timestamp", Long.toString(har.now().minusSeconds(3600).getEpochSecond()));
    headers.put("X-Signature", Signature.of("31002", headers.get("X-Timestamp"), SECRET));
    har.ask("GET", BASE + "/ref/poli", headers, "", 200, "{\"metadata\":{\"code\":1,\"message\":\"OK\"}}");
    var report = report();
    assertFailed(report, "antrean.header", "antrean.timestamp");
    assertTrue(line(report, "antrean.header").judgement().result().en().contains("user_key"));
  }

  @Test
  void theOrderOfTasksIsTheChains() {
    ask("/antrean/add", ADD.formatted("B1", 0), OK);
    task("B1", 4, har.now().toEpochMilli(), "{\"metadata\":{\"code\":201,\"message\":\"TaskId=3 belum ada\"}}");
    task("B1", 3);
    assertFailed(report(), "antrean.order");
  }

  @Test
  void timesThatDoNotRiseLieAheadOrOnAnotherDayAreFound() {
    ask("/antrean/add", ADD.formatted("B1", 0), OK);
    long three = har.now().toEpochMilli();
    var refused = "{\"metadata\":{\"code\":201,\"message\":\"tidak boleh kurang\"}}";
    task("B1", 3, three, OK).task("B1", 4, three, refused);
    task("B1", 4, three + 3_600_000, OK);
    task("B1", 5, three - 86_400_000L, refused);
    assertFailed(report(), "antrean.rising", "antrean.future", "antrean.day");
  }

  @Test
  void secondsAndSpellingsAndRepeatsAreFound() {
    ask("/antrean/add", ADD.formatted("B1", 0), OK);
    ask("/antrean/updatewaktu", "{\"kodebooking\": \"B1\", \"taskid\": 3, \"waktu\": 1616559330}",
        "{\"metadata\":{\"code\":201,\"message\":\"Format waktu Tidak Sesuai\"}}");
    ask("/antrean/farmasi/add", "{\"kodebooking\": \"B1\", \"jenisresep\": \"RACIK\", \"nomorantrean\": 1,"
        + " \"keterangan\": \"\"}", "{\"metadata\":{\"code\":201,\"message\":\"jenisresep\"}}");
    ask("/antrean/add", ADD.formatted("B1", 0), "{\"metadata\":{\"code\":208,\"message\":\"Terdapat duplikasi Kode"
        + " Booking\"}}");
    assertFailed(report(), "antrean.millis", "antrean.prescription", "antrean.repeat", "antrean.task.update",
        "antrean.pharmacy.add");
  }

  @Test
  void aNameWrittenOtherwiseIsFound() {
    ask("/antrean/batal", "{\"kode_booking\": \"B1\", \"keterangan\": \"x\"}",
        "{\"metadata\":{\"code\":201,\"message\":\"kodebooking Belum Diisi\"}}");
    var report = report();
    assertFailed(report, "antrean.queue.cancel", "antrean.queue.cancel names");
    assertTrue(line(report, "antrean.queue.cancel names").judgement().result().id()
        .contains("Anda mengirim `kode_booking`, dokumen menulis `kodebooking`."));
  }

  @Test
  void whatIsRefusedOnPurposeAndThenDoneRightIsForgiven() {
    ask("/antrean/batal", "{\"keterangan\": \"x\"}", "{\"metadata\":{\"code\":201,\"message\":\"kodebooking Belum"
        + " Diisi\"}}");
    ask("/antrean/batal", "{\"kodebooking\": \"B1\", \"keterangan\": \"x\"}", OK);
    var report = report();
    assertFailed(report);
    assertTrue(line(report, "antrean.queue.cancel names").judgement().result().en().contains("1 were refused"));
  }

  @Test
  void noSecretAndNoPatientIsInAReport() {
    ask("/antrean/add", ADD.formatted("B1", 0).replace("\"jenispasien\"", "\"jenis_pasien\""),
        "{\"metadata\":{\"code\":201,\"message\":\"jenispasien Belum Diisi 3212345678987654\"}}");
    var report = report();
    var shown = ReportAct.json(report) + report.toString() + id.jejak.app.act.ActHtml.of(ReportAct.of(report, "SIMRS"));
    for (var secret : new String[] {SECRET, "kunci-pemakai", "3212345678987654", "0001234567890", "085635228888",
        headers(SECRET).get("X-Signature")}) {
      assertTrue(!shown.contains(secret), secret);
    }
    assertTrue(shown.contains("jenis_pasien"), shown);
  }
}
