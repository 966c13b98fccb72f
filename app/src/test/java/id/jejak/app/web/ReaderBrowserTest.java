package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import id.jejak.app.web.console.Console;
import id.jejak.app.web.ground.NavItem;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Every page as its readers meet it: in both languages, by eye, by ear and with the keyboard, at a desk and on a phone.
 * What may read the same in both languages stands in {@code same-words.txt}. With {@code -Djejak.look=true} there is a
 * picture of each page in {@code target/look}.
 */
class ReaderBrowserTest {
  private static final List<String> ROLES = List.of("loket.rs", "dokter.rs", "asisten.rs", "apoteker.rs", "gudang.rs",
      "auditor.rs", "admin.rs", "gudang.pbf");
  private static final String TABLETS = "{\"patient\": \"P02029542843\", \"lines\": [{\"kfa\": \"93990002\", \"name\":"
      + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1 p.c.\","
      + " \"repeats\": 1}, {\"kind\": \"SD\", \"name\": \"Racikan demam\", \"quantity\": 10, \"unit\": \"CAP\","
      + " \"signa\": \"3 dd 1\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\": 250,"
      + " \"unit\": \"mg\"}]}]}";
  private static List<String> data = List.of();
  @RegisterExtension
  static final Sight SIGHT = Sight.of("404|422|503|ERR_INCOMPLETE|ERR_EMPTY").onMonday("01:00").goingOn();
  private static TestConsole console;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    console = SIGHT.console();
    chromium = SIGHT.chromium();
    var all = new HashSet<String>();
    remember(Json.read(console.get("/sandbox/world").bytes()), all);
    data = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private static void remember(JsonNode node, Set<String> into) {
    if (node.isString() && node.stringValue().length() > 2) {
      into.add(node.stringValue());
    }
    node.forEach(one -> remember(one, into));
    node.propertyNames().stream().filter(name -> name.length() > 2).forEach(into::add);
  }

  private static JsonNode pharmacy(String path, String body) {
    return Json.read(console.jsonAs("demo-rs-sarana-a", "/facility/v1/pharmacy" + path, body).bytes());
  }

  private static String panadin(int number) {
    return "(90)DKL2499900210A1(10)PND2601(17)290331(21)PND" + String.format(Locale.ROOT, "%04d", number);
  }

  private static String hand(int number) {
    var script = pharmacy("/prescriptions", TABLETS);
    pharmacy("/dispenses", "{\"prescription\": \"" + script.path("id").asString() + "\", \"accept\": [\"DUPLICATE\"],"
        + " \"items\": [{\"line\": \"" + script.path("lines").path(0).asString() + "\", \"packs\": [{\"barcode\": \""
        + panadin(number) + "\"}]}]}");
    return script.path("id").asString();
  }

  private static void speak(String language) {
    chromium.page.context().addCookies(List.of(new Cookie("jejak_language", language).setUrl(console.url())));
  }

  /** Both languages, then whatever is amiss, each with the page it is on. */
  private static List<String> walk(List<String> paths, boolean phone) {
    var amiss = new LinkedHashSet<String>();
    var indonesian = new LinkedHashMap<String, Looked>();
    speak("id");
    paths.forEach(path -> indonesian.put(path, look(path, "id", phone, amiss)));
    speak("en");
    for (var path : paths) {
      var english = look(path, "en", phone, amiss);
      var session = chromium.page.context().newCDPSession(chromium.page);
      Looked.nameless(session).forEach(text -> amiss.add(path + ": " + text));
      session.detach();
      indonesian.get(path).untranslated(english, data).forEach(text -> amiss.add(path + ": " + text));
    }
    return new ArrayList<>(amiss);
  }

