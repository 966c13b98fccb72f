package id.jejak.app.conformance.read;

import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads exchanges as text. Lenient, where the reader of golden files is strict: of what people wrote by hand, whatever
 * is a request counts. A line {@code # at: 2026-11-22T01:00:00Z} before a request says when it was. For one text.
 */
final class HttpText {
  private static final Pattern REQUEST = Pattern.compile("(?:@setup )?(GET|POST|PUT|PATCH|DELETE) (\\S+)(?: HTTP/\\S+)?");
  private static final Pattern ANSWER = Pattern.compile("--- (\\d{3})(?: opened)?");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9_-]+): ?(.*)");
  private static final Pattern AT = Pattern.compile("# at: (\\S{10,40})");

  private final List<String> lines;
  private final Addresses addresses;
  private final List<Seen> seen = new ArrayList<>();
  private final Set<Long> timed = new HashSet<>();
  private int at;

  private HttpText(List<String> lines, Addresses addresses) {
    this.lines = lines;
    this.addresses = addresses;
  }

  static Recording read(String text, Addresses addresses) {
    return new HttpText(text.lines().toList(), addresses).all();
  }

  private Recording all() {
    Optional<Instant> when = Optional.empty();
    long number = 0;
    while (at < lines.size()) {
      var line = lines.get(at).strip();
      var time = AT.matcher(line);
      var request = REQUEST.matcher(line);
      at++;
      if (time.matches()) {
        when = Entry.time(time.group(1));
      } else if (request.matches()) {
        number++;
        if (number > Recording.MOST) {
          throw new Recording.Unfit("the recording has too many requests: send at most " + Recording.MOST);
        }
        keep(number, when, request.group(1), request.group(2));
        when = Optional.empty();
      }
    }
    return new Recording(seen, timed);
  }

  private void keep(long number, Optional<Instant> when, String method, String url) {
    var headers = headers();
    var body = text();
    int status = 0;
    var answerHeaders = Headers.NONE;
    var answer = "";
    if (at < lines.size() && ANSWER.matcher(lines.get(at).strip()) instanceof java.util.regex.Matcher found
        && found.matches()) {
      status = Integer.parseInt(found.group(1));
      at++;
      answerHeaders = headers();
      answer = text();
    }
    var entry = new Entry(method, url, headers, body.getBytes(StandardCharsets.UTF_8), status, answerHeaders,
        answer.getBytes(StandardCharsets.UTF_8), 0);
    var read = entry.seen(number, when.orElse(Instant.ofEpochSecond(number)), addresses);
    read.ifPresent(seen::add);
    if (read.isPresent() && when.isPresent()) {
      timed.add(number);
    }
  }

  private boolean ends() {
    var line = lines.get(at).strip();
    return line.equals("===") || line.startsWith("###") || ANSWER.matcher(line).matches();
  }

  private Headers headers() {
    var pairs = new ArrayList<String>();
    while (at < lines.size() && !lines.get(at).isBlank() && !ends()) {
      var header = HEADER.matcher(lines.get(at).strip());
      if (header.matches()) {
        pairs.add(header.group(1));
        pairs.add(header.group(2));
      }
      at++;
    }
    return Headers.of(pairs.toArray(String[]::new));
  }

  private String text() {
    int from = at;
    while (at < lines.size() && !ends()) {
      at++;
    }
    return String.join("\n", lines.subList(from, at)).strip();
  }
}
