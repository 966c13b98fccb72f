package id.jejak.app.web.console;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.web.ground.Feed;
import id.jejak.app.web.jte.JterowGenerated;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells live pages of new requests. Looks only while somebody listens, a few times a second; under load the oldest of
 * what came since are left out, since nobody reads faster. Thread-safe.
 */
public final class LiveTraffic implements AutoCloseable {
  private static final int LOOK_MILLIS = 200;
  private static final int MOST_AT_ONCE = 20;

  private final Recorder recorder;
  private final Explainer explainer;
  private final Feed feed;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Nobody listens yet.
   *
   * @param boot names this run of the server
   */
  public LiveTraffic(Recorder recorder, Explainer explainer, String boot) {
    this.recorder = recorder;
    this.explainer = explainer;
    this.feed = new Feed(boot, this::look);
  }

  /** The feed. */
  public Feed feed() {
    return feed;
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("live-traffic").start(this::run);
    }
  }

  private void run() {
    try {
      long told = recorder.newest();
      while (feed.listeners() > 0 && !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        long newest = recorder.newest();
        for (long number = Math.max(told, newest - MOST_AT_ONCE) + 1; number <= newest; number++) {
          recorder.find(number).map(explainer::explain).ifPresent(one -> feed.publish("row", row(one)));
        }
        told = newest;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      looking.set(false);
      if (feed.listeners() > 0 && closed.getCount() > 0) { // one came just now
        look();
      }
    }
  }

  private static String row(Explained one) {
    var out = new StringOutput();
    JterowGenerated.render(new OwaspHtmlTemplateOutput(out), null, one, true);
    return out.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    feed.close();
  }
}
