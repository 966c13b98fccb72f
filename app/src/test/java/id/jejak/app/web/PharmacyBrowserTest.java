package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The doctor's room, the counter and a recall in a real Chromium, with the keyboard alone. */
@SecondLane
class PharmacyBrowserTest {
  private static final String TABLETS = "{\"kfa\": \"93990002\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\","
      + " \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1 p.c.\", \"repeats\": 1}";
  private static final String CAPSULES =
      "{\"kind\": \"SD\", \"name\": \"Racikan demam\", \"quantity\": 10, \"unit\": \"CAP\","
      + " \"signa\": \"3 dd 1\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\": 250,"
      + " \"unit\": \"mg\"}]}";
  @RegisterExtension
  static final Sight SIGHT = Sight.of("404");
  private static TestConsole console;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    console = SIGHT.console();
    chromium = SIGHT.chromium();
  }

  private static JsonNode pharmacy(String path, String body) {
    return Json.read(console.jsonAs("demo-rs-sarana-a", "/facility/v1/pharmacy" + path, body).bytes());
  }

  private static JsonNode prescribe(String lines) {
    return pharmacy("/prescriptions", "{\"patient\": \"P02029542843\", \"lines\": [" + lines + "]}");
  }

  /** As a scanner without separators gives it. */
  private static String panadin(int number) {
    return "(90)DKL2499900210A1(10)PND2601(17)290331(21)PND" + String.format(java.util.Locale.ROOT, "%04d", number);
  }

  @Test
  void aDoctorPrescribesWithTheKeyboard() {
    chromium.as("dokter.rs", "/console/doctor");
    var page = chromium.page;
    chromium.scan("P02029542843");
    page.waitForSelector("text=Yudi Nurwanto");
    page.fill("input[name=q]", "amoxicillin");
    page.waitForSelector(".drug:has-text('Amoxicillin')");
    page.fill("input[name=q]", "panadin");
    page.waitForSelector(".drug:has-text('PANADIN')");
    page.focus(".drug");
    chromium.press("Enter");
    page.waitForSelector("input[name=q]:focus"); // the answer is in its place, and the search waits for the next
    page.fill("input[name=signa_0]", "3 dd 1 p.c.");
    page.waitForSelector("#words_0:has-text('3 kali sehari 1 tablet, sesudah makan')");
    chromium.press("F6");
    page.waitForSelector("legend:has-text('Racikan')");
    page.fill("input[name=q]", "panadin");
    page.waitForSelector(".drug:has-text('PANADIN')");
    page.focus(".drug");
    chromium.press("Enter");
    page.waitForSelector("input[name=amount_1_0]");
    page.waitForSelector("input[name=q]:focus");
    page.fill("input[name=amount_1_0]", "250");
    page.fill("input[name=favourite]", "demam dewasa");
    page.click("button[value=keep]");
    page.waitForSelector("text=Disimpan sebagai demam dewasa");
    chromium.picture("prescribe");
    chromium.press("F9");
    page.waitForSelector("#signed");
    assertEquals(1, pharmacy("/waiting", "").path("rows").size());
    page.click("button[value='use:demam dewasa']");
    page.waitForSelector("input[name=amount_1_0]");
    assertEquals("250", page.inputValue("input[name=amount_1_0]"));
  }

  @Test
  void aPackGoesOverTheCounterAndIsAskedAboutAgain() {
    prescribe(TABLETS);
    chromium.as("apoteker.rs", "/console/pharmacy");
    var page = chromium.page;
    chromium.press("ArrowDown");
    chromium.press("Enter");
    page.waitForSelector("#script:has-text('Yudi Nurwanto')");
    chromium.scan(panadin(1));
    page.waitForSelector(".tray li");
    chromium.scan("4");
    page.waitForSelector(".tray li:has-text('4 dari 10')");
    chromium.press("F4");
    page.waitForSelector(".tray", new com.microsoft.playwright.Page.WaitForSelectorOptions().setState(
        com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    chromium.scan(panadin(1));
    page.waitForSelector(".rx.full");
    chromium.picture("counter");
    chromium.press("F9");
    page.waitForSelector("#handed");
    var labels = page.getAttribute("#handed a[data-key=F7]", "href");
    var pdf = page.request().get(console.url() + labels);
    assertEquals("application/pdf", pdf.headers().get("content-type"));
    chromium.scan(panadin(1));
    page.waitForSelector("#verdict:has-text('Baru saja dipindai')");
    chromium.scan("90DKL2499900210A1");
    page.waitForSelector("#verdict:has-text('Tidak pernah diterima')");
    prescribe(TABLETS);
    chromium.press("F2");
    page.waitForURL(console.url() + "/console/pharmacy");
    page.waitForSelector("#queue a");
    chromium.press("ArrowDown");
    chromium.press("Enter");
    page.waitForSelector("#script");
    chromium.scan(panadin(1));
    page.waitForSelector("#verdict:has-text('Sudah diserahkan di sini')");
    chromium.picture("verdict");
    chromium.scan(panadin(2));
    page.waitForSelector(".tray li");
    chromium.press("F9");
    page.waitForSelector("#findings");
    chromium.press("F8");
    page.waitForSelector("#handed");
  }

  @Test
  void aCompoundIsWeighedMadeAndHandedOver() {
    prescribe(CAPSULES);
    chromium.as("asisten.rs", "/console/pharmacy");
    var page = chromium.page;
    chromium.press("ArrowDown");
    chromium.press("Enter");
    page.waitForSelector("#script:has-text('2500 mg')");
    prescribe(TABLETS);
    page.dispatchEvent("#queue", "look"); // as every twenty seconds: the queue is new and nothing else
    page.waitForSelector("#queue li:nth-child(2)");
    chromium.scan(panadin(7));
    page.waitForSelector(".tray li:has-text('5 dari 10')");
    chromium.scan("3250/650");
    page.waitForSelector(".note.good p:text-is('5 · Paracetamol 500 mg Tablet (PANADIN)')");
    page.waitForSelector(".tray li:has-text('5 dari 10')");
    chromium.picture("compound");
    chromium.press("F6");
    page.waitForSelector(".tray li:has-text('Racikan')");
    chromium.press("F9");
    page.waitForSelector("#handed");
    assertEquals(1, pharmacy("/waiting", "").path("rows").size());
  }

  @Test
  void packsMayBeScannedFasterThanTheHouseAnswers() {
    var script = prescribe(TABLETS.replace("\"quantity\": 10", "\"quantity\": 90"));
    chromium.as("apoteker.rs", "/console/pharmacy");
    var page = chromium.page;
    chromium.scan("R" + script.path("id").asString());
    for (int i = 21; i < 26; i++) {
      chromium.scanAtOnce(panadin(i));
    }
    page.waitForSelector(".rx:has(.tray li:nth-child(5))");
    assertEquals(5, page.locator(".tray li").count());
    chromium.scanAtOnce(panadin(26));
    chromium.scanAtOnce("4");
    page.waitForSelector(".tray li:has-text('4 dari 10')");
    chromium.scanAtOnce("90DKL2499900210A1");
    chromium.scanAtOnce(panadin(27));
    page.waitForSelector("#verdict:has-text('Tidak pernah diterima')");
    page.waitForSelector("#held:has-text('1')");
    chromium.press("Enter");
    page.waitForSelector(".tray li:nth-child(7)");
    assertEquals(0, page.locator("#verdict").count());
  }

  @Test
  void aRecallIsSeenDownToTheNames() {
    for (int i = 0; i < 3; i++) {
      var script = prescribe(TABLETS);
      pharmacy("/dispenses", "{\"prescription\": \"" + script.path("id").asString() + "\", \"accept\": [\"DUPLICATE\"],"
          + " \"items\": [{\"line\": \"" + script.path("lines").path(0).asString() + "\", \"packs\": [{\"barcode\": \""
          + panadin(10 + i) + "\"}]}]}");
    }
    chromium.as("apoteker.rs", "/console/recall");
    var page = chromium.page;
    page.fill("input[name=value]", "PND2601");
    page.fill("input[name=reason]", "cemaran EG/DEG");
    chromium.press("Enter");
    page.waitForSelector("svg.graph");
    page.selectOption("select[name=purpose]", "recall");
    page.click("button[value=page]");
    page.waitForSelector("#people strong:has-text('Yudi Nurwanto')");
    assertTrue(page.locator("svg.graph").textContent().contains("Yudi Nurwanto"));
    chromium.picture("recall");
    chromium.sit(390, 844);
    chromium.as("apoteker.rs", "/console/pharmacy");
    chromium.page.fill("input[name=scan]", panadin(20));
    chromium.press("Enter");
    chromium.page.waitForSelector("#verdict:has-text('ditarik')");
    chromium.picture("counter-phone");
  }
}
