package id.jejak.antrean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.kernel.Rounds;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of requests with something wrong in them: each gets an envelope, none of them breaks anything. */
class FuzzLaws {
  private static final int REQUESTS = Rounds.of("jejak.fuzz", 2_500, 10_000);
  private static final Set<Integer> STATUS = Set.of(200, 404, 405, 413);
  private static final List<String> ODD = List.of("null", "true", "false", "0", "1", "-1", "0.5", "1e2", "1E400", "99",
      "123456789012345678901234567890", "9223372036854775808", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
      "\"\\ud83d\\udc8a\"", "\"\u0661\u0662\"", "[]", "[[]]", "[null]", "{}", "{\"a\":{\"b\":[]}}",
      "\"' or '1'='1\"", "\"'; drop table antrean.task; --\"", "\"%00%s\"", "\"{waktu}\"", "\"}{\"", "\"<script>\"",
      "\"2021-02-30\"", "\"2021-13-01\"", "\"0000-00-00\"", "\"16:00-08:00\"", "\"24:00-25:00\"", "1616559330",
      "\"1616559330000\"", "-62169984000000", "[{\"hari\":\"9\",\"buka\":\"x\"}]",
      "[{\"hari\":1,\"buka\":\"08:00\",\"tutup\":\"10:00\"},{\"hari\":1,\"buka\":\"09:00\",\"tutup\":\"11:00\"}]",
      "\"" + "x".repeat(5_000) + "\"", "[".repeat(99) + "]".repeat(99));
  private static final List<String> ODD_SEGMENTS = List.of("", "%00", "..", "%2F", "%zz", "' or 1=1", "x".repeat(3_000),
      "2021-02-30", "0", "-1", "99999999999", "\ud83d\udc8a", "%ED%A0%80", "{waktu}", "08:00", "13", "00", "rs ");
  private static final Map<String, List<Operation>> BASES = Map.of("/arsws/rest/v2", AntreanOperations.ALL,
      "/antreanrs", AntreanOperations.ALL, "/vclaim-rest", VclaimOperations.ALL);
  private static TestAntrean bpjs;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  @Test
  void everyAnswerIsAnEnvelope() {
    var codes = new TreeMap<String, Integer>();
    for (int seed = 1; seed <= REQUESTS; seed++) {
      var random = new Random(seed);
      var request = request(random);
      var where = "seed " + seed + ": " + request.method() + " " + request.path() + " "
          + new String(request.body().bytes(Integer.MAX_VALUE), StandardCharsets.UTF_8).codePoints().limit(300)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
      var answer = bpjs.handler.handle(request);
      assertTrue(STATUS.contains(answer.status()), where + " -> " + answer.status());
      var json = Json.read(answer.bytes());
      var metadata = json.path("metadata").isObject() ? json.path("metadata") : json.path("metaData");
      assertTrue(metadata.path("message").isString(), where + " -> " + answer.text());
      var code = metadata.path("code").asString();
      assertFalse(code.equals("500"), where);
      assertFalse(answer.text().contains("jejak-rahasia"), where);
      assertTrue(code.matches("200|1|208") || json.path("response").isNull() || json.path("response").isMissingNode(),
          where + " -> " + answer.text());
      codes.merge(code, 1, Integer::sum);
    }
    assertTrue(codes.keySet().containsAll(List.of("200", "201", "204", "208", "404", "405")), codes.toString());
    assertEquals("200 OK", TestAntrean.said(bpjs.post("/antrean/getlisttask",
        Map.of("kodebooking", "Y03-20#1617068533"))));
  }

  private static Request request(Random random) {
    var base = one(random, Stream.of("/arsws/rest/v2", "/antreanrs", "/vclaim-rest").toList());
    var operation = one(random, BASES.getOrDefault(base, List.of()));
    var path = operation.path();
    var members = new ArrayList<String>();
    for (var param : operation.params()) {
      if (path.contains("{" + param.name() + "}")) {
        path = path.replace("{" + param.name() + "}", random.nextInt(4) == 0 ? one(random, ODD_SEGMENTS)
            : param.example().replace("\"", "").replace("#", "%23"));
      } else if (random.nextInt(12) > 0) {
        members.add("\"" + param.name() + "\":" + (random.nextInt(7) == 0 ? one(random, ODD) : value(random, param)));
      }
    }
    if (random.nextInt(60) == 0) {
      path += one(random, List.of("/", "/x", "%00", " "));
    }
    var body = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(15) == 0 && body.length > 0) {
      body = java.util.Arrays.copyOf(body, random.nextInt(body.length));
    }
    if (random.nextInt(400) == 0) {
      body = new byte[300 * 1024];
    }
    var method = random.nextInt(50) == 0 ? one(random, List.of("GET", "POST", "PUT", "DELETE", "PATCH", "X"))
        : operation.method();
    return Request.of(method, base + path, headers(random), Body.of(body));
  }

  private static String value(Random random, Operation.Param param) {
    return switch (param.name()) {
      case "tanggalperiksa" -> one(random, List.of("\"2021-03-16\"", "\"2021-03-17\"", "\"2021-03-01\""));
      case "kodebooking" -> one(random, List.of("\"16032021A001\"", "\"Y03-20#1617068533\"",
          "\"F" + random.nextInt(200) + "\""));
      case "taskid" -> Integer.toString(random.nextInt(9));
      case "waktu" -> Long.toString(1_615_856_400_000L + random.nextInt(60_000_000));
      case "request" -> random.nextInt(3) == 0 ? param.example().replaceFirst("\"[A-Za-z]+\": \"[^\"]*\"",
          "\"x\": " + one(random, ODD).replace("\\", "\\\\").replace("$", "\\$")) : param.example();
      default -> param.example().isEmpty() ? "\"x\"" : param.example();
    };
  }

  private static Headers headers(Random random) {
    if (random.nextInt(12) > 0) {
      return bpjs.signed().plus("Content-Type", one(random, List.of("application/json", "text/plain", "",
          "Application/x-www-form-urlencoded", "multipart/form-data; boundary=x")));
    }
    var odd = one(random, List.of("", " ", "\0", "x".repeat(4_000), "-1", "1e9", "\ud83d\udc8a", "' or 1=1"));
    var headers = Headers.NONE;
    for (var name : List.of(Header.CONS_ID, Header.TIMESTAMP, Header.SIGNATURE, Header.USER_KEY)) {
      if (random.nextInt(4) > 0) {
        headers = headers.plus(name, random.nextBoolean() ? odd : bpjs.signed().first(name).orElseThrow());
      }
    }
    return headers;
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
