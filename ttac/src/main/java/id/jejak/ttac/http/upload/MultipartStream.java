package id.jejak.ttac.http.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A multipart form read as it arrives: small fields first, then one file of any size. Not thread-safe. */
final class MultipartStream {
  private static final int BUFFER = 64 * 1024;
  /** Bytes of one field, and of one part's headers. */
  private static final int SMALL = 64 * 1024;
  private static final int MOST_FIELDS = 100;
  private static final Pattern BOUNDARY = Pattern.compile("(?i)[;\\s]boundary=\"?([^\";\\s]+)");
  private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\n]*?[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILENAME =
      Pattern.compile("(?i)content-disposition:[^\\n]*?[;\\s]filename=\"([^\"]*)\"");

  private final InputStream in;
  private final byte[] delimiter;
  private final int[] fallback;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  MultipartStream(InputStream in, String contentType) {
    // A line end in front: then the first delimiter looks like every other one.
    var lineEnd = new ByteArrayInputStream(new byte[] {'\r', '\n'});
    this.in = new SequenceInputStream(lineEnd, new BufferedInputStream(in, BUFFER));
    var boundary = BOUNDARY.matcher(contentType);
    delimiter = ("\r\n--" + (boundary.find() ? boundary.group(1) : "")).getBytes(StandardCharsets.ISO_8859_1);
    fallback = fallback(delimiter);
  }

  /** Fields in front of the file. */
  Map<String, List<String>> fields() {
    return fields;
  }

  /**
   * Reads up to the content of the first file.
   *
   * @return the file's name as sent; empty when the form has no file
   */
  Optional<String> toFile() throws IOException {
    copyUntilDelimiter(OutputStream.nullOutputStream(), SMALL);
    for (int part = 0; part < MOST_FIELDS && another(); part++) {
      var head = head();
      var file = FILENAME.matcher(head);
      if (file.find()) {
        return Optional.of(utf8(file.group(1)));
      }
      var value = new ByteArrayOutputStream();
      copyUntilDelimiter(value, SMALL);
      var name = NAME.matcher(head);
      if (name.find()) {
        fields.computeIfAbsent(utf8(name.group(1)), _ -> new ArrayList<>(1))
            .add(value.toString(StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** The file's content. */
  void copyTo(OutputStream out) throws IOException {
    copyUntilDelimiter(out, Long.MAX_VALUE);
  }

  /** After a delimiter: a line end means another part, two hyphens the end. */
  private boolean another() throws IOException {
    return in.read() == '\r' && in.read() == '\n';
  }

  private String head() throws IOException {
    var head = new ByteArrayOutputStream();
    for (int last = '\n'; ; ) { // ends with an empty line; there may be no header at all
      int b = read();
      if (head.size() > SMALL) {
        throw new UnreadableFile("a part's headers are too long");
      }
      head.write(b);
      if (b == '\n' && last == '\n') {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
      last = b == '\r' ? last : b;
    }
  }

  /** Copies until the delimiter, wherever the wire cut it. */
  private void copyUntilDelimiter(OutputStream out, long most) throws IOException {
    var buffer = new byte[BUFFER];
    int filled = 0;
    long left = most;
    for (int at = 0; at < delimiter.length; ) {
      int b = read();
      int seen = at; // of the delimiter; what turns out to be none of it is content
      while (at > 0 && delimiter[at] != (byte) b) {
        at = fallback[at - 1];
      }
      boolean matches = delimiter[at] == (byte) b;
      System.arraycopy(delimiter, 0, buffer, filled, seen - at);
      filled += seen - at;
      if (matches) {
        at++;
      } else {
        buffer[filled++] = (byte) b;
      }
      if (filled >= BUFFER - delimiter.length) {
        left = give(out, buffer, filled, left);
        filled = 0;
      }
    }
    give(out, buffer, filled, left);
  }

  private static long give(OutputStream out, byte[] buffer, int filled, long left) throws IOException {
    if (filled > left) {
      throw new UnreadableFile("a form field in front of the file is too long");
    }
    out.write(buffer, 0, filled);
    return left - filled;
  }

  private int read() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new UnreadableFile("the form ends before its last boundary");
    }
    return b;
  }

  private static int[] fallback(byte[] pattern) {
    var table = new int[pattern.length];
    for (int i = 1, k = 0; i < pattern.length; i++) {
      while (k > 0 && pattern[i] != pattern[k]) {
        k = table[k - 1];
      }
      k += pattern[i] == pattern[k] ? 1 : 0;
      table[i] = k;
    }
    return table;
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
