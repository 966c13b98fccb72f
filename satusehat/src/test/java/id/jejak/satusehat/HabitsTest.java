package id.jejak.satusehat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.observe.RequestIds;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** What real clients send that no standard allows, over raw sockets. */
class HabitsTest {
  private static TestSatusehat satusehat;
  private static HttpServer server;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
    server = HttpServer.start("127.0.0.1", 0, satusehat.handler, new RequestIds(1));
  }

  @AfterAll
  static void stop() {
    server.close();
    satusehat.close();
  }

  private static String send(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String target) throws IOException {
    return send("GET /fhir-r4/v1" + target + " HTTP/1.1\r\nHost: satusehat.example\r\nConnection: close\r\n"
        + "Authorization: Bearer 10000005\r\n\r\n");
  }

  private static String post(String type, String body) throws IOException {
    return send("POST /fhir-r4/v1/Observation HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + type
        + "Authorization: Bearer 10000005\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n" + body);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/Patient?identifier=https://fhir.kemkes.go.id/id/nik|9104224606000005",
      "/Patient?identifier=https%3A%2F%2Ffhir.kemkes.go.id%2Fid%2Fnik%7C9104224606000005",
      "/Patient/?identifier=https://fhir.kemkes.go.id/id/nik|9104224606000005",
      "/Patient?name=Ghina%20Assyifa&birthdate=2004-08-21&gender=female",
      "/Patient?name=Ghina+Assyifa&birthdate=2004-08-21&identifier=https://fhir.kemkes.go.id/id/nik|9104224606000005",
      "/Patient?name=gHI&identifier=9104224606000005"})
  void findsThePatient(String target) throws IOException {
    var answer = get(target);
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains("\"id\":\"P01654557057\""), answer);
    assertTrue(answer.contains("\"total\":1,\"type\":\"searchset\""), answer);
    assertTrue(answer.contains("################"), answer);
    assertTrue(!answer.contains("\"9104224606000005\""), answer);
    assertTrue(answer.contains("\"fullUrl\":\"http://satusehat.example/fhir-r4/v1/Patient/P01654557057\""), answer);
  }

  @Test
  void aCaretAndABrokenEscapeAreValuesLikeOthers() throws IOException {
    assertTrue(get("/Patient?identifier=a^b").startsWith("HTTP/1.1 200"));
    assertTrue(get("/Patient?identifier=a%zz").startsWith("HTTP/1.1 200"));
  }

  @Test
  void aRawBlankIsReadOrRefusedInFhirsWords() throws IOException {
    var answer = get("/Patient?name=Ghina Assyifa");
    assertTrue(answer.startsWith("HTTP/1.1 200") && answer.contains("P01654557057")
        || answer.startsWith("HTTP/1.1 400") && answer.contains("OperationOutcome"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type: text/plain;charset=UTF-8\r\n", "Content-Type: application/fhir+json\r\n",
      "Content-Type: application/json\r\n", ""})
  void jsonIsJsonWhateverItIsCalled(String type) throws IOException {
    var answer = post(type, "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}");
    assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
    assertTrue(answer.contains("etag: W/\"") || answer.contains("Etag: W/\"") || answer.contains("ETag: W/\""), answer);
    assertTrue(answer.contains(" UTC\r\n"), answer);
  }

  @Test
  void numbersAreAnsweredAsTheyWereSent() throws IOException {
    var parts = Stream.of("1.50", "1E2", "-0", "0.0000001", "12345678901234567890.10").map(number ->
        "{\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":" + number + "}}").collect(Collectors.joining(","));
    var body = "{\"status\":\"final\",\"resourceType\":\"Observation\",\"code\":{\"text\":\"x\"},\"component\":["
        + parts + "]}";
    var answer = post("", body);
    assertTrue(answer.contains("\"component\":[" + parts + "]"), answer);
    assertEquals(1, answer.split("\"resourceType\"", -1).length - 1);
  }

  @Test
  void withoutATokenTheRecordedFault() throws IOException {
    var answer = send("GET /fhir-r4/v1/Patient HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
    assertTrue(answer.contains("oauth.v2.InvalidAccessToken: Invalid access token"), answer);
  }

  @Test
  void anUnknownPathIsAnsweredWithNothing() throws IOException {
    var answer = send("POST /fhir-r4/v1/a/b/c/d/e HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404") && answer.endsWith("\r\n\r\n"), answer);
  }
}
