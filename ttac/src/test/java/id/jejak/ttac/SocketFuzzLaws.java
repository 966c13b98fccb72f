package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.observe.RequestIds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bytes that are hardly HTTP, over real sockets: the server answers or hangs up, and never breaks or hangs. */
class SocketFuzzLaws {
  private static final int STREAMS = Integer.getInteger("jejak.streams", 1_500);
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  private static TestTtac ttac;
  private static HttpServer server;
  private static String token;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
    token = ttac.token(284);
    server = HttpServer.start("127.0.0.1", 0, (Router) ttac.handler, new RequestIds(1));
  }

  @AfterAll
  static void stop() {
    server.close();
    ttac.close();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String list(String query, String headers, String body) {
    return "GET /api/v3/sarana/mine/get" + query + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
  }

  private static String json() {
    return "{\"token\":\"" + token + "\"}";
  }

  private static String length(String body) {
    return "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
  }

  /** Sends, says that no more will come, and reads until the server hangs up. */
  private static String exchange(byte[] bytes) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (SocketException hungUp) {
        assertTrue(bytes.length > 0, "hung up on silence"); // it may hang up on what it does not want to read
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A good stream of one, two or three requests, or one of many bad kinds. */
  private static byte[] stream(Random random) {
    var body = json();
    var good = list("", length(body), body);
    var query = list("?token=" + token, "", "");
    var text = switch (random.nextInt(24)) {
      case 0 -> good.substring(0, random.nextInt(good.length()));
      case 1 -> list("", "Content-Length: " + one(random, List.of("-1", "x", "99999", "0", "3", " ", "1e3", "+5",
          "99999999999999999999")) + "\r\n", body);
      case 2 -> list("", "Content-Length: 5\r\nContent-Length: " + body.length() + "\r\n", body);
      case 3 -> list("", "Transfer-Encoding: chunked\r\n", Integer.toHexString(body.length()) + "\r\n" + body
          + "\r\n0\r\n\r\n");
      case 4 -> list("", "Transfer-Encoding: chunked\r\n", one(random, List.of("zz", "-1", "ffffffffffffffff", "",
          "7fffffff", "5;x=y", "3")) + "\r\n" + body + "\r\n0\r\n\r\n");
      case 5 -> list("", "Transfer-Encoding: " + one(random, List.of("gzip", "chunked, chunked", "identity", "x"))
          + "\r\nContent-Length: 7\r\n", body);
      case 6 -> list("", "X: " + "y".repeat(random.nextInt(70_000)) + "\r\n", "");
      case 7 -> list("", one(random, List.of("no colon here\r\n", ": empty\r\n", "A\u0000B: c\r\n", " folded\r\n",
          "X: a\r\n b\r\n", "X:\u00ff\u00fe\r\n", "X\u00ff: a\r\n", "X: a\nY: b\n", "Host: y\r\n", "\r: x\r\n")), "");
      case 8 -> good + query;
      case 9 -> query + query.replace("mine/get", "mine/get%") + query;
      case 10 -> list("?token=" + token, "Connection: close\r\n", "") + query;
      case 11 -> list("?token=" + token + one(random, List.of("&x=|", "&x=^", "&x=a|b^c`{}\"<>\\", "&%", "&x=%zz",
          "&x=%2", "&barcode[]=%00", "&limit=%F0%28%8C%28", "&[]=&", "&limit=10#frag", "&x=\u00e9")), "", "");
      case 12 -> list("%zz?token=" + token, "", "");
      case 13 -> "GET " + one(random, List.of("*", "http://x/api/v3/sarana/mine/get", "//", "/api/v3/../../etc", "x",
          "/api/v3/%2e%2e/", "/api/v3/sarana/mine/get%00", "/\u00ff", "?", "/api/v3;a=b/sarana/mine/get"))
          + " HTTP/1.1\r\nHost: x\r\n\r\n";
      case 14 -> one(random, List.of("", "X", "OPTIONS", "TRACE", "CONNECT", "G\u0000T", "get", "HEAD", "PRI"))
          + query.substring(3);
      case 15 -> query.replace("HTTP/1.1", one(random, List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "",
          "http/1.1", "HTTP/1.1 x")));
      case 16 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000";
      case 17 -> "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + "x".repeat(64);
      case 18 -> query.replace("\r\n", "\n");
      case 19 -> "GET /api/v3/sarana/mine/get?x=" + "a".repeat(random.nextInt(600_000)) + " HTTP/1.1\r\nHost: x\r\n\r\n";
      case 20 -> list("", "Expect: 100-continue\r\n" + length(body), body);
      case 21 -> list("", "Upgrade: " + one(random, List.of("h2c", "websocket", "x")) + "\r\nConnection: Upgrade\r\n"
          + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n", "");
      case 22 -> "\r\n\r\n" + good;
      default -> good;
    };
    var bytes = latin(text);
    if (random.nextInt(3) == 0) {
      for (int n = 1 + random.nextInt(6); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  @Test
  void whateverBytesComeTheServerAnswersOrHangsUp() {
    var statuses = new TreeMap<String, Integer>();
    try (var log = LogWatch.over()) {
      log.secret(token);
      for (int seed = 1; seed <= STREAMS; seed++) {
        var bytes = stream(new Random(seed));
        var where = "seed " + seed + ": " + new String(bytes, 0, Math.min(bytes.length, 600),
            StandardCharsets.ISO_8859_1).replace(token, "(token)");
        var answer = answer(bytes, where);
        var status = STATUS.matcher(answer);
        while (status.find()) {
          statuses.merge(status.group(1), 1, Integer::sum);
          assertTrue(!status.group(1).startsWith("5"), where + "\n" + answer);
        }
        assertEquals(List.of(), log.errors(), where);
        assertEquals(List.of(), log.leaks(), where);
        if (seed % 50 == 0) {
          healthy(where);
        }
      }
    }
    healthy("at the end");
    assertTrue(statuses.getOrDefault("200", 0) > STREAMS / 8 && statuses.getOrDefault("400", 0) > STREAMS / 20,
        statuses.toString());
    Invariants.hold(ttac.db, "after the streams");
  }

  private static String answer(byte[] bytes, String where) {
    try {
      return exchange(bytes);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no end within " + PATIENCE_MILLIS + " ms: " + where, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void healthy(String where) {
    var body = json();
    var answer = answer(latin(list("", length(body), body)), where);
    assertTrue(answer.startsWith("HTTP/1.1 200") && answer.contains("\"E000\""), where + "\n" + answer);
  }

  @Test
  void whoAsksForTheConnectionToBeClosedSeesItClosed() throws IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(latin(list("?token=" + token, "Connection: close\r\n", "")));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1); // to its end
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }
  }

  @Test
  void twoRequestsInOneGoGetTwoAnswersInOrder() throws IOException {
    var answer = exchange(latin(list("?token=" + token + "&limit=1", "", "")
        + list("?token=" + token + "&limit=x|^", "", "") + list("?token=" + token + "&limit=3", "", "")));
    int first = answer.indexOf("\"limit\":1");
    int second = answer.indexOf("The limit must be an integer.");
    int third = answer.indexOf("\"limit\":3");
    assertTrue(first >= 0 && second > first && third > second, answer);
  }

  @Test
  void aBodyThatEndsTooEarlyChangesNothingAndIsNoFaultOfTheServer() throws IOException {
    var before = Invariants.digest(ttac.db);
    var body = "{\"token\":\"" + token + "\",\"id_sarana_tujuan\":123,\"barcode\":[\"OKTADEV01BAR0000001\"]}";
    try (var log = LogWatch.over()) {
      for (int cut = 1; cut <= body.length(); cut += 7) {
        var answer = exchange(latin("POST /api/v3/barcode/send HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + (body.length() + 1) + "\r\n\r\n" + body.substring(0, cut)));
        var end = answer.indexOf("\r\n\r\n");
        if (end > 0) { // most are gone before they could be answered
          assertTrue(!answer.contains("E000") && !answer.startsWith("HTTP/1.1 5"), answer);
          assertTrue(Json.read(answer.substring(end + 4)).isObject(), answer);
        }
        assertEquals(List.of(), log.errors());
      }
    }
    assertEquals(before, Invariants.digest(ttac.db));
  }
}
