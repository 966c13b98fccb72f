package id.jejak.app.web.console;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The house's own address, once it listens: pages talk to the systems over the wire, as any program does. Thread-safe.
 */
public final class OwnAddress implements Handler, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(70); // longer than the longest planned delay

  private @Nullable HttpTransport wire;
  private @Nullable String base;

  /** Not known yet. */
  public OwnAddress() {}

  /** It listens here: scheme, host and port. Nothing is opened before it is needed. */
  public synchronized void is(String url) {
    base = url;
  }

  /** Scheme, host and port; empty before it listens. */
  public synchronized String url() {
    return base == null ? "" : base;
  }

  @Override
  public Response handle(Request request) {
    return wire().handle(request);
  }

  private synchronized HttpTransport wire() {
    if (base == null) {
      throw new NoAnswer(false, "the house does not listen yet", new IllegalStateException());
    }
    var there = wire;
    if (there == null) {
      there = new HttpTransport(base, PATIENCE);
      wire = there;
    }
    return there;
  }

  @Override
  public synchronized void close() {
    if (wire != null) {
      wire.close();
    }
  }
}
