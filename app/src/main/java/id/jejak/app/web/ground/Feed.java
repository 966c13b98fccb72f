package id.jejak.app.web.ground;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stream of events to any number of live pages (server-sent events). An event is written down once, whoever listens;
 * a listener is a place in the list, not a queue, so a slow one costs nothing and misses at worst what is too old.
 *
 * <p>Whoever comes back names the last event it saw. If that was in another run of the server, or is too long ago, it
 * is told {@code stale}, and loads its page anew. Thread-safe.
 */
public final class Feed implements AutoCloseable {
  /** Listeners at a time; one more is asked to come back later. */
  public static final int MOST_LISTENERS = 1_000;
  /** Events that a listener who was away may still get. */
  public static final int KEPT = 200;
  private static final int BEAT_SECONDS = 15;
  private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
  private static final String STALE_TEXT = "event: stale\ndata: \n\n";
  private static final byte[] STALE = STALE_TEXT.getBytes(StandardCharsets.UTF_8);

  private record Event(long number, byte[] bytes) {}

  private final String boot;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<Event> kept = new ArrayDeque<>();
  private final Runnable onListener;
  private long last;
  private int listeners;
  private boolean closed;

  /**
   * A feed without events.
   *
   * @param boot names this run of the server
   * @param onListener told of each new listener, so that whoever makes events need not when nobody listens
   */
  public Feed(String boot, Runnable onListener) {
    this.boot = boot;
    this.onListener = onListener;
  }

  /** Tells all listeners. A line break inside the data is kept. */
  public void publish(String name, String data) {
    lock.lock();
    try {
      last++;
      var text = new StringBuilder("id: ").append(boot).append('.').append(last).append("\nevent: ").append(name);
      data.lines().forEach(line -> text.append("\ndata: ").append(line));
      kept.addLast(new Event(last, text.append("\n\n").toString().getBytes(StandardCharsets.UTF_8)));
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many listen now. */
  public int listeners() {
    lock.lock();
    try {
      return listeners;
    } finally {
      lock.unlock();
    }
  }

  /** The stream for one listener, which lasts until it goes away or the server stops. */
  public Response stream(Request request) {
    lock.lock();
    try {
      if (closed || listeners >= MOST_LISTENERS) {
        return Response.of(503, "text/plain; charset=utf-8", "too many live pages: try again").with("Retry-After", "5");
      }
    } finally {
      lock.unlock();
    }
    var seen = request.header("Last-Event-ID").orElse("");
    return new Response(200, Headers.of("Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-store",
        "X-Accel-Buffering", "no", "X-Content-Type-Options", "nosniff"),
        new Response.Content.Stream(out -> listen(out, seen)));
  }

  private void listen(OutputStream out, String seen) throws IOException {
    long at = arrive();
    try {
      long from = place(seen, at);
      out.write(("retry: 1500\nevent: hello\ndata: " + boot + "\n\n" + (from < 0 ? STALE_TEXT : ""))
          .getBytes(StandardCharsets.UTF_8));
      out.flush();
      long next = from < 0 ? at : from;
      onListener.run();
      while (true) {
        var events = after(next);
        if (events.isEmpty() && isClosed()) {
          return;
        }
        boolean missed = !events.isEmpty() && events.getFirst().number() > next + 1;
        out.write(events.isEmpty() ? BEAT : missed ? STALE : joined(events));
        out.flush();
        next = events.isEmpty() ? next : events.getLast().number();
      }
    } finally {
      leave();
    }
  }

  private long arrive() {
    lock.lock();
    try {
      listeners++;
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      listeners--;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** The last event that a listener has seen, or -1 when what came after it is not known any more. */
  private long place(String seen, long now) {
    if (seen.isEmpty()) {
      return now;
    }
    int dot = seen.lastIndexOf('.');
    if (dot < 0 || !seen.substring(0, dot).equals(boot) || !seen.substring(dot + 1).matches("\\d{1,15}")) {
      return -1;
    }
    long number = Long.parseLong(seen.substring(dot + 1));
    lock.lock();
    try {
      long oldest = kept.isEmpty() ? last + 1 : kept.getFirst().number();
      return number > last || number < oldest - 1 ? -1 : number;
    } finally {
      lock.unlock();
    }
  }

  /** What came after; waits for it, but comes back empty-handed in time for a sign of life. */
  private List<Event> after(long number) throws InterruptedIOException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(BEAT_SECONDS);
      while (last <= number && !closed && left > 0) {
        left = news.awaitNanos(left);
      }
      var events = new ArrayList<Event>();
      kept.forEach(event -> {
        if (event.number() > number) {
          events.add(event);
        }
      });
      return events;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    } finally {
      lock.unlock();
    }
  }

  private static byte[] joined(List<Event> events) {
    var out = new java.io.ByteArrayOutputStream();
    events.forEach(event -> out.writeBytes(event.bytes()));
    return out.toByteArray();
  }

  /** Ends all streams, so that the server can stop; their pages come back by themselves. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
