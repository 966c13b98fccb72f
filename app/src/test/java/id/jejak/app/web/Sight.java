package id.jejak.app.web;

import id.jejak.kernel.SecondLane;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A house with its demo world and a browser before it, for tests that look at pages: the same ones for all their classes
 * in one lane. Each class finds the world anew, and each test is a visitor of its own. What a page showed when a test
 * failed is told with the failure; a test in which the browser complained fails.
 */
final class Sight implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {
  private final String expected;
  private final String monday;
  private final boolean anew;
  private final int width;
  private final int height;
  private Optional<Shared> shared = Optional.empty();

  private Sight(String expected, String monday, boolean anew, int width, int height) {
    this.expected = expected;
    this.monday = monday;
    this.anew = anew;
    this.width = width;
    this.height = height;
  }

  /**
   * At a desk.
   *
   * @param expected errors of the browser's console that belong to what is tested, as alternatives of a regular expression
   */
  static Sight of(String expected) {
    return new Sight(expected, "", true, 1366, 768);
  }

  /** On a phone. */
  Sight onPhone() {
    return new Sight(expected, monday, anew, 390, 844);
  }

  /** On a Monday at this time of UTC, before each test, when doctors are here. */
  Sight onMonday(String utc) {
    return new Sight(expected, utc, anew, width, height);
  }

  /** With the world that the test before left. */
  Sight goingOn() {
    return new Sight(expected, monday, false, width, height);
  }

  /** One for all classes of a lane; closed when the last test has run. */
  private static final class Shared implements AutoCloseable {
    private final TestConsole console = TestConsole.start();
    private final Chromium chromium = Chromium.before(console);

    @Override
    public void close() {
      chromium.close();
      console.close();
    }
  }

  TestConsole console() {
    return shared.orElseThrow().console;
  }

  Chromium chromium() {
    return shared.orElseThrow().chromium;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Chromium.executable();
    boolean second = context.getRequiredTestClass().isAnnotationPresent(SecondLane.class);
    shared = Optional.of(context.getRoot().getStore(Namespace.create(Sight.class))
        .computeIfAbsent(second, _ -> new Shared(), Shared.class));
    if (!anew) {
      world();
    }
  }

  /** A new world looks at the clock: it is put right before and after. */
  private void world() {
    console().forgetCookies();
    if (!monday.isEmpty()) {
      console().monday(monday);
    }
    console().json("POST", "/sandbox/reset", "");
    if (!monday.isEmpty()) {
      console().monday(monday);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (anew) {
      world();
    }
    chromium().expect(expected);
    chromium().sit(width, height);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    context.getExecutionException().ifPresent(failure -> chromium().testify(context, failure));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    chromium().sound();
  }
}
