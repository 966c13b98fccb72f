package id.jejak.kernel.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in paths. A segment may hold any character, a slash too, as long as it is encoded. */
final class Segments {
  private Segments() {}

  /** Whether decoding the whole path would lose where its segments end. */
  static boolean ambiguous(String raw) {
    for (int at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 1)) {
      if (raw.startsWith("2F", at + 1) || raw.startsWith("2f", at + 1) || raw.startsWith("25", at + 1)) {
        return true;
      }
    }
    return false;
  }

  /** A path decoded, but for slashes and percent signs. */
  static String decodedButSlashes(String raw) {
    var kept = raw.replace("%25", "%2525").replace("%2F", "%252F").replace("%2f", "%252F");
    return decoded(kept);
  }

  /** A segment decoded; as it is where its escapes are none, or are no UTF-8. */
  static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    var bytes = segment.getBytes(StandardCharsets.UTF_8);
    int to = 0;
    for (int from = 0; from < bytes.length; from++) {
      int high = from + 2 < bytes.length && bytes[from] == '%' ? Character.digit(bytes[from + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[from + 2], 16);
      if (low >= 0) {
        bytes[to++] = (byte) (high << 4 | low);
        from += 2;
      } else {
        bytes[to++] = bytes[from];
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, to)).toString();
    } catch (CharacterCodingException e) {
      return segment;
    }
  }
}
