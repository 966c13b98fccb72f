package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Front desk, calling, displays, waiting times, delivery and audit in a real Chromium, as staff uses them. */
class FloorBrowserTest {
  private static final String DISPLAY = "/console/queue/display/ruang-tunggu-demo";
  /** Fields and buttons without a name, and names given twice. */
  private static final String NAMELESS = """
      () => {
        const amiss = [];
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
  @RegisterExtension
  static final Sight SIGHT =
      Sight.of("htmx:sendError|ERR_(INTERNET|NETWORK|INCOMPLETE|EMPTY)|503").onMonday("01:00");
  private static TestConsole console;
  private static Floor floor;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    console = SIGHT.console();
    floor = new Floor(console);
    chromium = SIGHT.chromium();
  }

  private static void picture(Page where, String name) {
    assertEquals(List.of(), Looked.faint(where), name);
    assertEquals(List.of(), where.evaluate(NAMELESS), name);
    chromium.picture(where, name);
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
    var codes = floor.morning();
    var wall = chromium.another(1366, 768);
    chromium.go(wall, DISPLAY);
    wall.waitForSelector("[data-state=on]");
    wall.waitForSelector(".wall-call:has-text('B-1')");
    picture(wall, "display");
    wall.click("#voice");
    wall.waitForSelector("#voice[aria-pressed=true]");
    floor.event(codes.get(4), "call");
    wall.waitForSelector(".wall-new:has-text('B-1')");
    console.restart();
    console.monday("03:30"); // a start takes the machine's clock
    floor.event(codes.get(2), "pharmacy-call");
    wall.waitForSelector("[data-state=on]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    wall.waitForSelector(".wall-call:has-text('Obat jadi 2')", new Page.WaitForSelectorOptions().setTimeout(60_000));
    wall.context().setOffline(true);
    wall.waitForFunction("() => !navigator.onLine");
    floor.event(codes.get(2), "pharmacy-done");
    wall.context().setOffline(false);
    wall.waitForFunction("() => document.querySelector('.wall-pharmacy td:last-child').textContent.trim() === '0'",
        null, new Page.WaitForFunctionOptions().setTimeout(60_000));
    assertEquals(List.of(), wall.evaluate("() => [...document.querySelectorAll('*')].filter(one => one.scrollWidth > "
        + "window.innerWidth + 1).map(one => one.tagName)"));
    wall.context().close();
  }

  @Test
  void everyPageOfTheFloorIsReadableAlsoOnAPhone() {
    var codes = floor.morning();
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
