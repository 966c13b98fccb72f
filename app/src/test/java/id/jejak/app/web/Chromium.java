package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium in front of a house, with one visitor at a time before it. Pictures go to {@code target/pictures}, and
 * with {@code -Djejak.pictures=true} to {@code docs/pictures}, which the guides show.
 */
final class Chromium implements AutoCloseable {
  /** What is wider than the window and not made to be scrolled. */
  private static final String WIDE = """
      () => document.documentElement.scrollWidth <= window.innerWidth + 1 ? ""
        : "wide: " + [...document.querySelectorAll("body *")].filter(e => !e.closest("nav, .scroll"))
            .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 8)
            .map(e => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right)).join(", ")
      """;

  /** What its camera sees, over and over, once it is there. */
  static final Path FILM = Path.of("target", "packs.y4m");

  private final TestConsole console;
  private final Pattern ours;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> problems = new ArrayList<>();
  private Pattern expected = Pattern.compile("");
  private BrowserContext context;
  /** The page that is looked at. */
  Page page;

  private Chromium(TestConsole console) {
    this.console = console;
    this.ours = Pattern.compile("(?s)" + Pattern.quote(console.url()) + ".*|(data|blob|chrome-extension):.*");
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--use-fake-device-for-media-stream",
            "--use-file-for-fake-video-capture=" + FILM.toAbsolutePath())));
    context = browser.newContext();
    page = context.newPage();
  }

  /** Where there is none, the test is skipped with a notice. */
  static Path executable() {
    var found = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(found.isPresent(),
        "no Chromium here, so no page was looked at in a browser: apt-get install chromium");
    return found.orElseThrow();
  }

  /** A browser before a house. */
  static Chromium before(TestConsole console) {
    return new Chromium(console);
  }

  /**
   * From now on.
   *
   * @param errors of the console that belong to what is tested, as alternatives of a regular expression
   */
  void expect(String errors) {
    expected = Pattern.compile("(?s).*(htmx:sendAbort|ERR_CONNECTION|422|" + errors + ").*");
  }

  /** When a test fails, what the page showed is said with the failure, and there is a picture of it. */
  void testify(ExtensionContext test, Throwable failure) {
    var name = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "failed-" + name + ".png")));
    failure.addSuppressed(new AssertionError(page.url() + " showed:\n" + page.innerText("body") + "\n"
        + String.join("\n", problems)));
    problems.clear(); // the next test has its own
  }

  /** A fresh visitor with a screen of this size. */
  void sit(int width, int height) {
    context.close();
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("id-ID"));
    page = watched(context.newPage());
  }

  /** Another screen, whose visitor nobody knows. Its context is the caller's to close. */
  Page another(int width, int height) {
    return watched(browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)).newPage());
  }

  private Page watched(Page fresh) {
    fresh.setDefaultTimeout(20_000);
    fresh.onConsoleMessage(message -> {
      if (message.type().equals("error") && !expected.matcher(message.text()).matches()) {
        problems.add(message.text() + " at " + message.location());
      }
    });
    fresh.onPageError(problems::add);
    fresh.onDialog(dialog -> dialog.accept());
    fresh.onRequest(request -> {
      if (!ours.matcher(request.url()).matches()) {
        problems.add("another host: " + request.url());
      }
    });
    return fresh;
  }

  void go(String path) {
    go(page, path);
  }

  void go(Page where, String path) {
    where.navigate(console.url() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
  }

  /** Logs in as somebody of the demo world, and goes to a page. */
  void as(String username, String path) {
    go("/console/staff/login?back=" + path);
    page.click("form:has(input[value='" + username + "']) button");
    page.waitForURL(console.url() + path);
  }

  /** Types as a scanner does, once the page is there and waits for it. */
  void scan(String text) {
    // what is scanned before an answer has settled is kept, and after an alarm goes on with Enter only
    page.waitForFunction("() => document.readyState === 'complete' && document.activeElement.tagName === 'INPUT'"
        + " && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    scanAtOnce(text);
  }

  /** Types as a scanner does whose owner looks at the next pack and not at the screen. */
  void scanAtOnce(String text) {
    page.keyboard().insertText(text);
    page.keyboard().press("Enter");
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  /** Keeps a picture of what is seen. */
  void picture(String name) {
    picture(page, name);
  }

  void picture(Page where, String name) {
    var picture = where.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    if (Boolean.getBoolean("jejak.pictures")) {
      try {
        Files.write(Files.createDirectories(Path.of("..", "docs", "pictures")).resolve(name + ".png"), picture);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Nothing on the page is cut off at the right. */
  void fits() {
    assertEquals("", page.evaluate(WIDE), page.url());
  }

  /** Nothing went wrong in the browser, and no other host was asked. */
  void sound() {
    assertEquals(List.of(), problems);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
