package id.jejak.kernel.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
   */
  default byte[] bytes(long limit) {
    try (var in = stream()) {
      var bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        throw new BodyTooLarge(limit);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("the request's body ended before it was complete", e);
    }
  }

  /** A body from bytes; may be read any number of times. */
  static Body of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** A body from text, as UTF-8. */
  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
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
