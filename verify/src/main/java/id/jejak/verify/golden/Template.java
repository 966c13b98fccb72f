package id.jejak.verify.golden;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text to compare with, where {@code {any:string}} stands for the inside of a JSON string,
 * {@code {any:int}} for a whole number, {@code {any:instant}} for a date with a time and {@code {any:bytes}}
 * for all the rest, whatever it is, but not for nothing. Everything else is compared character by character.
 */
final class Template {
  private static final Pattern ANY = Pattern.compile("\\{any:([a-z]+)}");
  private static final Map<String, Pattern> KINDS = Map.of(
      "string", Pattern.compile("(?:[^\"\\\\]|\\\\.)*+"),
      "int", Pattern.compile("-?\\d+"),
      "bytes", Pattern.compile("(?s).+"),
      "instant", Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)?"));

  private Template() {}

  /** The first placeholder of a kind that does not exist. */
  static Optional<String> unknown(String template) {
    return ANY.matcher(template).results()
        .filter(any -> !KINDS.containsKey(any.group(1))).map(MatchResult::group).findFirst();
  }

  /** Whether it is no text that a file of text could hold: an image, a workbook. */
  static boolean binary(String actual) {
    return actual.chars().anyMatch(c -> c == '\ufffd' || c < ' ' && "\r\n\t".indexOf(c) < 0);
  }

  /** Where in {@code actual} it stops to match, or -1 when all of it matches. */
  static int mismatch(String template, String actual) {
    var any = ANY.matcher(template);
    int read = 0;
    int at = 0;
    while (any.find()) {
      int literal = same(template.substring(read, any.start()), actual, at);
      if (literal >= 0) {
        return literal;
      }
      at += any.start() - read;
      var found = KINDS.get(any.group(1)).matcher(actual).region(at, actual.length());
      if (!found.lookingAt()) {
        return at;
      }
      at = found.end();
      read = any.end();
    }
    int rest = same(template.substring(read), actual, at);
    int end = at + template.length() - read;
    return rest >= 0 ? rest : end < actual.length() ? end : -1;
  }

  private static int same(String literal, String actual, int from) {
    for (int i = 0; i < literal.length(); i++) {
      if (from + i >= actual.length() || actual.charAt(from + i) != literal.charAt(i)) {
        return from + i;
      }
    }
    return -1;
  }
}
