package id.jejak.verify.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes the answers that came into a golden file, and leaves alone what still matches. */
final class Rewriter {
  private Rewriter() {}

  /** The file's new lines; the old ones when every answer is as written. */
  static List<String> rewritten(Run run) {
    var lines = new ArrayList<>(run.file().lines());
    for (var asked : run.asked().reversed()) { // from the end, so that earlier line numbers stay true
      if (!Difference.tell(asked).isEmpty() && asked.trouble().isEmpty()) {
        var exchange = asked.exchange();
        var range = lines.subList(exchange.answerFrom(), exchange.answerTo());
        range.clear();
        range.addAll(answer(asked));
      }
    }
    return lines;
  }

  private static List<String> answer(Run.Asked asked) {
    var got = asked.got();
    var lines = new ArrayList<String>();
    lines.add("--- " + got.status() + (got.opened() ? " opened" : ""));
    var headers = asked.exchange().expected().map(Exchange.Expected::headers)
        .orElse(List.of(new Exchange.Header("Content-Type", "")));
    for (var header : headers) {
      got.header(header.name()).ifPresent(value -> lines.add(header.name() + ": "
          + (Template.mismatch(header.value(), value) < 0 ? header.value() : value)));
    }
    lines.add("");
    lines.addAll(body(asked).lines().toList());
    return lines;
  }

  /** The body that came, with each placeholder of the old answer kept where it still tells the truth. */
  private static String body(Run.Asked asked) {
    var body = new StringBuilder(asked.got().body());
    if (asked.exchange().expected().isEmpty()) {
      return Template.binary(asked.got().body()) ? "{any:bytes}" : body.toString();
    }
    if (Template.mismatch(asked.wanted().orElseThrow().body(), asked.got().body()) < 0) {
      return asked.exchange().expected().get().body();
    }
    var templates = Leaves.ofTemplate(asked.exchange().expected().get().body());
    var wanted = Leaves.ofTemplate(asked.wanted().orElseThrow().body());
    var changes = new TreeMap<Integer, Runnable>();
    Leaves.of(asked.got().body()).forEach((pointer, leaf) -> {
      var template = templates.get(pointer);
      var filled = wanted.get(pointer);
      if (template != null && filled != null && Variables.in(template.text())
          && Difference.matches(filled.text(), leaf.text())) {
        var kept = leaf.text().startsWith("\"") ? template.text() : Difference.unquoted(template.text());
        int end = leaf.start() + leaf.text().length();
        changes.put(leaf.start(), () -> body.replace(leaf.start(), end, kept));
      }
    });
    changes.descendingMap().values().forEach(Runnable::run);
    return body.toString();
  }
}
