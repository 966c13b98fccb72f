package id.jejak.app.conformance;

import static id.jejak.app.conformance.Checker.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.conformance.read.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  private static final String EXCHANGES = """
      # our own notes
      # at: 2026-11-22T02:00:00Z
      POST /api/v3/auth/login
      Content-Type: application/json

      {"email": "a@b.example", "password": "rahasia"}
      --- 200
      Content-Type: application/json

      {"status":true,"statusCode":"E000","message":"Request Success!","data":{"user":{"token":"t1"}}}
      ===
      GET https://ttac.example/api/v3/barcode/pending?token=t1 HTTP/1.1

      --- 200

      {"status":true,"statusCode":"E000","message":"Request Success!","data":null}
      ###
      GET https://lain.example/other
      """;

  private static Report read(String text) {
    return Checker.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void exchangesAsTextAreRead() {
    var report = read(EXCHANGES);
    assertEquals(2, report.requests());
    assertEquals(Verdict.PASSED, line(report, "ttac.auth.login").verdict());
    assertEquals(Verdict.PASSED, line(report, "ttac.barcode.pending").verdict());
  }

  @Test
  void ourOwnGoldenExchangesAreRead() throws java.io.IOException {
    try (var golden = RecordingTest.class.getResourceAsStream(
        "/id/jejak/satusehat/exchanges/bundle-submit-transaction.http")) {
      var report = Checker.of(java.util.Objects.requireNonNull(golden).readAllBytes());
      assertEquals(Verdict.PASSED, line(report, "satusehat.bundle.submit").verdict());
    }
  }

  @ParameterizedTest
  @CsvSource({
      "POST,https://apijkn.bpjs-kesehatan.go.id/antreanrs/antrean/batal,antrean.queue.cancel",
      "POST,https://apijkn-dev.bpjs-kesehatan.go.id/antreanrs_dev/antrean/batal,antrean.queue.cancel",
      "POST,https://dvlp.bpjs-kesehatan.go.id:8888/arsws/rest/v2/antrean/batal,antrean.queue.cancel",
      "GET,https://x.example/antreanrs/antrean/pendaftaran/kodebooking/Y03-20%231617,antrean.registration.get",
      "POST,https://apijkn-dev.bpjs-kesehatan.go.id/vclaim-rest-dev/RencanaKontrol/insert,antrean.control.insert",
      "GET,https://api-satusehat.kemkes.go.id/kfa-v2/products?identifier=kfa&code=93000001,kfa.product.detail",
      "GET,https://api-satusehat.kemkes.go.id/fhir-r4/v1/Patient?identifier=a|b,satusehat.resource.search",
      "POST,https://api-satusehat.kemkes.go.id/kfa-v3/alkes/products,kfa.alkes.products",
      "POST,http://127.0.0.1:9999/mock/api/v3/barcode/send,ttac.barcode.send"})
  void addressesOfTheRealHostsAreKnown(String method, String url, String operation) {
    var report = Checker.of(new HarFile(Instant.EPOCH).ask(method, url, Map.of(), "{}", 200, "{}").bytes());
    assertEquals(1, report.requests(), url);
    var requirement = line(report, operation);
    assertTrue(requirement.verdict() != Verdict.NOT_EXERCISED, operation + " " + requirement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "hello", "{", "{}", "{\"log\": {}}", "{\"log\": {\"entries\": []}}",
      "GET /nothing/known\n", "\u0000\u0001"})
  void whatIsNoRecordingIsRefusedWithWhatToSend(String text) {
    var no = assertThrows(Recording.Unfit.class, () -> read(text));
    assertTrue(no.getMessage().contains(":"), no.getMessage());
  }

  /** Whatever is cut, doubled or changed in a recording, it is judged or refused. */
  @RepeatedTest(60)
  void aBrokenRecordingBreaksNothing(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var text = random.nextBoolean() ? EXCHANGES : new HarFile(Instant.parse("2026-11-22T02:00:00Z"))
        .ask("POST", "https://x.example/antreanrs/antrean/updatewaktu", Map.of("X-timestamp", "17", "X-cons-id", "1"),
            "{\"kodebooking\": \"a\", \"taskid\": 3, \"waktu\": 1616559330000}", 200,
            "{\"metadata\":{\"code\":200,\"message\":\"Ok\"}}")
        .ask("POST", "https://x.example/fhir-r4/v1/", Map.of("Authorization", "Bearer x"),
            "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Encounter\"}}]}", 200, "{}")
        .toString();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    var cut = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    try {
      assertTrue(Checker.of(cut).requests() >= 0);
    } catch (Recording.Unfit e) {
      assertTrue(e.getMessage().contains(":"), e.getMessage());
    }
  }
}
