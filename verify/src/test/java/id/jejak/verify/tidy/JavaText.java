package id.jejak.verify.tidy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Java source with parts of it blanked out; lines and columns stay where they are. */
final class JavaText {
  private static final Pattern PARTS = Pattern.compile(
      "(?<comment>//[^\\n]*|/\\*.*?\\*/)|(?<text>\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')",
      Pattern.DOTALL);

  private JavaText() {}

  /** Only what is executed: no comments, no insides of strings. */
  static String code(String source) {
    return PARTS.matcher(source).replaceAll(part ->
        part.start("text") >= 0 ? "\"" + blanked(part).substring(2) + "\"" : blanked(part));
  }

  /** Everything but comments. */
  static String withoutComments(String source) {
    return PARTS.matcher(source).replaceAll(part ->
        java.util.regex.Matcher.quoteReplacement(part.start("comment") >= 0 ? blanked(part) : part.group()));
  }

  /** Only what is inside strings. */
  static String strings(String source) {
    var text = new StringBuilder(source.replaceAll("[^\\n]", " "));
    PARTS.matcher(source).results().filter(part -> part.start("text") >= 0)
        .forEach(part -> text.replace(part.start(), part.end(), part.group()));
    return text.toString();
  }

  private static String blanked(MatchResult part) {
    return part.group().replaceAll("[^\\n]", " ");
  }

  /** The number of the line that holds a character, from 1. */
  static int line(String source, int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
