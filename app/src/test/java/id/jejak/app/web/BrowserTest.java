package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages in a real Chromium, with the keyboard, as people use them. Pictures go to {@code target/pictures}, and with
 * {@code -Djejak.pictures=true} to {@code docs/pictures}, which the README shows.
 */
class BrowserTest {
  private static TestConsole console;
  private static Playwright playwright;
  private static Browser browser;
  private final List<String> problems = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    var chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(chromium.isPresent(),
        "no Chromium here, so no page was looked at in a browser: apt-get install chromium");
    console = TestConsole.start();
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run")));
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(browser).ifPresent(Browser::close);
    Optional.ofNullable(playwright).ifPresent(Playwright::close);
    Optional.ofNullable(console).ifPresent(TestConsole::close);
  }

  @BeforeEach
  void open() {
    console.json("POST", "/sandbox/reset", "");
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("id-ID"));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().matches(
          "(?s).*(htmx:sendAbort|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|422|404|503).*")) {
        problems.add(message.text());
      }
    });
    page.onPageError(problems::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(console.url()) && !request.url().startsWith("data:")) {
        problems.add("another host: " + request.url());
      }
    });
  }

  @AfterEach
  void close() {
    context.close();
    assertEquals(List.of(), problems);
  }

  private void go(String path) {
    page.navigate(console.url() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
  }

  private void picture(String name) {
    var picture = page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    if (Boolean.getBoolean("jejak.pictures")) {
      try {
        Files.write(Files.createDirectories(Path.of("..", "docs", "pictures")).resolve(name + ".png"), picture);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void theFrontPageIsLightAndLive() {
    go("/");
    assertEquals("Empat sistem nasional, di laptop Anda", page.locator("h1").textContent());
    page.waitForSelector("[data-state=on]");
    console.get("/api/v3/dashboard");
    page.waitForSelector("#latest tr");
    picture("home");
    var bytes = page.evaluate("() => performance.getEntriesByType('resource').concat(performance.getEntriesByType("
        + "'navigation')).reduce((sum, one) => sum + one.transferSize, 0)");
    assertTrue(((Number) bytes).longValue() < 150_000, "transferred: " + bytes);
    page.click(".language");
    page.waitForSelector("html[lang=en]");
    assertEquals("Four national systems, on your laptop", page.locator("h1").textContent());
  }

  @Test
  void theInspectorShowsWhatComesAndComesBackAfterARestart() {
    go("/console/traffic");
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
    console.json("POST", "/api/v3/auth/login", "{\"e_mail\": \"a@b.example\", \"password\": \"x\"}");
    console.json("POST", "/antreanrs/antrean/add", "{\"kode_booking\": \"X1\", \"nik\": \"3212345678987654\"}");
    console.get("/kfa/search?q=pct");
    console.get("/api/v3/barcode/pendng");
    go("/console/traffic?refused=1");
    page.waitForSelector("#rows tr:nth-child(3)");
    picture("traffic");
    page.keyboard().press("/");
    page.keyboard().type("e_mail");
    page.keyboard().press("Enter");
    page.waitForSelector("#rows tr:has-text('ttac.auth.login')");
    page.focus("[data-search]");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForSelector("#hints");
    assertTrue(page.locator("#hints").textContent().contains("Anda mengirim `e_mail`, dokumen menulis `email`."));
    picture("request");
    var before = page.url();
    page.keyboard().press("r");
    page.waitForFunction("before => location.href !== before", before);
    assertTrue(page.locator("h1").textContent().contains("Login"));
  }

  @Test
  void anOperationIsTried() {
    go("/console/try/ttac.sarana.mine");
    page.keyboard().press("Enter");
    page.waitForSelector("#answer .tag.good");
    picture("try");
  }

  @Test
  void theSandboxIsWorked() {
    go("/console/sandbox");
    page.fill("input[name=operation]", "ttac.barcode.receive");
    page.click("form[action='/console/sandbox/faults'] button.primary");
    page.waitForSelector("td:has-text('drop_after_commit')");
    page.fill("input[name=name]", "sebelum-badai");
    page.click("button[value=save]");
    page.waitForSelector("td:has-text('sebelum-badai')");
    page.click("button[value=P28D]");
    page.waitForSelector("text=bergeser");
    picture("sandbox");
  }

  @Test
  void packsAreScannedCheckedAndSent() {
    console.json("POST", "/sandbox/ttac/barcodes", """
        {"sarana_id": 284, "nie": "TR202358291", "batch_no": "STRIAL", "exp_date": "2035-12-31", "barcodes": [
         {"barcode": "KARTON-1", "level": "tersier"}, {"barcode": "DUS-1", "level": "sekunder", "parent": "KARTON-1"},
         {"barcode": "OBAT-1", "level": "primer", "parent": "DUS-1"}, {"barcode": "LEPAS-1", "level": "primer"}]}""");
    go("/console/ttac");
    page.click("form:has(input[value^='gudang@']) button");
    page.waitForSelector("text=Menunggu diterima");
    picture("ttac");
    page.keyboard().press("k");
    page.waitForSelector(".scan");
    page.selectOption("select[name=target]", "123");
    page.focus(".scan");
    for (var barcode : List.of("KARTON-1", "SALAH-1")) {
      page.keyboard().type(barcode);
      page.keyboard().press("Enter");
    }
    assertEquals("2", page.locator("#count").textContent());
    page.click("text=Periksa dahulu");
    page.waitForSelector("td:has-text('SALAH-1')");
    picture("ttac-send");
    page.click("button[data-key=y]");
    page.waitForSelector("text=1 barcode selesai.");
    page.keyboard().press("/");
    page.fill("[data-search]", "OBAT-1");
    page.keyboard().press("Enter");
    page.waitForSelector(".steps li:has-text('send')");
    picture("pack");
  }

  @Test
  void aPackHasAMapAndAPhoneReadsIt() {
    var token = id.jejak.kernel.json.Json.read(console.json("POST", "/api/v3/auth/login",
        "{\"email\": \"gudang@pbf-nusantara.example\", \"password\": \"jejak-284\"}").bytes())
        .at("/data/user/token").stringValue();
    console.json("POST", "/api/v3/barcode/send", "{\"token\": \"" + token
        + "\", \"id_sarana_tujuan\": 123, \"barcode\": [\"TSR_SGTDEV001\"]}");
    go("/console/ttac");
    page.click("form:has(input[value^='farmasi@']) button");
    page.waitForSelector("text=Menunggu diterima");
    go("/console/ttac/pack?barcode=SKD_SGTDEV001");
    page.waitForSelector("svg.holders circle");
    picture("pack-map");
    var symbol = page.request().get(console.url() + "/console/ttac/symbol?barcode=SGTDEV001PRM0001").body();
    page.setViewportSize(390, 844);
    go("/console/ttac/phone");
    page.setInputFiles("input[name=picture]", new com.microsoft.playwright.options.FilePayload("foto.png", "image/png",
        symbol));
    page.waitForSelector("text=kode terbaca");
    assertEquals("SGTDEV001PRM0001", page.inputValue("#list"));
    picture("phone-scan");
  }

  @Test
  void trafficIsHeldAgainstTheDocuments() {
    console.json("DELETE", "/sandbox/requests", "");
    console.json("POST", "/api/v3/auth/login", "{\"e_mail\": \"a@b.example\", \"password\": \"x\"}");
    console.json("POST", "/antreanrs/antrean/updatewaktu", "{\"kodebooking\": \"X1\", \"taskid\": 4, \"waktu\": 1616559330}");
    go("/console/conformance");
    page.fill("form:has(input[name=live]) input[name=application]", "SIMRS Contoh 1.0");
    page.keyboard().press("Enter");
    page.waitForSelector("#verdict");
    assertTrue(page.locator("main").textContent().contains("Anda mengirim `e_mail`, dokumen menulis `email`."));
    page.locator("tr:has-text('Keempat header') summary").first().click();
    picture("conformance");
    var pdf = page.waitForDownload(() -> page.click("[data-key=d]"));
    assertEquals("berita-acara.pdf", pdf.suggestedFilename());
    page.focus("main");
    page.keyboard().press("f");
    page.waitForSelector("[data-key=f]:has-text('Semua')");
  }

  @Test
  void theDictionaryAnswersWhileOneTypes() {
    go("/console/kfa");
    page.locator("[data-search]").pressSequentially("parasetmol 500");
    page.waitForSelector("#hits tr:has-text('Paracetamol 500')");
    picture("kfa");
    page.selectOption("select[name=type]", "product");
    page.waitForSelector("#hits a[data-step]");
    page.focus("[data-search]");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForSelector("text=het_price");
    picture("kfa-product");
  }

  @Test
  void aPhoneSeesEverything() {
    page.setViewportSize(390, 844);
    for (var path : List.of("/", "/console/traffic", "/console/sandbox", "/console/conformance", "/console/ttac", "/console/kfa",
        "/console/mapping")) {
      go(path);
      var wide = (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1");
      assertTrue(!wide, path + " is wider than a phone");
    }
    go("/console/ttac");
    picture("phone");
  }
}
