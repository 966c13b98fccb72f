package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Front desk, calling, displays, waiting times, delivery and audit in a real Chromium, as staff uses them. */
class FloorBrowserTest {
  private static final String DISPLAY = "/console/queue/display/ruang-tunggu-demo";
  /** Texts that are too faint: below 4.5 to 1, or 3 to 1 where they are large (WCAG 2.2 AA), fields without a name. */
  private static final String FAINT = """
      () => {
        const channels = text => (text.match(/[0-9.]+/g) || []).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = element => {
          for (let at = element; at; at = at.parentElement) {
            const color = channels(getComputedStyle(at).backgroundColor);
            if (color.length < 4 || color[3] > 0.99) { return color; }
          }
          return [255, 255, 255];
        };
        const amiss = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const element = walk.currentNode.parentElement;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          if (!walk.currentNode.textContent.trim() || box.width < 2 || box.height < 2 || style.visibility === 'hidden'
              || element.closest('[disabled]')) { continue; }
          const [a, b] = [light(channels(style.color)), light(ground(element))].sort((x, y) => y - x);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
          if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) {
            amiss.push('faint: ' + walk.currentNode.textContent.trim());
          }
        }
        document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(field => {
          if (!field.labels.length && !field.getAttribute('aria-label')) { amiss.push('no name: ' + field.name); }
        });
        document.querySelectorAll('button, a[href]').forEach(one => {
          if (!one.textContent.trim() && !one.getAttribute('aria-label') && !one.querySelector('img')) {
            amiss.push('empty: ' + one.outerHTML);
          }
        });
        const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
        ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => amiss.push('id twice: ' + id));
        return [...new Set(amiss)];
      }""";

  private static TestConsole console;
  private static Chromium chromium;
  @RegisterExtension
  static final AfterTestExecutionCallback WITNESS = Chromium.witness(() -> chromium);

  @BeforeAll
  static void start() {
    Chromium.executable();
    console = TestConsole.start();
    chromium = Chromium.before(console, "htmx:sendError|ERR_(INTERNET|NETWORK|INCOMPLETE|EMPTY)|503", "data");
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(chromium).ifPresent(Chromium::close);
    Optional.ofNullable(console).ifPresent(TestConsole::close);
  }

  @BeforeEach
  void open() {
    console.monday("01:00");
    console.json("POST", "/sandbox/reset", "");
    console.monday("01:00");
    chromium.sit(1366, 768);
  }

  @AfterEach
  void sound() {
    chromium.sound();
  }

  private static void picture(Page where, String name) {
    assertEquals(List.of(), where.evaluate(FAINT), name);
    chromium.picture(where, name);
  }

  private static String walkIn(String record, String sub, int doctor, String hours) {
    return Json.read(console.json("POST", "/facility/v1/queue/walk-ins", "{\"sub\": \"" + sub + "\", \"doctor\": "
        + doctor + ", \"hours\": \"" + hours + "\", \"record\": \"" + record + "\", \"member\": false}").bytes())
        .at("/data/code").asString();
  }

  private static void event(String code, String event) {
    var answer = console.json("POST", "/facility/v1/queue/bookings/" + code + "/events", "{\"event\": \"" + event
        + "\"}");
    assertEquals(200, answer.status(), answer.text());
  }

  private static void later(int minutes) {
    console.json("POST", "/sandbox/clock", "{\"advance\": \"PT" + minutes + "M\"}");
  }

  /** A morning of five patients with two doctors, of whom three have their medicine. */
  private static List<String> morning() {
    var codes = List.of(walkIn("123345", "ANA", 12345, "08:00-16:00"), walkIn("100031", "ANA", 12345, "08:00-16:00"),
        walkIn("654321", "INT", 1234, "08:00-17:00"), walkIn("100123", "INT", 1234, "08:00-17:00"),
        walkIn("101785", "ANA", 12346, "08:00-16:00"));
    codes.forEach(code -> event(code, "check-in"));
    for (int i = 0; i < 4; i++) {
      later(7 + 3 * i);
      event(codes.get(i), "call");
      later(1);
      event(codes.get(i), "start");
      later(9);
      if (i == 3) {
        break;
      }
      console.json("POST", "/sandbox/antrean/prescriptions", "{\"kodebooking\": \"" + codes.get(i) + "\", \"racikan\": "
          + (i == 1 ? 1 : 0) + "}");
      console.json("POST", "/facility/v1/queue/bookings/" + codes.get(i) + "/pharmacy", "{}");
    }
    later(6);
    event(codes.get(0), "pharmacy-start");
    event(codes.get(2), "pharmacy-start");
    later(8);
    event(codes.get(0), "pharmacy-call");
    event(codes.get(0), "pharmacy-done");
    event(codes.get(4), "call");
    return codes;
  }

