package id.jejak.kernel.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One HTTP answer. Immutable.
 *
 * @param status HTTP status, 100 to 599
 */
public record Response(int status, Headers headers, Content content) {
  private static final Headers JSON = Headers.of("Content-Type", "application/json");

  /** What the answer carries. */
  public sealed interface Content {
    /** All of it, at hand. */
    record Bytes(byte[] bytes) implements Content {}

    /** Written as it goes, until the writer returns. */
    record Stream(Writer writer) implements Content {}

    /** Writes an answer piece by piece. */
    @FunctionalInterface
    interface Writer {
      /** Writes to the wire; an exception cuts the connection, so the reader sees that it is not whole. */
      void writeTo(OutputStream out) throws IOException;
    }
  }

  /** A JSON answer from bytes already written. */
  public static Response json(int status, byte[] json) {
    return new Response(status, JSON, new Content.Bytes(json));
  }

  /** A JSON answer. */
  public static Response json(int status, String json) {
    return json(status, json.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of any type, text as UTF-8. */
  public static Response of(int status, String contentType, String text) {
    return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of any type. */
  public static Response of(int status, String contentType, byte[] bytes) {
    return new Response(status, Headers.of("Content-Type", contentType), new Content.Bytes(bytes));
  }

  /** The same answer with one more header. */
  public Response with(String name, String value) {
    return new Response(status, headers.plus(name, value), content);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The whole content; only for answers that are at hand. */
  public byte[] bytes() {
    return switch (content) {
      case Content.Bytes(var bytes) -> bytes;
      case Content.Stream _ -> throw new IllegalStateException("a streamed answer has no bytes at hand");
    };
  }

  /** The whole content as UTF-8 text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
