package id.jejak.kernel.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a request carries: read whole within a limit, or as a stream, once. */
public interface Body {
  /** Nothing. */
  Body EMPTY = of(new byte[0]);

  /** The body as a stream, for uploads that must not be held in memory. */
  InputStream stream();

  /**
   * The whole body.
   *
   * @param limit bytes; one more is refused
   * @throws BodyTooLarge when there is more
   * @throws BodyBroken when it ends too early or is not framed as it says
   */
  default byte[] bytes(long limit) {
    byte[] bytes;
    try (var in = stream()) {
      bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    } catch (IOException | RuntimeException e) { // whose words may quote the body, so they end here
      throw new BodyBroken();
    }
    if (bytes.length > limit) {
      throw new BodyTooLarge(limit);
    }
    return bytes;
  }

  /** A body from bytes; may be read any number of times. */
  static Body of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** A body from text, as UTF-8. */
  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A body that could not be read to its end. The other side's fault: answered, then the connection is closed. */
  final class BodyBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    BodyBroken() {
      super("the request's body ended too early, or is not framed as it says", null, false, false);
    }
  }

  /** A body above its limit; the edge answers 413 in the system's own words. */
  final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long limit;

    /** Says the limit in bytes. */
    public BodyTooLarge(long limit) {
      super("request body is larger than " + limit + " bytes");
      this.limit = limit;
    }

    /** The limit, bytes. */
    public long limit() {
      return limit;
    }
  }
}
