package id.jejak.app.conformance;

import static id.jejak.app.conformance.Checker.assertFailed;
import static id.jejak.app.conformance.Checker.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hospital's own services, at paths of its own, as Mobile JKN calls them: the answers are judged. */
class HospitalConformanceTest {
  private static final String BASE = "https://rs.example/jknmobile/antrean/";
  private static final String TAKE = "{\"nomorkartu\": \"0001234567890\", \"nik\": \"3212345678987654\", \"kodepoli\":"
      + " \"ANA\", \"kodedokter\": 12345, \"tanggalperiksa\": \"2026-11-23\", \"jampraktek\": \"08:00-16:00\"}";
  private static final String TAKEN = """
      {"metadata": {"code": %s, "message": "Ok"}, "response": {"nomorantrean": "A-%2$d", "angkaantrean": %2$d,
       "kodebooking": "%3$s", "norm": "1", "namapoli": "Anak", "namadokter": "Dr. Hendra",
       "estimasidilayani": 1615869169000, "sisakuotajkn": %4$d, "kuotajkn": 30, "sisakuotanonjkn": 5,
       "kuotanonjkn": 30, "keterangan": ""}}""";

  private final HarFile har = new HarFile(Instant.parse("2026-11-22T02:00:00Z"));

  private void token() {
    har.ask("GET", BASE + "token", Map.of("x-username", "bpjs", "x-password", "sandi"), "", 200,
        "{\"response\":{\"token\":\"tok-1\"},\"metadata\":{\"message\":\"Ok\",\"code\":200}}");
  }

  private void take(String token, String answer) {
    har.ask("POST", BASE + "ambilantrean", Map.of("x-token", token, "x-username", "bpjs"), TAKE, 200, answer);
  }

  @Test
  void aRightHospitalPasses() {
    token();
    take("tok-1", TAKEN.formatted("200", 1, "K1", 29));
    take("tok-1", TAKEN.formatted("200", 2, "K2", 28));
    take("karangan", "{\"metadata\":{\"code\":201,\"message\":\"Token Expired\"}}");
    take("tok-1", "{\"metadata\":{\"message\":\"Kuota untuk poli ini sudah penuh\",\"code\":201}}");
    var report = Checker.of(har.bytes());
    assertFailed(report);
    for (var id : new String[] {"rs.envelope", "rs.shape", "rs.numbers", "rs.quota", "rs.guarded", "rs.queue.take",
        "rs.token.get", "rs.queue.take 201 quota full", "rs.queue.take 201 token expired"}) {
      assertEquals(Verdict.PASSED, line(report, id).verdict(), id);
    }
  }

  @Test
  void doubleNumbersOverrunQuotasTextsForNumbersAndOpenDoorsAreFound() {
    token();
    take("tok-1", TAKEN.formatted("200", 1, "K1", 0));
    take("tok-1", TAKEN.formatted("\"200\"", 1, "K2", -1));
    take("karangan", TAKEN.formatted("200", 3, "K3", 1).replace("30,", "\"30\","));
    har.ask("POST", BASE + "statusantrean", Map.of("x-token", "tok-1", "x-username", "bpjs"), "{}", 500, "<html>");
    assertFailed(Checker.of(har.bytes()), "rs.envelope", "rs.broken", "rs.words", "rs.shape", "rs.numbers", "rs.quota",
        "rs.guarded", "rs.queue.status");
  }
}