  private static Looked look(String path, String language, boolean phone, Set<String> amiss) {
    chromium.go(path);
    chromium.page.keyboard().press("Shift");
    var looked = Looked.at(chromium.page);
    picture(path, language);
    var all = new ArrayList<>(looked.amiss());
    if (phone) {
      chromium.page.setViewportSize(390, 844);
      all.addAll(Looked.at(chromium.page).amiss());
      picture(path, language + "-phone");
      chromium.page.setViewportSize(1366, 768);
    }
    if (!looked.lang().equals(language)) {
      all.add("speaks " + looked.lang());
    }
    all.forEach(text -> amiss.add(path + " (" + language + "): " + text));
    return looked;
  }

  private static void picture(String path, String how) {
    if (Boolean.getBoolean("jejak.look")) {
      chromium.page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "look",
          how + path.replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
    }
  }

  private static List<String> work() {
    return chromium.page.locator(".work nav a").all().stream().map(one -> one.getAttribute("href")).toList();
  }

  @Test
  void everybodysPagesSpeakToEverybody() {
    hand(1);
    console.json("POST", "/api/v3/barcode/receive", "{\"barcodes\": [\"A\"], \"token\": \"x\"}");
    chromium.go("/console/ttac");
    chromium.page.click("form:has(input[value^='gudang@']) button");
    chromium.go("/console/mapping");
    chromium.page.setInputFiles("input[name=file]", new FilePayload("formularium.csv", "text/csv",
        "code,name,unit\nA1,paracetamol tab,Tablet\nA2,obat entah,Tablet\n".getBytes(StandardCharsets.UTF_8)));
    chromium.page.click("button.primary");
    chromium.page.waitForSelector("h1:has-text('formularium')");
    var mapping = chromium.page.url().substring(console.url().length());
    chromium.go("/console/traffic?q=barcode/receive");
    var request = chromium.page.locator("#rows a[data-step]").first().getAttribute("href");
    var paths = new ArrayList<>(Console.NAV.stream().filter(one -> one.needs().isEmpty()).map(NavItem::path)
        .filter(path -> !path.equals("/docs")).toList());
    paths.addAll(List.of("/console/own", mapping, request, "/console/try/ttac.barcode.receive",
        "/console/ttac/move/send", "/console/ttac/returns", "/console/ttac/phone", "/console/ttac/places",
        "/console/ttac/pack?barcode=SKD_SGTDEV001", "/console/kfa?q=paracetamol", "/console/kfa/93990002"));
    assertEquals("", String.join("\n", walk(paths, true)));
  }

  @Test
  void everyRoleIsSpokenTo() {
    var amiss = new ArrayList<String>();
    for (var who : ROLES) {
      chromium.page.context().clearCookies(); // a visitor of whom nothing is known
      chromium.as(who, "/console/staff");
      walk(work(), false).forEach(text -> amiss.add(who + " " + text));
    }
    assertEquals("", String.join("\n", amiss));
  }

  @Test
  void everyRoomOfTheFloorIsSpokenToAlsoOnAPhone() {
    var rx = hand(2);
    var recall = pharmacy("/recalls", "{\"by\": \"batch\", \"value\": \"AMX2601\", \"reason\": \"cemaran\"}");
    var booking = Json.read(console.json("POST", "/facility/v1/queue/walk-ins", "{\"sub\": \"ANA\", \"doctor\": 12345,"
        + " \"hours\": \"08:00-16:00\", \"record\": \"123345\", \"member\": false}").bytes()).path("data");
    var code = booking.path("code").asString();
    console.json("POST", "/facility/v1/queue/bookings/" + code + "/events", "{\"event\": \"check-in\"}");
    var parked = console.json("POST", "/sandbox/delivery/parcels", "{\"remedy\": \"FIX_DATA\", \"remote\": \"antrean\","
        + " \"key\": \"" + code + "\", \"kind\": \"task\", \"body\": {\"taskid\": 5}}");
    assertEquals(200, parked.status(), parked.text());
    chromium.as("kepala.rs", "/console/delivery");
    var parcel = chromium.page.locator("a[data-step]").first().getAttribute("href");
    var session = Json.read(console.get("/facility/v1/queue/bookings/" + code).bytes()).at("/data/session").asString();
    var paths = new LinkedHashSet<>(work());
    paths.addAll(List.of("/console/staff", parcel, "/console/delivery/reconciliation", "/console/queue/pharmacy",
        "/console/queue/displays", "/console/queue/sessions/" + session, "/console/queue/bookings/" + code,
        "/console/queue/tickets/" + code, "/console/queue/display/ruang-tunggu-demo", "/console/pharmacy?rx=" + rx,
        "/console/stock/do/in", "/console/stock/do/count", "/console/stock/do/move", "/console/stock/do/send",
        "/console/stock/map", "/console/stock/pack?barcode=90DKL2499900210A1%1D10PND2601%1D1729033121PND0002",
        "/console/audit/glass", "/console/recall/" + recall.path("id").asString()));
    assertEquals("", String.join("\n", walk(List.copyOf(paths), true)));
  }

