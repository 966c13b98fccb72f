package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages over a socket: what they do, what they refuse, and what they never show. */
@SecondLane
class ConsoleTest {
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
    console.json("POST", "/sandbox/scenarios/peace", "");
  }

  private static JsonNode read(Response response) {
    return Json.read(response.bytes());
  }

  private static JsonNode account() {
    return read(console.get("/sandbox/world")).at("/ttac/accounts/0");
  }

  private static Response login(String email, String password) {
    return console.json("POST", "/api/v3/auth/login",
        "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
  }

  private static String token() {
    var answer = read(login(account().path("email").stringValue(), account().path("password").stringValue()));
    return answer.at("/data/user/token").stringValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console/traffic", "/console/sandbox", "/console/ttac", "/console/kfa", "/console/mapping",
      "/console/conformance", "/console/kfa?q=parasetamol", "/console/try/ttac.barcode.receive", "/console/try/antrean.clinic.list",
      "/console/try/satusehat.resource.create", "/console/ttac/pack", "/console/traffic?q=a&status=4&refused=1"})
  void everyPageAllowsNothingButItself(String path) {
    var page = console.get(path);
    assertEquals(200, page.status(), page.text());
    var policy = page.header("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'")
        && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), policy);
    assertEquals("nosniff DENY no-referrer", page.header("X-Content-Type-Options").orElse("") + " "
        + page.header("X-Frame-Options").orElse("") + " " + page.header("Referrer-Policy").orElse(""));
    assertFalse(page.text().matches("(?s).*(<script(?! src)|\\son[a-z]+=|style=\"|javascript:|<style).*"),
        "something inline in " + path);
    assertFalse(page.text().matches("(?s).*(src|href)=\"(https?:)?//.*"), "another host in " + path);
    assertTrue(page.bytes().length < 150_000, path + " has " + page.bytes().length + " bytes");
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    var set = console.get("/").header("Set-Cookie").orElse("");
    assertTrue(set.matches("jejak_session=[\\w-]{32}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Strict"), set);
  }

  @Test
  void aFormFromElsewhereIsNotTaken() {
    console.get("/");
    assertEquals(403, console.raw("/console/sandbox/world", "application/x-www-form-urlencoded", "action=reset")
        .status());
    assertEquals(403, console.raw("/console/sandbox/world", "application/x-www-form-urlencoded",
        "action=reset&csrf=AAAA").status());
    console.forgetCookies();
    assertEquals(403, console.raw("/console/ttac/login", "application/x-www-form-urlencoded", "email=a&password=b")
        .status());
  }

  @Test
  void everyFormWantsAToken() {
    console.get("/");
    for (var path : List.of("/console/traffic/forget", "/console/traffic/1/replay", "/console/try/ttac.auth.login",
        "/console/sandbox/clock", "/console/sandbox/faults", "/console/sandbox/scenario", "/console/sandbox/world",
        "/console/ttac/login", "/console/ttac/logout", "/console/ttac/move/send", "/console/conformance")) {
      assertEquals(403, console.raw(path, "application/x-www-form-urlencoded", "x=1").status(), path);
    }
  }

  @Test
  void whatIsShownIsEscaped() {
    console.get("/api/v3/barcode/%3Cscript%3Ealert(1)%3Cscript%3E?a=%22%3E%3Cimg%20src=x%3E");
    var list = console.get("/console/traffic?q=" + "%22%3E%3Cscript%3Ealert(2)%3C/script%3E").text()
        + console.get("/console/traffic").text() + console.get("/console/kfa?q=%3Cscript%3Ealert(3)").text();
    assertFalse(list.contains("<script>alert"), "unescaped");
    assertFalse(list.contains("<img src=x"), "unescaped");
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    console.get("/");
    assertEquals(413, console.raw("/console/sandbox/clock", "application/x-www-form-urlencoded",
        "a=" + "x".repeat(300_000)).status());
    assertEquals(413, console.raw("/console/ttac/move/send", "multipart/form-data; boundary=b",
        "x".repeat(4_300_000)).status());
  }

  @Test
  void theReaderIsNotSentElsewhere() {
    for (var back : List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "%0d%0aX:%20y")) {
      assertEquals("/", console.get("/console/language/en?back=" + back.replace("\\", "%5C")).header("Location")
          .orElse(""), back);
    }
    assertEquals("/console/kfa",
        console.get("/console/language/en?back=%2Fconsole%2Fkfa").header("Location").orElse(""));
    assertTrue(console.get("/").text().contains("<html lang=\"en\">"));
  }

  @Test
  void theInspectorExplainsAndKeepsSecretsToItself() {
    var password = account().path("password").stringValue();
    var token = token();
    console.json("POST", "/api/v3/barcode/receive", "{\"token\": \"" + token + "\", \"barcodes\": [\"A1\"]}");
    var found = console.get("/console/traffic?operation=ttac.barcode.receive").text();
    var number = found.replaceAll("(?s).*?/console/traffic/(\\d+)\".*", "$1");
    var one = console.get("/console/traffic/" + number).text();
    assertTrue(one.contains("Anda mengirim `barcodes`, dokumen menulis `barcode`."), one);
    assertTrue(one.contains("E990"), one);
    var all = one + console.get("/console/traffic").text() + console.get("/sandbox/requests").text()
        + console.get("/sandbox/requests/" + number).text();
    assertFalse(all.contains(token), "a token is shown");
    assertFalse(all.contains(password), "a password is shown");
    assertEquals(0, read(console.get("/sandbox/requests?q=" + token.substring(0, 8))).path("requests").size());
  }

  @Test
  void patientDataAreMaskedInWhatIsShown() {
    console.json("POST", "/antreanrs/antrean/add", """
        {"kodebooking": "X1", "nik": "3212345678987654", "nomorkartu": "0001234567891", "nohp": "085635228888"}""");
    long number = read(console.get("/sandbox/requests?limit=1")).at("/requests/0/number").asLong(0);
    var shown = console.get("/sandbox/requests/" + number).text();
    assertTrue(shown.contains("X1"), shown);
    assertFalse(shown.matches("(?s).*(3212345678987654|0001234567891|085635228888).*"), shown);
  }

  @Test
  void aRequestIsReplayedWithTheSecretsThatWereInIt() {
    console.json("GET", "/api/v3/dashboard", "{\"token\": \"" + token() + "\"}");
    long number = read(console.get("/sandbox/requests?operation=ttac.dashboard&limit=1")).at("/requests/0/number")
        .asLong(0);
    var again = read(console.json("POST", "/sandbox/requests/" + number + "/replay", ""));
    assertEquals("E000", again.path("code").asString(""), again.toString());
    assertTrue(again.path("number").asLong(0) > number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttac.sarana.mine", "kfa.product.detail", "antrean.clinic.list", "satusehat.capability.read",
      "gateway.token.issue", "ttac.auth.login"})
  void anOperationIsTriedFromItsPage(String operation) {
    var page = console.get("/console/try/" + operation).text();
    var target = page.replaceAll("(?s).*name=\"target\" value=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
    var body = page.contains("<textarea") ? page.replaceAll("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1")
        .replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&") : "";
    var who = page.contains("<option value") ? page.replaceAll("(?s).*?<option value=\"([^\"]*)\".*", "$1") : "";
    var answer = console.form("/console/try/" + operation, "/console/try/" + operation, "target", target, "body", body,
        "who", who);
    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("tag good"), answer.text());
  }

  @Test
  void aTrialGoesNowhereElse() {
    var answer = console.form("/console/try/ttac.auth.login", "/console/try/ttac.auth.login", "target",
        "/sandbox/reset", "body", "{}");
    assertEquals(422, answer.status());
  }

  @Test
  void ttacIsWorkedFromLoginToReceipt() {
    var world = read(console.get("/sandbox/world")).path("ttac").path("accounts");
    var sender = world.valueStream().filter(one -> one.path("sarana_id").asInt(0) == 284).findFirst().orElseThrow();
    console.json("POST", "/sandbox/ttac/barcodes", """
        {"sarana_id": 284, "nie": "TR202358291", "batch_no": "STRIAL", "exp_date": "2035-12-31",
         "barcodes": [{"barcode": "PAGE-1", "level": "primer"}, {"barcode": "PAGE-2", "level": "primer"}]}""");
    console.get("/console/ttac");
    var before = console.cookie();
    console.form("/console/ttac", "/console/ttac/login", "email", sender.path("email").stringValue(), "password",
        sender.path("password").stringValue());
    assertNotEquals(before, console.cookie(), "a login changes who the visitor is");
    var checked = console.form("/console/ttac/move/send", "/console/ttac/move/send", "target", "123", "barcodes",
        "PAGE-1\nPAGE-2\nNOT-THERE").text();
    assertTrue(checked.contains("E013") && checked.contains("NOT-THERE"), checked);
    assertTrue(console.form("/console/ttac/move/send", "/console/ttac/move/send", "target", "123", "barcodes",
        "PAGE-1\nPAGE-2", "confirm", "1").text().contains("2 barcode selesai."));
    var pack = console.get("/console/ttac/pack?barcode=PAGE-1").text();
    assertTrue(pack.contains("register") && pack.contains("send"), pack);
    assertEquals("image/png", console.get("/console/ttac/symbol?barcode=PAGE-1").header("Content-Type").orElse(""));
    console.form("/console/ttac", "/console/ttac/logout");
    assertTrue(console.get("/console/ttac").text().contains("name=\"password\""));
  }

  @Test
  void aWrongPasswordSaysWhatTtacSays() {
    var answer = console.form("/console/ttac", "/console/ttac/login", "email", "a@b.example", "password", "no");
    assertEquals(422, answer.status());
    assertTrue(answer.text().contains("E001"), answer.text());
  }

  @Test
  void theDictionaryIsSearchedAndAProductShown() {
    var hits = console.getPiece("/console/kfa?q=parasetamol+500&type=product").text();
    assertFalse(hits.contains("<html"), "a piece only");
    var code = hits.replaceAll("(?s).*?/console/kfa/(\\d{8})\".*", "$1");
    var product = console.get("/console/kfa/" + code);
    assertEquals(200, product.status(), hits);
    assertEquals(404, console.get("/console/kfa/00000000").status());
  }

  @Test
  void aFormularyIsMappedReviewedAndResumed() {
    var csrf = console.csrf("/console/mapping");
    var sent = console.raw("/console/mapping", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition:"
        + " form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\";"
        + " filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\nnama,satuan\nParasetamol tab 500 mg,Tablet\n"
        + "=obat aneh 12,Botol\n\r\n--b--\r\n");
    var at = sent.header("Location").orElse(sent.text());
    assertTrue(at.matches("/console/mapping/\\d+"), at);
    var row = console.get(at).text();
    assertTrue(row.contains("obat aneh 12") && row.contains("name=\"code\" value=\"none\""), row);
    var position = row.replaceAll("(?s).*name=\"position\" value=\"(\\d+)\".*", "$1");
    assertEquals(at, console.form(at, at, "position", position, "code", "none").header("Location").orElse(""));
    assertTrue(console.get(at).text().contains("Semua baris sudah diputuskan."));
    assertTrue(console.get(at + "/export.csv").text().contains(",Tablet,9"), console.get(at + "/export.csv").text());
    assertTrue(console.get(at + "/export.csv").text().contains("'=obat aneh"));
    assertEquals(422, console.form("/console/mapping", "/console/mapping").status());
  }

  @Test
  void faultsAreMetAsPlanned() {
    console.json("POST", "/sandbox/faults", "{\"operation\": \"ttac.dashboard.get\", \"kind\": \"refuse\","
        + " \"code\": \"E003\"}");
    assertEquals("E003", read(console.json("GET", "/api/v3/dashboard", "{\"token\": \"" + token() + "\"}"))
        .path("statusCode").asString(""));
    console.json("POST", "/sandbox/faults", "{\"system\": \"antrean\", \"kind\": \"wrong_signature\"}");
    assertTrue(console.get("/antreanrs/ref/poli").text().contains("ignature"));
    console.json("POST", "/sandbox/faults", "{\"system\": \"ttac\", \"kind\": \"rate_limit\"}");
    assertEquals(429, login("a", "b").status());
    assertEquals(400, console.json("POST", "/sandbox/faults", "{\"operation\": \"ttac.dashboard.get\","
        + " \"kind\": \"refuse\", \"code\": \"E777\"}").status());
    for (var scenario : read(console.get("/sandbox/scenarios")).path("scenarios")) {
      assertEquals(200, console.json("POST", "/sandbox/scenarios/" + scenario.path("name").stringValue(), "").status());
    }
  }

  @Test
  void aSnapshotBringsEverythingBack() {
    var before = read(console.json("POST", "/sandbox/snapshots", "{\"name\": \"before\"}"));
    assertTrue(before.path("rows").asLong(0) > 100, before.toString());
    console.json("POST", "/sandbox/clock", "{\"advance\": \"P3D\"}");
    console.json("POST", "/sandbox/ttac/barcodes", """
        {"sarana_id": 284, "nie": "TR202358291", "batch_no": "STRIAL", "exp_date": "2035-12-31",
         "barcodes": [{"barcode": "SINCE-1", "level": "primer"}]}""");
    var restored = read(console.json("POST", "/sandbox/restore", "{\"name\": \"before\"}"));
    var again = read(console.json("POST", "/sandbox/snapshots", "{\"name\": \"again\"}"));
    // the house's own jobs go on meanwhile, and write reports of their own
    assertTrue(again.path("rows").asLong(0) >= before.path("rows").asLong(1), again.toString());
    assertEquals("PT0S", read(console.get("/sandbox/clock")).path("offset").asString(""));
    assertEquals("E013", read(console.get("/api/v3/barcode/trace?barcode=SINCE-1&token=" + token()))
        .path("statusCode").asString(""), restored.toString());
    assertTrue(restored.path("ms").asLong(99_999) < 5_000, restored.toString());
    assertEquals(404, console.json("POST", "/sandbox/restore", "{\"name\": \"nothing\"}").status());
    assertEquals(400, console.json("POST", "/sandbox/snapshots", "{\"name\": \"No; drop\"}").status());
    console.json("DELETE", "/sandbox/snapshots/before", "");
    console.json("DELETE", "/sandbox/snapshots/again", "");
    assertEquals("{\"snapshots\":[]}", console.get("/sandbox/snapshots").text());
  }
}
