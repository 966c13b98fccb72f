package id.jejak.verify.golden;

import id.jejak.kernel.contract.Grade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the format of golden files. Strict: a comment or line that is almost right is refused with its line
 * number, because a golden file that is half understood proves nothing.
 *
 * <pre>
 * # case: R5
 * # operation: ttac.barcode.receive
 * # source: CERTAIN the document and its section
 * # about: A barcode is received only once.
 * &#64;setup POST /one/step?token={token:123}
 * ===
 * # capture id = $.data.items[0].id
 * # signed as 31002
 * POST /another/step
 * Content-Type: application/json
 *
 * {"barcode": ["A"]}
 * --- 200 opened
 * Content-Type: application/json
 *
 * {"status":true,"id":{any:int}}
 * </pre>
 */
final class GoldenParser {
  private static final Pattern FACT = Pattern.compile("# (case|operation|source|about): (.+)");
  private static final Pattern CAPTURE =
      Pattern.compile("# capture ([a-z][A-Za-z0-9_]*) = \\$((?:\\.\\w+|\\[\\d+])+)");
  private static final Pattern SIGNED = Pattern.compile("# signed as ([A-Za-z0-9]+)");
  private static final Pattern ALMOST = Pattern.compile("#\\s*(\\w+:|capture\\b|signed\\b).*");
  private static final Pattern REQUEST = Pattern.compile("(@setup )?([A-Z]+) (/\\S*)");
  private static final Pattern ANSWER = Pattern.compile("--- (\\d{3})( opened)?");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9_-]+): (.*)");

  /** A file that does not keep the format. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(Path file, int line, String why) {
      super(file.getFileName() + ":" + (line + 1) + ": " + why);
    }
  }

  private final Path path;
  private final List<String> lines;
  private final Map<String, String> facts = new HashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private Optional<String> signer = Optional.empty();
  private int at;

  private GoldenParser(Path path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  static GoldenFile parse(Path path, String text) {
    return new GoldenParser(path, text.lines().toList()).file();
  }

  private GoldenFile file() {
    while (at < lines.size()) {
      exchange();
    }
    for (var fact : List.of("operation", "source", "about")) {
      if (!facts.containsKey(fact)) {
        throw malformed("the file says no \"# " + fact + ": ...\"");
      }
    }
    if (exchanges.stream().allMatch(Exchange::setup)) {
      throw malformed("the file prepares, but asks nothing");
    }
    var source = facts.get("source").split(" ", 2);
    return new GoldenFile(path, cases(), facts.get("operation"), grade(source[0]),
        source.length > 1 ? source[1] : "", facts.get("about"), exchanges, lines);
  }

  private List<String> cases() {
    return Optional.ofNullable(facts.get("case")).map(ids -> List.of(ids.split(", *"))).orElse(List.of());
  }

  private Grade grade(String word) {
    try {
      return Grade.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw malformed("a source begins with a grade of " + List.of(Grade.values()) + ", not with " + word);
    }
  }

  private void exchange() {
    var captures = new ArrayList<Exchange.Capture>();
    signer = Optional.empty();
    while (at < lines.size() && (line().isBlank() || line().startsWith("#"))) {
      comment(captures);
      at++;
    }
    if (at == lines.size()) {
      throw malformed("a request is missing");
    }
    var request = REQUEST.matcher(line());
    if (!request.matches()) {
      throw malformed("neither a comment nor a request line: " + line());
    }
    at++;
    var headers = headers();
    int bodyFrom = at;
    while (at < lines.size() && !isEnd() && !ANSWER.matcher(line()).matches()) {
      at++;
    }
    var body = text(bodyFrom, at);
    int answerFrom = at;
    var expected = at < lines.size() && !isEnd()
        ? Optional.of(expected()) : Optional.<Exchange.Expected>empty();
    exchanges.add(new Exchange(request.group(1) != null, request.group(2), request.group(3), headers, body, signer,
        expected, captures, answerFrom, at));
    at++; // past the line that separates
  }

  private void comment(List<Exchange.Capture> captures) {
    var fact = FACT.matcher(line());
    var capture = CAPTURE.matcher(line());
    var signed = SIGNED.matcher(line());
    if (fact.matches()) {
      if (!exchanges.isEmpty() || facts.put(fact.group(1), fact.group(2).strip()) != null) {
        throw malformed("said twice, or not at the head of the file: " + line());
      }
    } else if (capture.matches()) {
      captures.add(new Exchange.Capture(capture.group(1),
          capture.group(2).replace('.', '/').replaceAll("\\[(\\d+)]", "/$1")));
    } else if (signed.matches() && signer.isEmpty()) {
      signer = Optional.of(signed.group(1));
    } else if (ALMOST.matcher(line()).matches()) {
      throw malformed("not a comment this format knows: " + line());
    }
  }

  private Exchange.Expected expected() {
    var answer = ANSWER.matcher(line());
    if (!answer.matches()) {
      throw malformed("an answer begins with a line such as \"--- 200\": " + line());
    }
    at++;
    var headers = headers();
    int from = at;
    while (at < lines.size() && !isEnd()) {
      at++;
    }
    var body = text(from, at);
    Template.unknown(body).ifPresent(any -> {
      throw malformed("nothing matches " + any);
    });
    return new Exchange.Expected(Integer.parseInt(answer.group(1)), answer.group(2) != null, headers, body);
  }

  /** Header lines up to the blank line, which is passed. */
  private List<Exchange.Header> headers() {
    var headers = new ArrayList<Exchange.Header>();
    while (at < lines.size() && !line().isBlank() && !isEnd() && !ANSWER.matcher(line()).matches()) {
      var header = HEADER.matcher(line());
      if (!header.matches()) {
        throw malformed("not a header: " + line());
      }
      headers.add(new Exchange.Header(header.group(1), header.group(2)));
      at++;
    }
    if (at < lines.size() && line().isBlank()) {
      at++;
    }
    return headers;
  }

  private String text(int from, int to) {
    int end = to;
    while (end > from && lines.get(end - 1).isBlank()) {
      end--;
    }
    return String.join("\n", lines.subList(from, end));
  }

  private boolean isEnd() {
    return line().strip().equals("===");
  }

  private String line() {
    return lines.get(at);
  }

  private Malformed malformed(String why) {
    return new Malformed(path, Math.min(at, lines.size() - 1), why);
  }
}
