package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Asks again what was asked before, over the wire, with the secrets that were in it. A signature of an earlier second
 * is made anew where the key is known. Thread-safe.
 */
public final class Replay {
  /** What the wire sets for itself, and Java's client does not let others set. */
  private static final Set<String> OF_THE_WIRE = Set.of("host", "content-length", "connection", "upgrade", "expect",
      "http2-settings", "transfer-encoding", "x-request-id", "accept-encoding");

  private final Recorder recorder;
  private final Handler wire;
  private final UnaryOperator<Request> signing;
  private final AtomicLong count = new AtomicLong();

  /**
   * Replays over a wire.
   *
   * @param signing gives a request a fresh signature if it had one
   */
  public Replay(Recorder recorder, Handler wire, UnaryOperator<Request> signing) {
    this.recorder = recorder;
    this.wire = wire;
    this.signing = signing;
  }

  /** Whether all of a request was kept, so that it can be asked again. */
  public static boolean whole(Seen seen) {
    return seen.asked().size() == seen.asked().body().length;
  }

  /** The same request once more, as it was seen; empty when it was too long to be kept. */
  public Optional<Seen> again(Seen seen) {
    return whole(seen) ? ask(request(seen)) : Optional.empty();
  }

  /** Any request, as it was seen on its way. */
  public Optional<Seen> ask(Request request) {
    var id = "console-" + count.incrementAndGet() + "-" + recorder.newest();
    var marked = signing.apply(request).plusHeader("X-Request-Id", id);
    try {
      wire.handle(marked);
    } catch (NoAnswer e) {
      return find(id); // cut on purpose, perhaps; what was seen of it says so
    }
    return find(id);
  }

  private Optional<Seen> find(String id) {
    return recorder.all().stream().filter(seen -> seen.asked().id().equals(id)).findFirst();
  }

  private static Request request(Seen seen) {
    List<String> pairs = new ArrayList<>();
    seen.asked().headers().forEach((name, value) -> {
      if (!OF_THE_WIRE.contains(name.toLowerCase(Locale.ROOT))) {
        pairs.add(name);
        pairs.add(value);
      }
    });
    return new Request(seen.asked().method(), encoded(seen.asked().path()), seen.asked().query(),
        Headers.of(pairs.toArray(String[]::new)), Body.of(seen.asked().body()), "", "", java.util.Map.of());
  }

  /** A path was decoded when it came. */
  private static String encoded(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c < 128 && (Character.isLetterOrDigit(c) || "/-._~$@!:,;=&%".indexOf(c) >= 0)) {
        out.append((char) c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", c));
      }
    }
    return out.toString();
  }
}
