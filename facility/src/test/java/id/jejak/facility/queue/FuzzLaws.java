package id.jejak.facility.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand requests with something wrong in them: each gets an envelope, none of them breaks anything. */
@SecondLane
class FuzzLaws {
  private static final int REQUESTS = Integer.getInteger("jejak.fuzz", 10_000);
  private static final Set<Integer> STATUS = Set.of(200, 404, 405, 413);
  private static final List<String> ODD = List.of("null", "true", "false", "0", "1", "-1", "0.5", "1e2", "1E400", "99",
      "123456789012345678901234567890", "9223372036854775808", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
      "\"\\ud83d\\udc8a\"", "\"\u0661\u0662\"", "[]", "[[]]", "[null]", "{}", "{\"a\":{\"b\":[]}}",
      "\"' or '1'='1\"", "\"'; drop table queue.booking; --\"", "\"%00%s\"", "\"{waktu}\"", "\"}{\"", "\"<script>\"",
      "\"2021-02-30\"", "\"2021-13-01\"", "\"0000-00-00\"", "\"9999-12-31\"", "\"16:00-08:00\"", "\"24:00-25:00\"",
      "1616559330", "\"1615942800000\"", "-62169984000000", "\"" + "x".repeat(5_000) + "\"",
      "[".repeat(99) + "]".repeat(99));
  private static TestQueue hospital;
  private static Headers good;

  @BeforeAll
  static void start() {
    hospital = new TestQueue();
    for (int patient = 0; patient < 50; patient++) {
      hospital.know(patient);
    }
    good = hospital.signed();
  }

  @AfterAll
  static void stop() {
    hospital.close();
  }

  @Test
  void everyAnswerIsAnEnvelope() {
    var codes = new TreeMap<String, Integer>();
    for (int seed = 1; seed <= REQUESTS; seed++) {
      var request = request(new Random(seed));
      var where = "seed " + seed + ": " + request.method() + " " + request.path();
      var answer = hospital.router.handle(request);
      assertTrue(STATUS.contains(answer.status()), where + " -> " + answer.status());
      var json = Json.read(answer.bytes());
      assertTrue(json.path("metadata").path("message").isString(), where + " -> " + answer.text());
      var code = json.path("metadata").path("code").asString();
      assertFalse(code.equals("500"), where);
      assertFalse(answer.text().contains(TestQueue.PASSWORD), where);
      assertTrue(code.equals("200") || json.path("response").isMissingNode(), where + " -> " + answer.text());
      codes.merge(code, 1, Integer::sum);
    }
    assertTrue(codes.keySet().containsAll(List.of("200", "201", "202", "404", "405")), codes.toString());
    long amiss = hospital.db.read(handle -> handle.createQuery("""
        select count(*)
          from queue.session s
         where s.taken_jkn + s.taken_other <> (select count(*) from queue.booking b where b.session = s.id and b.active)
            or s.waiting <> (select count(*) from queue.booking b where b.session = s.id and b.waiting)
        """).mapTo(long.class).one());
    assertEquals(0, amiss);
  }

  private static Request request(Random random) {
    var operation = one(random, RsOperations.ALL);
    var members = new ArrayList<String>();
    for (var param : operation.params()) {
      if (random.nextInt(15) > 0) {
        members.add("\"" + param.name() + "\":" + (random.nextInt(9) == 0 ? one(random, ODD) : value(random, param)));
      }
    }
    var body = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(20) == 0) {
      body = java.util.Arrays.copyOf(body, random.nextInt(body.length));
    }
    if (random.nextInt(400) == 0) {
      body = new byte[300 * 1024];
    }
    var method = random.nextInt(50) == 0 ? one(random, List.of("GET", "POST", "PUT", "DELETE", "X"))
        : operation.method();
    var path = operation.path() + (random.nextInt(80) == 0 ? one(random, List.of("/", "/x", " ")) : "");
    return Request.of(method, "/rs" + path, headers(random), Body.of(body));
  }

  private static String value(Random random, Operation.Param param) {
    int patient = random.nextInt(60);
    return switch (param.name()) {
      case "tanggalperiksa" -> one(random, List.of("\"2021-03-17\"", "\"2021-03-18\"", "\"2021-03-01\""));
      case "kodebooking" -> "\"" + one(random, List.of("17032021A0", "17032021B0", "18032021A0", "Y03-20#1/2/"))
          + String.format(java.util.Locale.ROOT, "%02d", random.nextInt(40)) + "\"";
      case "kodedokter" -> one(random, List.of("12345", "12346", "\"12346\"", "1234"));
      case "nomorkartu" -> "\"" + TestQueue.card(patient) + "\"";
      case "nik" -> "\"" + TestQueue.nik(patient) + "\"";
      case "nomorreferensi" -> "\"F" + patient + "\"";
      case "waktu" -> Long.toString(1_615_942_800_000L + random.nextInt(60_000));
      default -> param.example().isEmpty() ? "\"x\"" : param.example();
    };
  }

  private static Headers headers(Random random) {
    if (random.nextInt(12) > 0) {
      return good;
    }
    var odd = one(random, List.of("", " ", "\0", "x".repeat(4_000), "-1", "\ud83d\udc8a", "' or 1=1", "AAAA"));
    var headers = Headers.NONE;
    for (var name : List.of(Header.TOKEN, Header.USERNAME, Header.PASSWORD)) {
      if (random.nextInt(4) > 0) {
        headers = headers.plus(name, random.nextBoolean() ? odd : good.first(name).orElse(TestQueue.PASSWORD));
      }
    }
    return headers;
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
