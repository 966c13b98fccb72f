package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.store.NoticeStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The notice stream: server-sent events that say at once what clients of the real server must poll for. Notices are
 * kept, and a reader that comes again says which one it saw last, so none is missed. Thread-safe.
 */
final class Notices {
  private static final String EVENTS = "text/event-stream";
  private static final int AT_ONCE = 100;
  /** Another node's notices make no noise here, so the table is looked at this often even in silence. */
  private static final long LOOK_MILLIS = 1_000;

  private final Db db;
  private final NoticeStore store;
  private final Semaphore places = new Semaphore(Limits.STREAMS);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  Notices(Db db, NoticeStore store) {
    this.db = db;
    this.store = store;
  }

  /** Wakes every reader. */
  void wake() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Response stream(Caller caller, Request request) {
    var query = Form.urlencoded(request.query());
    var last = request.header("Last-Event-ID").or(() -> query.getOrDefault("after", List.of()).stream().findFirst())
        .filter(id -> id.matches("[0-9]{1,18}")).map(Long::parseLong);
    long from = last.orElseGet(() -> db.read(handle -> store.last(handle, caller.organization())));
    if (query.getOrDefault("once", List.of()).contains("true")) {
      return Response.of(200, EVENTS, text(db.read(handle ->
          store.after(handle, caller.organization(), from, AT_ONCE))));
    }
    if (!places.tryAcquire()) {
      throw new Stop(Outcome.backend(503, "throttled", "too_many_streams", "at most " + Limits.STREAMS
          + " notice streams are open at once"));
    }
    return new Response(200, Headers.of("Content-Type", EVENTS, "Cache-Control", "no-store"),
        new Response.Content.Stream(out -> {
          try {
            write(out, caller.organization(), from);
          } finally {
            places.release();
          }
        }));
  }

  private void write(OutputStream out, String organization, long from) throws IOException {
    out.write("retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    long end = System.nanoTime() + Limits.STREAM.toNanos();
    long last = from;
    while (System.nanoTime() < end) {
      long since = last;
      var notices = db.read(handle -> store.after(handle, organization, since, AT_ONCE));
      out.write(text(notices).getBytes(StandardCharsets.UTF_8));
      out.flush();
      last = notices.isEmpty() ? last : notices.getLast().id();
      if (notices.isEmpty() && !await()) {
        return;
      }
    }
  }

  private static String text(List<NoticeStore.Notice> notices) {
    var text = new StringBuilder();
    notices.forEach(notice -> text.append("id: ").append(notice.id()).append("\nevent: ").append(notice.kind())
        .append("\ndata: ").append(new String(notice.content(), StandardCharsets.UTF_8)).append("\n\n"));
    return text.toString();
  }

  /** False when whoever runs this wants it to end. */
  private boolean await() {
    lock.lock();
    try {
      news.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
