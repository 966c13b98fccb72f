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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium in front of a house, with one member of staff at a time before it. */
final class Chromium implements AutoCloseable {
  private final TestConsole console;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> problems = new ArrayList<>();
  private BrowserContext context;
  /** The page that is looked at. */
  Page page;

  private Chromium(TestConsole console, Path executable) {
    this.console = console;
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run")));
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

  static Chromium before(TestConsole console) {
    return new Chromium(console, executable());
  }

  /** A fresh visitor with a screen of this size. */
  void sit(int width, int height) {
    context.close();
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setLocale("id-ID"));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && !message.text().matches("(?s).*(htmx:sendAbort|ERR_CONNECTION|422|404).*")) {
        problems.add(message.text());
      }
    });
    page.onPageError(problems::add);
    page.onDialog(dialog -> dialog.accept());
    page.onRequest(request -> {
      if (!request.url().startsWith(console.url()) && !request.url().matches("(data|blob|chrome-extension):.*")) {
        problems.add("another host: " + request.url());
      }
    });
  }

  void go(String path) {
    page.navigate(console.url() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
  }

  /** Logs in as somebody of the demo world, and goes to a page. */
  void as(String username, String path) {
    go("/console/staff/login?back=" + path);
    page.click("form:has(input[value='" + username + "']) button");
    page.waitForURL(console.url() + path);
  }

  /** Types as a scanner does, once the page is there and waits for it. */
  void scan(String text) {
    page.waitForFunction("() => document.readyState === 'complete' && document.activeElement.tagName === 'INPUT'");
    page.keyboard().insertText(text);
    page.keyboard().press("Enter");
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  /** Keeps a picture of what is seen. */
  void picture(String name) {
    var picture = page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    if (Boolean.getBoolean("jejak.pictures")) {
      try {
        Files.write(Files.createDirectories(Path.of("..", "docs", "pictures")).resolve(name + ".png"), picture);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
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
