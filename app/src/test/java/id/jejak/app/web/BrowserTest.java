package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages in a real Chromium, with the keyboard, as people use them. */
class BrowserTest {
  @RegisterExtension
  static final Sight SIGHT = Sight.of("ERR_INCOMPLETE|ERR_EMPTY|404|503");
  private static TestConsole console;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    console = SIGHT.console();
    chromium = SIGHT.chromium();
  }

  @Test
  void theFrontPageIsLightAndLive() {
    var page = chromium.page;
    chromium.go("/");
    assertEquals("Empat sistem nasional, di laptop Anda", page.locator("h1").textContent());
    page.waitForSelector("[data-state=on]");
    console.get("/api/v3/dashboard");
    page.waitForSelector("#latest tr");
    chromium.picture("home");
    var bytes = page.evaluate("() => performance.getEntriesByType('resource').concat(performance.getEntriesByType("
        + "'navigation')).reduce((sum, one) => sum + one.transferSize, 0)");
    assertTrue(((Number) bytes).longValue() < 150_000, "transferred: " + bytes);
    page.click(".language");
    page.waitForSelector("html[lang=en]");
    assertEquals("Four national systems, on your laptop", page.locator("h1").textContent());
  }

  @Test
  void theInspectorShowsWhatComesAndComesBackAfterARestart() {
    var page = chromium.page;
    chromium.go("/console/traffic");
    page.waitForSelector("[data-state=on]");
    console.json("POST", "/api/v3/barcode/receive", "{\"barcodes\": [\"A\"], \"token\": \"x\"}");
    page.waitForSelector("#rows tr:has-text('ttac.barcode.receive')");
    console.restart();
    page.waitForSelector("[data-state=on]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    page.waitForFunction("() => document.getElementById('rows').children.length === 0");
    console.json("GET", "/api/v3/sarana/mine/get", "{\"token\": \"x\"}");
    page.waitForSelector("#rows tr:has-text('ttac.sarana.mine')");
  }

  @Test
  void oneRequestIsExplainedAndReplayedByKeyboard() {
    var page = chromium.page;
    console.json("POST", "/api/v3/auth/login", "{\"e_mail\": \"a@b.example\", \"password\": \"x\"}");
    console.json("POST", "/antreanrs/antrean/add", "{\"kode_booking\": \"X1\", \"nik\": \"3212345678987654\"}");
    console.get("/kfa/search?q=pct");
    console.get("/api/v3/barcode/pendng");
    chromium.go("/console/traffic?refused=1");
    page.waitForSelector("#rows tr:nth-child(3)");
    chromium.picture("traffic");
    chromium.press("/");
    page.keyboard().type("e_mail");
    chromium.press("Enter");
    page.waitForSelector("#rows tr:has-text('ttac.auth.login')");
    page.focus("[data-search]");
    chromium.press("ArrowDown");
    chromium.press("Enter");
    page.waitForSelector("#hints");
    assertTrue(page.locator("#hints").textContent().contains("Anda mengirim `e_mail`, dokumen menulis `email`."));
    chromium.picture("request");
    var before = page.url();
    chromium.press("r");
    page.waitForFunction("before => location.href !== before", before);
    assertTrue(page.locator("h1").textContent().contains("Login"));
  }

  @Test
  void anOperationIsTried() {
    var page = chromium.page;
    chromium.go("/console/try/ttac.sarana.mine");
    chromium.press("Enter");
    page.waitForSelector("#answer .tag.good");
    chromium.picture("try");
  }

  @Test
  void theSandboxIsWorked() {
    var page = chromium.page;
    chromium.go("/console/sandbox");
    page.fill("input[name=operation]", "ttac.barcode.receive");
    page.click("form[action='/console/sandbox/faults'] button.primary");
    page.waitForSelector("td:has-text('drop_after_commit')");
    page.fill("input[name=name]", "sebelum-badai");
    page.click("button[value=save]");
    page.waitForSelector("td:has-text('sebelum-badai')");
    page.click("button[value=P28D]");
    page.waitForSelector("text=bergeser");
    chromium.picture("sandbox");
  }

  @Test
  void packsAreScannedCheckedAndSent() {
    var page = chromium.page;
    console.json("POST", "/sandbox/ttac/barcodes", """
        {"sarana_id": 284, "nie": "TR202358291", "batch_no": "STRIAL", "exp_date": "2035-12-31", "barcodes": [
         {"barcode": "KARTON-1", "level": "tersier"}, {"barcode": "DUS-1", "level": "sekunder", "parent": "KARTON-1"},
         {"barcode": "OBAT-1", "level": "primer", "parent": "DUS-1"}, {"barcode": "LEPAS-1", "level": "primer"}]}""");
    chromium.go("/console/ttac");
    page.click("form:has(input[value^='gudang@']) button");
    page.waitForSelector("text=Menunggu diterima");
    chromium.picture("ttac");
    chromium.press("k");
    page.waitForSelector(".scan");
    page.selectOption("select[name=target]", "123");
    page.focus(".scan");
    for (var barcode : List.of("KARTON-1", "SALAH-1")) {
      page.keyboard().type(barcode);
      chromium.press("Enter");
    }
    assertEquals("2", page.locator("#count").textContent());
    page.click("text=Periksa dahulu");
    page.waitForSelector("td:has-text('SALAH-1')");
    chromium.picture("ttac-send");
    page.click("button[data-key=y]");
    page.waitForSelector("text=1 barcode selesai.");
    chromium.press("/");
    page.fill("[data-search]", "OBAT-1");
    chromium.press("Enter");
    page.waitForSelector(".steps li:has-text('send')");
    chromium.picture("pack");
  }

  @Test
  void aPackHasAMapAndAPhoneReadsIt() {
    var page = chromium.page;
    var token = id.jejak.kernel.json.Json.read(console.json("POST", "/api/v3/auth/login",
        "{\"email\": \"gudang@pbf-nusantara.example\", \"password\": \"jejak-284\"}").bytes())
        .at("/data/user/token").stringValue();
    console.json("POST", "/api/v3/barcode/send", "{\"token\": \"" + token
        + "\", \"id_sarana_tujuan\": 123, \"barcode\": [\"TSR_SGTDEV001\"]}");
    chromium.go("/console/ttac");
    page.click("form:has(input[value^='farmasi@']) button");
    page.waitForSelector("text=Menunggu diterima");
    chromium.go("/console/ttac/pack?barcode=SKD_SGTDEV001");
    page.waitForSelector("svg.holders circle");
    chromium.picture("pack-map");
    var symbol = page.request().get(console.url() + "/console/ttac/symbol?barcode=SGTDEV001PRM0001").body();
    page.setViewportSize(390, 844);
    chromium.go("/console/ttac/phone");
    page.setInputFiles("input[name=picture]", new com.microsoft.playwright.options.FilePayload("foto.png", "image/png",
        symbol));
    page.waitForSelector("text=kode terbaca");
    assertEquals("SGTDEV001PRM0001", page.inputValue("#list"));
    chromium.picture("phone-scan");
  }

  @Test
  void trafficIsHeldAgainstTheDocuments() {
    var page = chromium.page;
    console.json("DELETE", "/sandbox/requests", "");
    console.json("POST", "/api/v3/auth/login", "{\"e_mail\": \"a@b.example\", \"password\": \"x\"}");
    console.json("POST", "/antreanrs/antrean/updatewaktu", "{\"kodebooking\": \"X1\", \"taskid\": 4, \"waktu\": 1616559330}");
    chromium.go("/console/conformance");
    page.fill("form:has(input[name=live]) input[name=application]", "SIMRS Contoh 1.0");
    chromium.press("Enter");
    page.waitForSelector("#verdict");
    assertTrue(page.locator("main").textContent().contains("Anda mengirim `e_mail`, dokumen menulis `email`."));
    page.locator("tr:has-text('Keempat header') summary").first().click();
    chromium.picture("conformance");
    var pdf = page.waitForDownload(() -> page.click("[data-key=d]"));
    assertEquals("berita-acara.pdf", pdf.suggestedFilename());
    page.focus("main");
    chromium.press("f");
    page.waitForSelector("[data-key=f]:has-text('Semua')");
  }

  @Test
  void theDictionaryAnswersWhileOneTypes() {
    var page = chromium.page;
    chromium.go("/console/kfa");
    page.locator("[data-search]").pressSequentially("parasetmol 500");
    page.waitForSelector("#hits tr:has-text('Paracetamol 500')");
    chromium.picture("kfa");
    page.selectOption("select[name=type]", "product");
    page.waitForSelector("#hits:not(:has(.tag:text-is('templat'))) a[data-step]");
    page.focus("[data-search]");
    chromium.press("ArrowDown");
    var stands = page.locator("#hits a:focus").getAttribute("href");
    page.evaluate("htmx.ajax('GET', '/console/kfa?q=parasetmol+500&type=product', '#hits').then(() => { document.body.dataset.anew = 1; })");
    page.waitForSelector("body[data-anew]");
    assertEquals(stands, page.locator("#hits a:focus").getAttribute("href"), "rows came anew under whoever walks");
    chromium.press("Enter");
    page.waitForSelector("text=het_price");
    chromium.picture("kfa-product");
  }

  @Test
  void aPhoneSeesEverything() {
    var page = chromium.page;
    page.setViewportSize(390, 844);
    for (var path : List.of("/", "/console/traffic", "/console/sandbox", "/console/conformance", "/console/ttac", "/console/kfa",
        "/console/mapping")) {
      chromium.go(path);
      chromium.fits();
    }
    chromium.go("/console/ttac");
    chromium.picture("phone");
  }
}
