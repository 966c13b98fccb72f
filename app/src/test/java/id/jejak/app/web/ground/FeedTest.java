package id.jejak.app.web.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedTest {
  /** Counts events, and remembers the beginning. */
  private static final class Reader extends OutputStream {
    private final StringBuffer begun = new StringBuffer();
    private final AtomicInteger rows = new AtomicInteger();

    @Override
    public void write(int b) {
      throw new IllegalStateException("whole events only");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      var text = new String(bytes, from, length, StandardCharsets.UTF_8);
      if (begun.length() < 200) {
        begun.append(text);
      }
      rows.addAndGet((int) text.lines().filter("event: row"::equals).count());
    }
  }

  private static Thread listen(Feed feed, Request request, Reader reader) {
    return Thread.startVirtualThread(() -> {
      try {
        ((Response.Content.Stream) feed.stream(request).content()).writer().writeTo(reader);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static void until(java.util.function.BooleanSupplier done) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 20 s");
      Thread.onSpinWait();
    }
  }

  @Test
  void fiveHundredListenersGetEveryEventAndCostLittle() throws InterruptedException {
    var feed = new Feed("run1", () -> { });
    var readers = new ArrayList<Reader>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 500; i++) {
      var reader = new Reader();
      readers.add(reader);
      threads.add(listen(feed, Request.get("/"), reader));
    }
    until(() -> feed.listeners() == 500);
    long before = used();
    for (int i = 0; i < 2_000; i++) {
      feed.publish("row", "<tr><td>" + i + "</td></tr>");
      if (i % 50 == 49) {
        int sent = i + 1;
        until(() -> readers.stream().allMatch(reader -> reader.rows.get() == sent));
      }
    }
    long grown = used() - before;
    feed.close();
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(0, feed.listeners());
    assertTrue(grown < 20_000_000, "grew by " + grown + " bytes for 500 listeners and 2,000 events");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void whoComesBackGetsWhatWasMissed() {
    var feed = new Feed("run1", () -> { });
    for (int i = 0; i < 5; i++) {
      feed.publish("row", "r" + i);
    }
    var reader = new Reader();
    listen(feed, Request.get("/").plusHeader("Last-Event-ID", "run1.3"), reader);
    until(() -> reader.rows.get() == 2);
    feed.close();
  }

  @Test
  void whoWasHereBeforeARestartIsToldToLoadAnew() {
    var feed = new Feed("run2", () -> { });
    feed.publish("row", "r");
    for (var seen : new String[] {"run1.1", "run2.99", "nonsense"}) {
      var reader = new Reader();
      listen(feed, Request.get("/").plusHeader("Last-Event-ID", seen), reader);
      until(() -> reader.begun.toString().contains("event: stale"));
    }
    feed.close();
  }

  @Test
  void aNewListenerTellsWhoMakesEvents() {
    var told = new AtomicLong();
    var feed = new Feed("run1", told::incrementAndGet);
    listen(feed, Request.get("/"), new Reader());
    until(() -> told.get() == 1);
    feed.close();
  }

  @Test
  void aClosedFeedSendsAway() {
    var feed = new Feed("run1", () -> { });
    feed.close();
    assertEquals(503, feed.stream(Request.get("/")).status());
  }
}
