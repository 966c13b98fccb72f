package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import java.util.List;
import java.util.Locale;

/** The reference page of one operation as Markdown, for reading in the repository. */
final class ReferenceMarkdown {
  /** First line of every file made here; a file that has it and no operation any more is removed. */
  static final String MADE = "<!-- Made from the operation's data; do not edit. -->";

  private final SystemDocs system;
  private final Operation operation;
  private final StringBuilder out = new StringBuilder();

  ReferenceMarkdown(SystemDocs system, Operation operation) {
    this.system = system;
    this.operation = operation;
  }

  /** The whole page. */
  String page() {
    line(MADE).line("# " + text(operation.title())).line("").line(text(operation.purpose())).line("");
    system.bases(operation).forEach(base -> line("- " + code(operation.method() + " " + base + operation.path())));
    line("- State: " + State.of(operation).label());
    line("- Origin: " + (operation.ours() ? "ours. " : "") + text(operation.origin()));
    parameters();
    heading("Request");
    new RequestExamples(system, operation).shown().forEach(shown -> listing(shown.name(), shown.text()));
    answers();
    heading("Not implemented");
    sentences(operation.gaps(), "Nothing is missing.");
    heading("Inferred");
    sentences(operation.inferred(), "The document leaves nothing open here.");
    if (!system.examplesOf(operation).isEmpty()) {
      heading("Exchanges");
      system.examplesOf(operation).forEach(example -> listing(example.name(), example.text()));
    }
    return out.toString().strip() + "\n";
  }

  private void parameters() {
    heading("Parameters");
    if (operation.params().isEmpty()) {
      line("None.");
      return;
    }
    line("| name | required | type | description | example |").line("|---|---|---|---|---|");
    for (var param : operation.params()) {
      row(code(param.name()), param.need().name().toLowerCase(Locale.ROOT), text(param.type()),
          text(param.description()), param.example().isEmpty() ? "" : code(param.example()));
    }
  }

  private void answers() {
    heading("Success");
    for (var outcome : operation.outcomes().stream().filter(Outcome::success).toList()) {
      var when = text(outcome.when()).replaceAll("\\.$", "");
      listing(code(outcome.code()) + ", " + when, shown(outcome));
    }
    heading("Refusals");
    line("In order of precedence: when several apply, the first one is given.").line("");
    line("| order | code | message | when |").line("|---:|---|---|---|");
    int order = 0;
    for (var outcome : operation.outcomes().stream().filter(outcome -> !outcome.success()).toList()) {
      row(String.valueOf(++order), code(outcome.code()), code(outcome.message()), text(outcome.when()));
    }
    if (!system.answers().oneEnvelope()) {
      line("");
      operation.outcomes().stream().filter(outcome -> !outcome.success())
          .forEach(outcome -> listing(code(outcome.code()), shown(outcome)));
    }
  }

  private String shown(Outcome outcome) {
    return AnswerText.of(system.answers(), system.answer(operation, outcome));
  }

  private void sentences(List<String> sentences, String otherwise) {
    if (sentences.isEmpty()) {
      line(otherwise);
    }
    sentences.forEach(sentence -> line("- " + text(sentence)));
  }

  private void listing(String name, String body) {
    line(name + ":").line("").line("```").line(body.stripTrailing()).line("```").line("");
  }

  private void heading(String name) {
    line(out.toString().endsWith("\n\n") ? "## " + name : "\n## " + name).line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private ReferenceMarkdown line(String line) {
    out.append(line).append('\n');
    return this;
  }

  /** Text that Markdown takes for nothing but text, also inside a table. */
  static String text(String plain) {
    return plain.replaceAll("([\\\\`*_<>|\\[\\]#])", "\\\\$1").replace("\n", " ");
  }

  /** Code, also inside a table. */
  static String code(String plain) {
    var fence = plain.contains("`") ? "``" : "`";
    var pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return fence + pad + plain.replace("|", "\\|").replace("\n", " ") + pad + fence;
  }
}
