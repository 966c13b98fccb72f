package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
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
  /** Each of so many pictures is looked at longer. */
  private static final int THOROUGHLY = 4;
  /** Pictures of each pack in the film. */
  private static final int FILMED = 6;
  private static final String VOICES = """
      (() => {
        const voices = %s;
        const engine = { getVoices: () => voices, cancel: () => {}, addEventListener: () => {},
          speak: one => { window.heard(one.lang + " " + (one.voice ? one.voice.name : "-") + ": " + one.text);
            setTimeout(() => one.onend({}), 40); } };
        Object.defineProperty(window, "speechSynthesis", { value: engine });
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      })()""";
  /** Writes down which recording is played, when and how long; it is played all the same, to nobody. */
  private static final String PLAYER = """
      (() => {
        const names = new WeakMap();
        const get = window.fetch;
        window.fetch = (...asked) => get(...asked).then(answer => {
          const bytes = answer.arrayBuffer.bind(answer);
          answer.arrayBuffer = () => bytes().then(all => { names.set(all, answer.url.split("/").pop()); return all; });
          return answer;
        });
        const decode = BaseAudioContext.prototype.decodeAudioData;
        BaseAudioContext.prototype.decodeAudioData = function (bytes, done, failed) {
          const name = names.get(bytes);
          return decode.call(this, bytes, sound => { names.set(sound, name); done(sound); }, failed);
        };
        const start = AudioBufferSourceNode.prototype.start;
        AudioBufferSourceNode.prototype.start = function (at, from, long) {
          window.played(names.get(this.buffer), at, long);
          return start.call(this, at, from, long);
        };
      })()""";
  private static final String SILENT = "delete window.AudioContext; delete window.webkitAudioContext;";
  private static final String FOREIGN = "[{ name: 'Zira', lang: 'en-US' }]";
  private static final String OURS = "[{ name: 'Zira', lang: 'en-US' }, { name: 'Damayanti', lang: 'id-ID' }]";
  @RegisterExtension
  static final Sight SIGHT = Sight.of("404|503|ERR_INCOMPLETE|ERR_EMPTY|ERR_NETWORK").onMonday("01:00").onPhone();
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
      made.pack(symbol(token, PACK, "datamatrix"), 8, FILMED).torn(symbol(token, TORN, "datamatrix"), FILMED)
          .pack(symbol(token, OWN, "qr"), 96, FILMED);
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
    int soFar = answers.size();
    long end = System.nanoTime() + 3L * FILMED * Film.PICTURE.toNanos();
    while (System.nanoTime() < end || answers.size() < soFar + 2 * THOROUGHLY) { // the whole film, however slow the house is
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

  private record Played(String name, double at, double seconds) {}

  /** A screen with a voice, or without one, that is given these scripts besides. */
  private static Page wall(List<String> heard, String voices, String... scripts) {
    var wall = chromium.another(1366, 768);
    List.of(scripts).forEach(wall::addInitScript);
    wall.exposeFunction("heard", said -> String.valueOf(said[0]).endsWith(":  ") || heard.add(String.valueOf(said[0])));
    wall.addInitScript(VOICES.formatted(voices));
    chromium.go(wall, DISPLAY);
    wall.waitForSelector("[data-state=on]");
    return wall;
  }

  private static void waitFor(Page wall, List<?> heard, int number) {
    for (int i = 0; i < 300 && heard.size() < number; i++) {
      wall.waitForTimeout(100);
    }
  }

  /** The voice is turned on; the pharmacy calls, and then a doctor. */
  private static void firstCalls(Page wall, List<String> codes) {
    wall.click("#voice");
    floor.event(codes.get(1), "pharmacy-start");
    floor.event(codes.get(1), "pharmacy-call");
    floor.event(codes.get(4), "call");
  }

  @Test
  void theWallSaysEveryCallOnceInIndonesianAndInOrder() {
    var codes = floor.morning();
    var heard = new CopyOnWriteArrayList<String>();
    var wall = wall(heard, OURS);
    var recordings = recordings(wall);
    firstCalls(wall, codes);
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
    assertEquals(List.of(), recordings, "who has a voice needs no recordings");
    wall.context().close();
  }

  private static List<String> recordings(Page wall) {
    var asked = new CopyOnWriteArrayList<String>();
    wall.onRequest(request -> {
      if (request.url().contains("/queue/voice/")) {
        asked.add(request.url().replaceAll(".*/", ""));
      }
    });
    return asked;
  }

  private static List<Played> playing(Page wall) {
    var all = new CopyOnWriteArrayList<Played>();
    wall.exposeFunction("played", one -> all.add(new Played((String) one[0], ((Number) one[1]).doubleValue(),
        ((Number) one[2]).doubleValue())));
    wall.addInitScript(PLAYER);
    wall.reload();
    wall.waitForSelector("[data-state=on]");
    return all;
  }

  private static List<String> names(List<Played> played) {
    return played.stream().map(Played::name).toList();
  }

  @Test
  void aWallWithoutAnIndonesianVoiceSaysEveryCallWithRecordingsOnce() {
    var codes = floor.morning();
    var heard = new CopyOnWriteArrayList<String>();
    var wall = wall(heard, FOREIGN);
    var asked = recordings(wall);
    var played = playing(wall);
    firstCalls(wall, codes);
    waitFor(wall, played, 11);
    var said = List.of("suara-menyala", "nomor-antrean-farmasi", "racikan", "satu", "silakan-menuju", "loket-farmasi",
        "nomor-antrean", "b", "satu", "silakan-menuju", "poli-anak");
    assertEquals(said, names(played));
    assertEquals(said.stream().distinct().toList(), asked, "each is asked for once, in the order in which it is said");
    for (int i = 2; i < played.size(); i++) {
      double gap = played.get(i).at() - played.get(i - 1).at() - played.get(i - 1).seconds();
      assertTrue(played.get(i).seconds() > 0.1 && gap > 0 && (gap < 0.4 || i == 6), played.toString());
    }
    assertEquals("", wall.locator("#mute").textContent());
    wall.context().setOffline(true);
    wall.waitForFunction("() => !navigator.onLine");
    wall.context().setOffline(false);
    wall.waitForSelector("[data-state=on]");
    floor.event(codes.get(2), "pharmacy-call");
    waitFor(wall, played, 16);
    wall.waitForTimeout(1_200); // longer than from one look of the house at the queue to the next
    assertEquals(List.of("nomor-antrean-farmasi", "obat-jadi", "dua", "silakan-menuju", "loket-farmasi"),
        names(played).subList(11, played.size()));
    assertEquals(List.of(), heard);
    wall.reload();
    wall.waitForSelector("#mute:has-text('Tekan Nyalakan suara sekali')");
    assertEquals("false", wall.getAttribute("#voice", "aria-pressed"));
    wall.route("**/queue/voice/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    wall.click("#voice");
    wall.waitForSelector("#mute:has-text('Rekaman suara tidak dapat dimuat')");
    wall.context().close();
  }

  @Test
  void aWallWithoutVoiceAndRecordingsSaysSoToTheEyes() {
    var heard = new CopyOnWriteArrayList<String>();
    var mute = wall(heard, "[]", SILENT);
    assertEquals("", mute.locator("#mute").textContent());
    mute.click("#voice");
    mute.waitForSelector("#mute:has-text('tidak dapat bersuara')");
    assertEquals(List.of(), mute.evaluate("() => [...document.querySelectorAll('*')].filter(one => one.scrollWidth > "
        + "window.innerWidth + 1).map(one => one.tagName)"));
    mute.click("#voice");
    mute.waitForFunction("() => document.getElementById('mute').textContent === ''");
    mute.context().close();
    var foreign = wall(heard, FOREIGN, SILENT);
    foreign.click("#voice");
    foreign.waitForSelector("#mute:has-text('tidak punya suara bahasa Indonesia')");
    assertEquals("id-ID -: Suara menyala", heard.getLast());
    foreign.context().close();
  }
}
