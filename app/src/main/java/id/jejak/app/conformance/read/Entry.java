package id.jejak.app.conformance.read;

import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A request of a recording before it is known what it means.
 *
 * @param url path with query, or the whole address
 * @param status 0 when no answer was recorded
 */
record Entry(String method, String url, Headers headers, byte[] body, int status, Headers answerHeaders, byte[] answer,
    long micros) {
  /** Bytes kept of one body. */
  private static final int BODY_BYTES = 512 * 1024;
  private static final int LONGEST_TIME = 40;

  /** As it would have been seen here; empty when its address is of no system. */
  Optional<Seen> seen(long number, Instant at, Addresses addresses) {
    var target = url.replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("#.*$", "");
    int mark = target.indexOf('?');
    var raw = mark < 0 ? target : target.substring(0, mark);
    var query = mark < 0 ? "" : target.substring(mark + 1);
    var path = decoded(raw.startsWith("/") ? raw : "/" + raw);
    return addresses.of(method, path, headers).map(meant -> new Seen(number, at, meant.system(), meant.operation(),
        meant.base(), new Seen.Asked(method, path, query, headers, "", "", cut(body), body.length),
        new Seen.Answered(status, answerHeaders, cut(answer), answer.length), micros, null));
  }

  /** A time as ISO 8601 writes it; empty when it is none of this age, since nothing could be added to it. */
  static Optional<Instant> time(String text) {
    try {
      var at = text.isEmpty() || text.length() > LONGEST_TIME ? Optional.<OffsetDateTime>empty()
          : Optional.of(OffsetDateTime.parse(text));
      return at.filter(one -> one.getYear() >= 1970 && one.getYear() < 10_000).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) { // whoever recorded it wrote something else
      return Optional.empty();
    }
  }

  private static byte[] cut(byte[] all) {
    return all.length <= BODY_BYTES ? all : java.util.Arrays.copyOf(all, BODY_BYTES);
  }

  /** Decoded, but for slashes and percent signs, as our own server reads a path. */
  private static String decoded(String raw) {
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    var out = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      int value = high * 16 + low;
      if (low >= 0 && value != '/' && value != '%') {
        out.put((byte) value);
        i += 2;
      } else {
        out.put(bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
    } catch (CharacterCodingException e) { // no UTF-8: it stays as it was written
      return raw;
    }
  }
}
