package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.client.BpjsCredentials;
import id.jejak.app.cli.demo.DemoCommand;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The conformance checker as people and programs reach it. */
@SecondLane
class ConformanceWebTest {
  private static final String RECORDING = """
      POST https://ttac.example/api/v3/auth/login

      {"e_mail": "rahasia@b.example", "password": "sandi-yang-rahasia"}
      --- 200

      {"status":false,"statusCode":"E001","message":"<b>x</b>","data":null}
      """;
  private static TestConsole console;

  @BeforeAll
  static void start() {
    console = TestConsole.start();
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @BeforeEach
  void afresh() {
    console.forgetCookies();
    console.json("DELETE", "/sandbox/requests", "");
  }

  private static JsonNode json(Response response) {
    assertEquals(200, response.status(), response.text());
    return Json.read(response.bytes());
  }

  private static String verdict(JsonNode report, String id) {
    return report.path("systems").valueStream().flatMap(one -> one.path("requirements").valueStream())
        .filter(one -> one.path("id").asString("").equals(id)).map(one -> one.path("verdict").asString(""))
        .findFirst().orElse("");
  }

  private static Response upload(String name, String content) {
    return console.raw("/console/conformance", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data;"
        + " name=\"csrf\"\r\n\r\n" + console.csrf("/console/conformance") + "\r\n--b\r\nContent-Disposition: form-data; name=\"application\"\r\n"
        + "\r\n<i>SIMRS</i>\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\n\r\n" + content + "\r\n--b--\r\n");
  }

  @Test
  void ourOwnClientOfBpjsPasses() {
    var consumer = Json.read(console.get("/sandbox/world").bytes()).at("/antrean/bpjs");
    try (var wire = new HttpTransport(console.url(), Duration.ofSeconds(30))) {
      var bpjs = new BpjsClient(wire, "/antreanrs", new BpjsCredentials(consumer.path("cons_id").asString(),
          new Secret(consumer.path("secret_key").asString()), new Secret(consumer.path("user_key").asString())),
          InstantSource.system());
      bpjs.clinics();
      bpjs.doctors();
    }
    var report = json(console.get("/sandbox/conformance?system=antrean"));
    assertEquals(0, report.path("failed").intValue(), report.toString());
    assertEquals("passed", verdict(report, "antrean.signature"));
    assertEquals("passed", verdict(report, "antrean.clinic.list"));
    assertEquals("not_exercised", verdict(report, "antrean.queue.add"));
  }

  /** The whole chain as the facility's own software plays it, delivery and its retries included. */
  @Test
  void theChainsOwnClientsPass() {
    var said = new StringWriter();
    assertEquals(0, new CommandLine(new DemoCommand()).setOut(new PrintWriter(said, true)).execute("--url",
        console.url()), said::toString);
    var report = json(console.get("/sandbox/conformance"));
    var failed = report.path("systems").valueStream().flatMap(one -> one.path("requirements").valueStream())
        .filter(one -> one.path("verdict").asString("").equals("failed")).map(JsonNode::toPrettyString).toList();
    assertEquals(List.of(), failed);
    assertEquals("passed", verdict(report, "satusehat.prescribing"));
    assertEquals("passed", verdict(report, "antrean.order"));
  }

  @Test
  void aRecordingIsJudgedForPrograms() {
    var report = json(console.raw("/sandbox/conformance?name=uji.http", "text/plain", RECORDING));
    assertEquals("uji.http", report.path("source").asString());
    assertEquals("failed", verdict(report, "ttac.auth.login"));
    assertEquals("failed", verdict(report, "ttac.auth.login names"));
    assertFalse(report.toString().contains("sandi-yang-rahasia"));
    var pdf = console.raw("/sandbox/conformance?format=pdf", "text/plain", RECORDING);
    assertTrue(pdf.text().startsWith("%PDF-"), pdf.status() + "");
    assertTrue(console.raw("/sandbox/conformance?format=html", "text/plain", RECORDING).text()
        .contains("BERITA ACARA UJI KESESUAIAN"));
  }

  @Test
  void whatIsAskedWronglyIsRefusedWithWhatToSend() {
    for (var path : new String[] {"/sandbox/conformance?system=lain", "/sandbox/conformance?format=doc"}) {
      assertEquals(400, console.get(path).status(), path);
    }
    var empty = console.raw("/sandbox/conformance", "text/plain", "");
    assertEquals(400, empty.status());
    assertTrue(empty.text().contains("HAR"), empty.text());
  }

  @Test
  void peopleUploadReadAndTakeItAlong() {
    assertEquals("/console/conformance", console.get("/console/conformance/result").header("Location").orElse(""));
    var sent = upload("uji.http", RECORDING);
    assertEquals("/console/conformance/result", sent.header("Location").orElse(sent.text()));
    var result = console.get("/console/conformance/result").text();
    assertTrue(result.contains("Anda mengirim `e_mail`, dokumen menulis `email`.") && result.contains("uji.http"), result);
    assertTrue(result.contains("&lt;i>SIMRS") || result.contains("&lt;i&gt;SIMRS"), "escaped");
    assertFalse(result.contains("sandi-yang-rahasia") || result.contains("<i>SIMRS"), "masked and escaped");
    assertTrue(console.get("/console/conformance/result?only=failed").text().length() < result.length());
    var pdf = console.get("/console/conformance/berita-acara.pdf");
    assertEquals("application/pdf", pdf.header("Content-Type").orElse(""));
    assertTrue(console.get("/console/conformance/berita-acara.html").header("Content-Disposition").isPresent());
    console.forgetCookies();
    assertEquals(303, console.get("/console/conformance/berita-acara.pdf").status(), "another visitor's is not shown");
  }

  @Test
  void aFileThatCannotBeReadIsExplained() {
    var sent = upload("uji.har", "{\"log\": {}}");
    assertEquals(422, sent.status());
    assertTrue(sent.text().contains("HAR"), sent.text());
  }
}
