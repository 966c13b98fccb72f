package id.jejak.verify.tidy;

import id.jejak.verify.Repository;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What must not be in a file that others get: paths of one machine, secrets. */
final class Leaks {
  /** Written apart, so that this file does not find itself. */
  private static final Pattern MACHINE = Pattern.compile("(?<![\\w.])/(?:ro" + "ot|wo"
      + "rk|home/\\w+|Users/\\w+)/");
  private static final Pattern KEY = Pattern.compile("-----BEGIN (?:\\w+ )*PRIVATE"
      + " KEY-----|\\bAKIA[0-9A-Z]{16}\\b"
      + "|\\bgh[pousr]_[A-Za-z0-9]{36}\\b|\\bglpat-[\\w-]{20}");
  private static final Pattern SETTING = Pattern.compile(
      "(?im)^[ \\t]*[\\w.-]*(?:password|passwd|secret|token|api[_-]?key)[\\w.-]*[ \\t]*[=:][ \\t]*[\"']?(?!\\$\\{)[^\\s\"'<>#]{6,}");
  private static final Pattern SETTINGS_FILE = Pattern.compile(".*\\.(?:properties|ya?ml|conf|cfg|ini|toml|env)");

  private Leaks() {}

  /** What one text gives away. */
  static List<String> in(String file, String text) {
    var found = new ArrayList<String>();
    report(MACHINE, file, text, "a path of one machine: say it relative to the checkout", found);
    report(KEY, file, text, "a secret: take it out, and make a new one", found);
    if (SETTINGS_FILE.matcher(file).matches()) {
      report(SETTING, file, text, "a secret among settings: secrets come from the environment", found);
    }
    return found;
  }

  /** What the checkout's files give away; files that are not text are passed over. */
  static List<String> in(Repository repository) {
    var found = new ArrayList<String>();
    for (var file : repository.files("")) {
      found.addAll(in(repository.name(file), textOrNothing(file)));
    }
    return found;
  }

  private static String textOrNothing(Path file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      return "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file.toString(), e);
    }
  }

  private static void report(Pattern pattern, String file, String text, String why, List<String> found) {
    pattern.matcher(text).results().forEach(hit -> found.add(file + ":" + JavaText.line(text, hit.start())
        + ": "
        + hit.group().strip() + ": " + why));
  }
}
