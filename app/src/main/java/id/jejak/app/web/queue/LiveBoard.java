package id.jejak.app.web.queue;

import id.jejak.app.web.ground.Feed;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the screens of one code of every change: one question a second however many screens hang, and none while none
 * does. Thread-safe.
 */
final class LiveBoard implements AutoCloseable {
  private static final int LOOK_MILLIS = 1_000;

  private final Supplier<Optional<Board>> source;
  private final Function<Board, String> written;
  private final Feed feed;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  LiveBoard(String boot, Supplier<Optional<Board>> source, Function<Board, String> written) {
    this.source = source;
    this.written = written;
    this.feed = new Feed(boot, this::look);
  }

  Feed feed() {
    return feed;
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("live-board").start(this::run);
    }
  }

  private void run() {
    @Nullable Board told = null;
    boolean whole = false;
    try {
      do {
        var now = source.get();
        if (now.isPresent() && (told == null || !told.same(now.get()))) {
          told = now.get();
          feed.publish("board", written.apply(told));
        }
      } while (feed.listeners() > 0 && !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      whole = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      looking.set(false);
      if (whole && feed.listeners() > 0 && closed.getCount() > 0) {
        look(); // one came just now
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    feed.close();
  }
}
