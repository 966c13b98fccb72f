package id.jejak.app.web.ground;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that was sent with a form.
 *
 * @param name as the sender calls it; shown only escaped, and never used as a path
 */
public record Upload(String name, byte[] bytes) {
  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]{1,200})\"?");
  private static final Pattern FILE = Pattern.compile("(?i)filename=\"([^\"]{0,300})\"");

  /** The first file of a multipart form; empty when none was chosen. */
  static Optional<Upload> of(String contentType, byte[] body) {
    var boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      return Optional.empty();
    }
    // Latin-1 maps bytes to chars one to one, so positions in the text are positions in the bytes.
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var delimiter = "--" + boundary.group(1);
    for (int part = text.indexOf(delimiter); part >= 0; part = text.indexOf(delimiter, part + delimiter.length())) {
      int blank = text.indexOf("\r\n\r\n", part);
      int end = text.indexOf("\r\n" + delimiter, part + delimiter.length());
      if (blank < 0 || end < blank + 4) {
        continue;
      }
      var name = FILE.matcher(text.substring(part, blank));
      if (name.find() && !name.group(1).isEmpty()) {
        return Optional.of(new Upload(new String(name.group(1).getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8), Arrays.copyOfRange(body, blank + 4, end)));
      }
    }
    return Optional.empty();
  }
}