  @Test
  void aPatientIsScannedBookedAndCalledWithTheKeyboard() {
    chromium.as("loket.rs", "/console/queue/pharmacy");
    var page = chromium.page;
    page.keyboard().press("l");
    page.waitForSelector("#sessions table");
    picture(page, "queue");
    page.keyboard().press("/");
    page.keyboard().type("00012345678");
    page.keyboard().press("Enter");
    page.waitForSelector("text=Pasien lama");
    page.focus("input[name=session]");
    page.keyboard().press("Space");
    page.fill("input[name=reference]", "0001R0040116A000001");
    picture(page, "queue-walkin");
    page.keyboard().press("Enter");
    page.waitForSelector(".slip .number");
    assertEquals("A-1", page.locator(".slip .number").textContent());
    page.keyboard().press("h");
    page.waitForSelector(".steps li");
    page.click("a[href^='/console/queue/sessions/']");
    page.waitForSelector("#next");
    page.keyboard().press("n");
    page.waitForSelector("tr.chosen");
    assertTrue(page.locator(".call .number").first().textContent().contains("A-1"));
    page.keyboard().press("m");
    page.waitForSelector("text=dengan dokter");
    page.keyboard().press("s");
    page.waitForSelector("summary:has-text('Selesai di sini')");
  }

  @Test
  void aDisplayComesBackByItselfAfterARestartAndACut() {
    var codes = morning();
    var wall = chromium.another(1366, 768);
    chromium.go(wall, DISPLAY);
    wall.waitForSelector("[data-state=on]");
    wall.waitForSelector(".wall-call:has-text('B-1')");
    picture(wall, "display");
    wall.click("#voice");
    wall.waitForSelector("#voice[aria-pressed=true]");
    event(codes.get(4), "call");
    wall.waitForSelector(".wall-new:has-text('B-1')");
    console.restart();
    console.monday("03:30"); // a start takes the machine's clock
    event(codes.get(2), "pharmacy-call");
    wall.waitForSelector("[data-state=on]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    wall.waitForSelector(".wall-call:has-text('Obat jadi 2')", new Page.WaitForSelectorOptions().setTimeout(60_000));
    wall.context().setOffline(true);
    wall.waitForFunction("() => !navigator.onLine");
    event(codes.get(2), "pharmacy-done");
    wall.context().setOffline(false);
    wall.waitForFunction("() => document.querySelector('.wall-pharmacy td:last-child').textContent.trim() === '0'",
        null, new Page.WaitForFunctionOptions().setTimeout(60_000));
    assertEquals(List.of(), wall.evaluate("() => [...document.querySelectorAll('*')].filter(one => one.scrollWidth > "
        + "window.innerWidth + 1).map(one => one.tagName)"));
    wall.context().close();
  }

  @Test
  void everyPageOfTheFloorIsReadableAlsoOnAPhone() {
    var codes = morning();
    console.json("POST", "/sandbox/delivery/parcels", "{\"remedy\": \"FIX_DATA\", \"remote\": \"antrean\", \"key\": \""
        + codes.getFirst() + "\", \"kind\": \"task\", \"body\": {\"taskid\": 5}}");
    console.json("POST", "/sandbox/delivery/parcels", "{\"remedy\": \"FIX_MAPPING\", \"remote\": \"satusehat\","
        + " \"key\": \"RX-17\", \"kind\": \"MedicationDispense\"}");
    chromium.as("kepala.rs", "/console/staff");
    var page = chromium.page;
    picture(page, "staff");
    var session = Json.read(console.get("/facility/v1/queue/bookings/" + codes.get(4)).bytes()).at("/data/session")
        .asString();
    var pages = List.of(Map.entry("/console/queue/sessions/" + session, "queue-room"),
        Map.entry("/console/queue/pharmacy", "queue-pharmacy"),
        Map.entry("/console/queue/bookings/" + codes.getFirst(), "queue-booking"),
        Map.entry("/console/queue/displays", "displays"), Map.entry("/console/waits", "waits"),
        Map.entry("/console/delivery", "delivery"), Map.entry("/console/audit", "audit"),
        Map.entry("/console/patient-code", "patient-code"));
    for (var one : pages) {
      chromium.go(one.getKey());
      picture(page, one.getValue());
    }
    chromium.go("/console/delivery");
    page.locator("a[data-step]").first().click();
    page.waitForSelector("textarea");
    picture(page, "parcel");
    page.setViewportSize(390, 844);
    for (var one : pages) {
      chromium.go(one.getKey());
      chromium.fits();
    }
    chromium.go("/console/queue/sessions/" + session);
    picture(page, "phone-queue");
    page.click(".language");
    page.waitForSelector("html[lang=en]");
    page.waitForSelector("text=Call the next");
  }
}
