package id.jejak.antrean;

import static id.jejak.antrean.TestAntrean.CONS_ID;
import static id.jejak.antrean.TestAntrean.SECRET;
import static id.jejak.antrean.TestAntrean.USER_KEY;
import static id.jejak.antrean.TestAntrean.said;
import static id.jejak.antrean.TestAntrean.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.RequestIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, how the answers are wrapped, and that both survive a socket. */
class HeadersTest {
  private static final String POLI = "/arsws/rest/v2/ref/poli";
  private static TestAntrean bpjs;
  private String now;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  @BeforeEach
  void time() {
    bpjs.clock.set(TestAntrean.NOW);
    now = Long.toString(TestAntrean.NOW.getEpochSecond());
  }

  private static String ask(Headers headers) {
    var answer = bpjs.handler.handle(Request.of("GET", POLI, headers, Body.EMPTY));
    assertEquals(200, answer.status());
    var json = Json.read(answer.bytes());
    assertTrue(said(json).startsWith("1 ") || json.path("response").isNull(), json.toString());
    return said(json);
  }

  @Test
  void theRightHeadersOpen() {
    assertEquals("1 OK", ask(signed(CONS_ID, SECRET, USER_KEY, now)));
    assertEquals("1 OK", ask(Headers.of("x-cons-id", " " + CONS_ID + " ", "X-TIMESTAMP", now, "x-Signature",
        Signature.of(CONS_ID, now, SECRET), "USER_KEY", USER_KEY)));
  }

  @Test
  void aMissingHeaderIsNamed() {
    assertEquals("201 Header X-cons-id Belum Diisi", ask(Headers.NONE));
    assertEquals("201 Header X-timestamp Belum Diisi", ask(Headers.of("X-cons-id", CONS_ID)));
    assertEquals("201 Header X-signature Belum Diisi", ask(Headers.of("X-cons-id", CONS_ID, "X-timestamp", now)));
    assertEquals("201 Header user_key Belum Diisi", ask(Headers.of("X-cons-id", CONS_ID, "X-timestamp", now,
        "X-signature", Signature.of(CONS_ID, now, SECRET), "user-key", USER_KEY)));
  }

  @Test
  void strangersCannotTellAnIdFromASecret() {
    assertEquals("201 Signature Tidak Sesuai", ask(signed("99999", SECRET, USER_KEY, now)));
    assertEquals("201 Signature Tidak Sesuai", ask(signed(CONS_ID, "guess", USER_KEY, now)));
    assertEquals("201 user_key Tidak Sesuai", ask(signed(CONS_ID, SECRET, "jejak-kunci-31011", now)));
  }

  @Test
  void aTimestampHoldsForFiveMinutesBothWays() {
    for (int seconds : new int[] {0, 299, -295}) {
      var then = Long.toString(TestAntrean.NOW.plusSeconds(seconds).getEpochSecond());
      assertEquals("1 OK", ask(signed(CONS_ID, SECRET, USER_KEY, then)), then);
    }
    for (int seconds : new int[] {-301, 330, 86_400, -400_000_000}) {
      bpjs.clock.set(TestAntrean.NOW);
      var then = Long.toString(TestAntrean.NOW.plusSeconds(seconds).getEpochSecond());
      assertEquals("201 Service Expired", ask(signed(CONS_ID, SECRET, USER_KEY, then)), then);
    }
    for (var text : List.of("kemarin", "-5", "1.5", "9999999999999", "1e9")) {
      assertEquals("201 Format X-timestamp Tidak Sesuai, gunakan detik Unix (UTC)",
          ask(signed(CONS_ID, SECRET, USER_KEY, text)));
    }
  }

  @Test
  void oneSignatureServesManyRequests() {
    var headers = signed(CONS_ID, SECRET, USER_KEY, now);
    for (int n = 0; n < 20; n++) {
      assertEquals("1 OK", ask(headers));
    }
  }

  @Test
  void hospitalsDoNotSeeEachOther() {
    bpjs.booking("RAHASIA-1", "2021-03-16", false);
    var headers = signed("31011", "jejak-rahasia-31011", "jejak-kunci-31011", now);
    var answer = bpjs.handler.handle(Request.of("POST", "/arsws/rest/v2/antrean/batal", headers,
        Body.of("{\"kodebooking\":\"RAHASIA-1\"}")));
    assertEquals("{\"metadata\":{\"message\":\"Kode Booking tidak ditemukan\",\"code\":201}}", answer.text());
  }

  @Test
  void headersAndCodesSurviveASocket() {
    bpjs.booking("Y03-20#1/2%", "2021-03-16", false);
    var server = HttpServer.start("127.0.0.1", 0, bpjs.router, new RequestIds(1));
    try (server; var wire = new HttpTransport("http://127.0.0.1:" + server.port(), Duration.ofSeconds(30))) {
      var answer = wire.handle(Request.of("GET", "/antreanrs/antrean/pendaftaran/kodebooking/Y03-20%231%2F2%25",
          signed(CONS_ID, SECRET, USER_KEY, now), Body.EMPTY));
      var opened = TestAntrean.opened(answer, now);
      assertEquals("Y03-20#1/2%", opened.path("response").path(0).path("kodebooking").asString(), answer.text());
    }
  }

  @Test
  void unknownPathsAnswerInJson() {
    var headers = signed(CONS_ID, SECRET, USER_KEY, now);
    var lost = bpjs.handler.handle(Request.of("GET", "/antreanrs/ref/rumah", headers, Body.EMPTY));
    assertEquals(404, lost.status());
    assertEquals("{\"metadata\":{\"message\":\"Service Tidak Ditemukan\",\"code\":404}}", lost.text());
    var other = bpjs.handler.handle(Request.of("PUT", "/vclaim-rest/RencanaKontrol/insert", headers, Body.EMPTY));
    assertEquals(405, other.status());
    assertEquals("{\"metaData\":{\"code\":\"405\",\"message\":\"Method Tidak Sesuai\"}}", other.text());
  }

  @Test
  void theSlidesCanBeFollowedToTheLetter() {
    try (var slides = new TestAntrean(Map.of("antrean.seed", "true"))) {
      var time = Long.toString(Instant.parse("2021-03-16T01:00:00Z").getEpochSecond());
      var headers = Headers.of("X-cons-id", CONS_ID, "X-timestamp", time, "X-signature",
          Signature.of(CONS_ID, time, SECRET));
      var answer = slides.handler.handle(Request.of("GET", "/antreanrs/ref/dokter", headers, Body.EMPTY));
      var json = Json.read(answer.bytes());
      assertEquals("200 OK", said(json));
      assertEquals("Dr. Hendra", json.path("response").path("list").path(3).path("namadokter").asString(),
          answer.text());
    }
  }
}
