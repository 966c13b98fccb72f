package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What pages do with a phone's camera and a wall's loudspeaker. The camera is a film of packs with symbols that the house
 * printed; the voice is a stand-in that writes down what it is given, since a browser without a screen has none.
 */
class DeviceBrowserTest {
  private static final String DISPLAY = "/console/queue/display/ruang-tunggu-demo";
  private static final String PACK = "90DKL2499900210A1\u001d10PND2601\u001d1729033121KAM0001";
  private static final String TORN = "90DKL2499900210A1\u001d10PND2601\u001d1729033121KAM0002";
  private static final String OWN = "PABRIK-KAM-0003";
  private static final String VOICES = """
      (() => {
        const voices = %s;
        const engine = { getVoices: () => voices, cancel: () => {}, addEventListener: () => {},
          speak: one => { window.heard(one.lang + " " + (one.voice ? one.voice.name : "-") + ": " + one.text);
            setTimeout(() => one.onend({}), 40); } };
        Object.defineProperty(window, "speechSynthesis", { value: engine });
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      })()""";
  private static final String OURS = "[{ name: 'Zira', lang: 'en-US' }, { name: 'Damayanti', lang: 'id-ID' }]";
  @RegisterExtension
  static final Sight SIGHT = Sight.of("503|ERR_INCOMPLETE|ERR_EMPTY|ERR_NETWORK").onMonday("01:00").onPhone();
  private static TestConsole console;
  private static Floor floor;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    console = SIGHT.console();
    chromium = SIGHT.chromium();
    floor = new Floor(console);
    var token = token("gudang@pbf-nusantara.example", "jejak-284");
    try (var made = new Film(Chromium.FILM)) {
      made.pack(symbol(token, PACK, "datamatrix"), 8, 6).torn(symbol(token, TORN, "datamatrix"), 6)
          .pack(symbol(token, OWN, "qr"), 96, 6);
    }
  }

  private static String token(String email, String password) {
    return Json.read(console.json("POST", "/api/v3/auth/login", "{\"email\": \"" + email + "\", \"password\": \""
        + password + "\"}").bytes()).at("/data/user/token").asString();
  }

  private static byte[] symbol(String token, String barcode, String carrier) {
    var answer = console.get("/api/v3/barcode/symbol?token=" + token + "&carrier=" + carrier + "&barcode="
        + URLEncoder.encode(barcode, StandardCharsets.UTF_8));
    assertEquals("image/png", answer.header("Content-Type").orElse(""), answer.text());
    return answer.bytes();
  }

  private static void sent() {
    var packs = List.of(PACK.replace("\u001d", "\\u001d"), OWN);
    console.json("POST", "/sandbox/ttac/barcodes", "{\"sarana_id\": 284, \"nie\": \"DKL2499900210A1\", \"batch_no\":"
        + " \"PND2601\", \"exp_date\": \"2029-03-31\", \"barcodes\": [{\"barcode\": \"" + packs.getFirst()
        + "\", \"level\": \"primer\"}, {\"barcode\": \"" + OWN + "\", \"level\": \"primer\"}]}");
    var answer = console.json("POST", "/api/v3/barcode/send", "{\"token\": \"" + token("gudang@pbf-nusantara.example",
        "jejak-284") + "\", \"id_sarana_tujuan\": 123, \"barcode\": [\"" + String.join("\", \"", packs) + "\"]}");
    assertTrue(answer.text().contains("\"status\":true"), answer.text());
  }

  /** The page for phones, of a visitor who gave the camera or did not. */
  private static Page phone(boolean given) {
    var page = chromium.page;
    page.context().grantPermissions(List.of(given ? "camera" : "geolocation"));
    chromium.go("/console/ttac");
    page.click("form:has(input[value^='farmasi@']) button");
    page.waitForSelector("text=Menunggu diterima");
    chromium.go("/console/ttac/phone");
    return page;
  }

  @Test
  void packsHeldBeforeThePhoneAreReadOnceAndReceived() {
    sent();
    var answers = new CopyOnWriteArrayList<Response>();
    var page = phone(true);
    page.onResponse(answer -> {
      if (answer.url().endsWith("/phone/frame")) {
        answers.add(answer);
      }
    });
    page.click(".camera button");
    page.waitForFunction("() => document.getElementById('count').textContent === '2'");
    chromium.fits();
    chromium.picture("phone-camera");
    int twoReadAt = answers.size();
    while (answers.size() < twoReadAt + 24) { // more than the film lasts
      page.waitForTimeout(100);
    }
    assertEquals(PACK + "\n" + OWN, page.inputValue("#list").lines().sorted().reduce((a, b) -> a + "\n" + b).orElse(""));
    assertEquals("2", page.locator("#count").textContent());
    var read = answers.stream().map(Response::text).toList();
    assertTrue(read.stream().filter(text -> text.contains("KAM0001")).count() > 2, read.toString());
    assertTrue(read.stream().anyMatch(text -> text.equals("{\"codes\":[]}")), "the torn one gives nothing");
    page.click(".camera button");
    assertEquals("Nyalakan kamera", page.locator(".camera button").textContent());
    assertEquals(true, page.evaluate("() => document.querySelector('video').srcObject === null"));
    page.click("button.primary:has-text('terima')");
    page.waitForSelector("#going");
    assertTrue(page.locator(".note").first().textContent().startsWith("2 dari 2"), page.locator(".note").first().textContent());
    page.click("button[data-key=y]");
    page.waitForSelector("text=2 barcode selesai.");
  }

  @Test
  void whoeverRefusesTheCameraIsToldWhatToDo() {
    var page = phone(false);
    page.click(".camera button");
    page.waitForSelector(".camera [role=alert]:has-text('Izinkan kamera untuk alamat ini')");
    assertEquals("Nyalakan kamera", page.locator(".camera button").textContent());
    assertEquals(List.of(), Looked.at(page).amiss());
    page.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: false })");
    chromium.go("/console/ttac/phone");
    page.waitForSelector(".camera [role=alert]:has-text('https atau localhost')");
    assertTrue(page.locator(".camera button").isHidden());
  }

  @Test
  void aPhoneThatReadsByItselfSendsNoPicture() {
    var sent = new ArrayList<String>();
    chromium.page.addInitScript("window.BarcodeDetector = class { static getSupportedFormats() { return Promise.resolve("
        + "['qr_code', 'data_matrix']); } detect() { return Promise.resolve([{ rawValue: '\\u001d90X\\u001d21Y' }]); } }");
    var page = phone(true);
    page.onRequest(request -> {
      if (request.method().equals("POST")) {
        sent.add(request.url());
      }
    });
    page.click(".camera button");
    page.waitForFunction("() => document.getElementById('list').value === '90X\\u001d21Y'");
    page.waitForTimeout(700);
    assertEquals("1", page.locator("#count").textContent());
    assertEquals(List.of(), sent);
  }

  private static Page wall(List<String> heard, String voices) {
    var wall = chromium.another(1366, 768);
    wall.exposeFunction("heard", said -> String.valueOf(said[0]).endsWith(":  ") || heard.add(String.valueOf(said[0])));
    wall.addInitScript(VOICES.formatted(voices));
    chromium.go(wall, DISPLAY);
    wall.waitForSelector("[data-state=on]");
    return wall;
  }

  private static void waitFor(Page wall, List<String> heard, int number) {
    for (int i = 0; i < 300 && heard.size() < number; i++) {
      wall.waitForTimeout(100);
    }
  }

  @Test
  void theWallSaysEveryCallOnceInIndonesianAndInOrder() {
    var codes = floor.morning();
    var heard = new CopyOnWriteArrayList<String>();
    var wall = wall(heard, OURS);
    wall.click("#voice");
    floor.event(codes.get(1), "pharmacy-start");
    floor.event(codes.get(1), "pharmacy-call");
    floor.event(codes.get(4), "call");
    waitFor(wall, heard, 3);
    var said = List.of("id-ID Damayanti: Suara menyala",
        "id-ID Damayanti: Nomor antrean farmasi, racikan, 1, silakan menuju loket farmasi.",
        "id-ID Damayanti: Nomor antrean, B, 1, silakan menuju poli anak, dokter Ratna Kusuma.");
    assertEquals(said, heard);
    assertEquals("", wall.locator("#mute").textContent());
    wall.reload();
    wall.waitForSelector("[data-state=on]");
    console.restart();
    console.monday("03:30"); // a start takes the machine's clock
    wall.waitForSelector("[data-state=on]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    floor.event(codes.get(2), "pharmacy-call");
    waitFor(wall, heard, 4);
    wall.waitForTimeout(1_500);
    assertEquals(4, heard.size(), heard.toString());
    assertEquals("id-ID Damayanti: Nomor antrean farmasi, obat jadi, 2, silakan menuju loket farmasi.", heard.getLast());
    wall.context().close();
  }

  @Test
  void aWallWithoutAVoiceSaysSoToTheEyes() {
    var heard = new CopyOnWriteArrayList<String>();
    var mute = wall(heard, "[]");
    assertEquals("", mute.locator("#mute").textContent());
    mute.click("#voice");
    mute.waitForSelector("#mute:has-text('tidak dapat bersuara')");
    assertEquals(List.of(), mute.evaluate("() => [...document.querySelectorAll('*')].filter(one => one.scrollWidth > "
        + "window.innerWidth + 1).map(one => one.tagName)"));
    mute.click("#voice");
    mute.waitForFunction("() => document.getElementById('mute').textContent === ''");
    mute.context().close();
    var foreign = wall(heard, "[{ name: 'Zira', lang: 'en-US' }]");
    foreign.click("#voice");
    foreign.waitForSelector("#mute:has-text('tidak punya suara bahasa Indonesia')");
    assertEquals("id-ID -: Suara menyala", heard.getLast());
    foreign.context().close();
  }
}
