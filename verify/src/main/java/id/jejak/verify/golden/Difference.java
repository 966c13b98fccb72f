package id.jejak.verify.golden;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Tells how an answer differs from what is written, as a person would point it out. */
final class Difference {
  /** Characters shown around the first difference. */
  private static final int WINDOW = 60;
  /** Values listed; one wrong list would otherwise fill the screen. */
  private static final int MOST = 12;

  private Difference() {}

  /** The difference, or nothing. */
  static String tell(Run.Asked asked) {
    var lines = new ArrayList<String>();
    if (asked.wanted().isPresent()) {
      compare(asked.wanted().get(), asked.got(), lines);
    } else if (!asked.exchange().setup()) {
      lines.add("  no answer is written yet; it got " + shortened(asked.got()));
    }
    if (!asked.trouble().isEmpty()) {
      lines.add("  " + asked.trouble());
      lines.add("  it got " + shortened(asked.got()));
    }
    return String.join("\n", lines);
  }

  private static void compare(Exchange.Expected wanted, Run.Got got, List<String> lines) {
    if (wanted.status() != got.status()) {
      lines.add("  status: wanted " + wanted.status() + ", got " + got.status());
    }
    if (wanted.opened() != got.opened()) {
      lines.add("  response: wanted " + (wanted.opened() ? "encrypted" : "plain") + ", got "
          + (got.opened() ? "encrypted" : "plain"));
    }
    for (var header : wanted.headers()) {
      var value = got.header(header.name());
      if (value.isEmpty() || Template.mismatch(header.value(), value.get()) >= 0) {
        lines.add("  " + header.name() + ": wanted " + header.value() + ", got " + value.orElse("none"));
      }
    }
    var body = got.body().replace("\r\n", "\n"); // which of the two ends a line cannot be written in a golden file
    int at = Template.mismatch(wanted.body(), body);
    if (at >= 0 && body.endsWith("\n")) { // nor that the last one ends
      at = Template.mismatch(wanted.body(), body.substring(0, body.length() - 1)) < 0 ? -1 : at;
    }
    if (at >= 0) {
      values(wanted.body(), body, lines);
      lines.add("  body, from character " + at + " on:");
      lines.add("    wanted " + (wanted.body().isEmpty() ? "nothing" : shortened(wanted.body())));
      lines.add("    got    " + window(body, at));
      lines.add("           " + " ".repeat(Math.min(at, WINDOW) + (at > WINDOW ? 1 : 0)) + "^");
    }
  }

  private static void values(String wanted, String got, List<String> lines) {
    var before = Leaves.ofTemplate(wanted);
    var after = Leaves.of(got);
    var pointers = new LinkedHashSet<>(before.keySet());
    pointers.addAll(after.keySet());
    int told = 0;
    for (var pointer : pointers) {
      var was = before.containsKey(pointer) ? before.get(pointer).text() : "nothing";
      var is = after.containsKey(pointer) ? after.get(pointer).text() : "nothing";
      if (!matches(was, is) && ++told <= MOST) {
        lines.add("  " + (pointer.isEmpty() ? "body" : pointer) + ": wanted " + was + ", got " + is);
      }
    }
    if (told > MOST) {
      lines.add("  and " + (told - MOST) + " more");
    }
  }

  /** Whether a value is what the template's value asks for; a bare placeholder was quoted to be readable. */
  static boolean matches(String wanted, String got) {
    return Template.mismatch(wanted, got) < 0
        || wanted.startsWith("\"{any:") && Template.mismatch(unquoted(wanted), got) < 0;
  }

  static String unquoted(String text) {
    return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  private static String window(String text, int at) {
    int from = Math.max(0, at - WINDOW);
    int to = Math.min(text.length(), at + WINDOW);
    return (from > 0 ? "…" : "") + oneLine(text.substring(from, to)) + (to < text.length() ? "…" : "");
  }

  private static String shortened(Run.Got got) {
    return got.status() + " " + shortened(got.body());
  }

  private static String shortened(String text) {
    int to = Math.min(text.length(), 2 * WINDOW);
    return oneLine(text.substring(0, to)) + (to < text.length() ? "…" : "");
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }
}