  @Test
  void theCounterIsHeardAndKeepsThePlaceOfTheHand() {
    var rx = hand(3);
    chromium.as("apoteker.rs", "/console/pharmacy");
    speak("en");
    chromium.go("/console/pharmacy?rx=" + rx);
    var page = chromium.page;
    hand(4);
    page.dispatchEvent("#queue", "look");
    page.waitForSelector("#said:has-text('Waiting for medicine:')");
    assertEquals("scan", page.evaluate("() => document.activeElement.id"));
    chromium.scan("90DKL2499900210A1");
    page.waitForSelector("#verdict[role=alert]:has-text('Nobody received it here')");
    assertEquals("scan", page.evaluate("() => document.activeElement.id"));
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
    page.fill("input[name^=back_reason_]", "given to the wrong person");
    page.press("input[name^=back_reason_]", "Enter");
    page.waitForSelector("text=Taken back; its packs are kept apart.");
    page.waitForSelector("#said:has-text('Taken back')");
    assertEquals(0, page.locator("#verdict").count(), "Enter in the reason was no scan");
    assertEquals(List.of(), Looked.at(page).amiss());
  }

  @Test
  void whatIsSentIsSeenFirst() {
    chromium.go("/console/ttac");
    var page = chromium.page;
    page.click("form:has(input[value^='gudang@']) button");
    page.waitForSelector("text=Menunggu diterima");
    speak("en");
    chromium.go("/console/ttac/move/send");
    page.selectOption("select[name=target]", "123");
    for (var barcode : List.of("TSR_SGTDEV001", "SALAH-1")) {
      page.focus(".scan");
      chromium.scan(barcode);
    }
    page.click("button.primary");
    page.waitForSelector("#going li:text-is('TSR_SGTDEV001')");
    page.waitForSelector("td:text-is('SALAH-1')");
    assertTrue(page.locator(".note.warn").textContent().contains("(123)"));
    assertEquals(List.of(), Looked.at(page).amiss());
    assertTrue(page.locator("#going").textContent().indexOf("SALAH-1") < 0);
  }

  @Test
  void whatIsPlantedIsFound() {
    chromium.go("/console/kfa");
    var page = chromium.page;
    var before = Looked.at(page);
    assertEquals(List.of(), before.amiss());
    page.evaluate("""
        () => { document.querySelector('main').insertAdjacentHTML('beforeend', '<h4 class="planted">Unggah daftar obat</h4>'
          + '<p class="soft planted" id="hits">Ada yang salah</p><input class="planted"><h1 class="planted">Dua</h1>');
          document.querySelector('p.planted').style.color = '#ccc';
          document.querySelector('h4.planted').style.width = '2000px'; }""");
    var after = Looked.at(page);
    for (var word : List.of("heading h4 after h1", "2 h1", "id twice: hits", "faint: Ada yang salah", "wide")) {
      assertTrue(after.amiss().stream().anyMatch(text -> text.startsWith(word)), word + " in " + after.amiss());
    }
    assertTrue(after.untranslated(after, data).contains("the same in both languages: Unggah daftar obat"));
    assertTrue(before.untranslated(before, data).size() > 5);
    assertEquals(1, Looked.nameless(page.context().newCDPSession(page)).size());
  }
}
