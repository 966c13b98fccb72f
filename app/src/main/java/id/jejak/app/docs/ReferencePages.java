package id.jejak.app.docs;

import static id.jejak.app.docs.Html.attr;
import static id.jejak.app.docs.Html.el;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reference for people: an index, a page per system, a page per operation. Plain HTML without scripts or
 * anything from elsewhere, so that it can be read offline and under the strictest content policy.
 */
final class ReferencePages {
  private final List<SystemDocs> systems;
  private final boolean trials;

  /**
   * Pages about systems.
   *
   * @param trials true when each operation can be tried out in the console
   */
  ReferencePages(List<SystemDocs> systems, boolean trials) {
    this.systems = List.copyOf(systems);
    this.trials = trials;
  }

  /** All systems with all operations and their state. */
  String index() {
    var main = new ArrayList<Object>();
    main.add(el("h1", "Reference"));
    main.add(el("p", "Every operation of every document that this server answers, made from the same data"
        + " that the server itself runs on."));
    for (var system : systems) {
      main.add(el("h2", link("/docs/" + system.name(), system.title())));
      main.add(operations(system));
    }
    return page("Reference", List.of(), main);
  }

  /** One system: where it is served, its operations, and files for other tools. */
  String system(SystemDocs system) {
    var root = "/docs/" + system.name() + "/";
    return page(system.title(), List.of(link("/docs", "Reference")), List.of(
        el("h1", system.title()),
        el("p", "Version " + system.version() + " of the document. Served below ",
            codes(system.bases()), "."),
        el("h2", "Operations"),
        operations(system),
        el("h2", "For other tools"),
        el("ul",
            el("li", link(root + "openapi.json", "OpenAPI 3.1 document")),
            el("li", link(root + "postman_collection.json", "Postman collection")),
            el("li", link(root + "postman_environment.json", "Postman environment")))));
  }

  /** One operation, whole. */
  String operation(SystemDocs system, Operation operation) {
    var main = new ArrayList<Object>();
    main.add(el("h1", operation.title()));
    main.add(el("p", attr("class", "lead"), operation.purpose()));
    main.add(el("ul", attr("class", "paths"), system.bases(operation).stream()
        .map(base -> el("li", el("code", operation.method() + " " + base + operation.path()))).toList()));
    main.add(el("dl",
        el("dt", "Operation"), el("dd", el("code", operation.id())),
        el("dt", "State"), el("dd", badge(operation)),
        el("dt", "Origin"), el("dd", operation.ours() ? "Ours. " + operation.origin() : operation.origin())));
    if (trials) {
      main.add(el("p", link("/console/try/" + operation.id(), "Try it")));
    }
    main.add(el("h2", "Parameters"));
    main.add(parameters(operation));
    main.add(el("h2", "Request"));
    for (var shown : new RequestExamples(system, operation).shown()) {
      main.add(listing(shown.name(), shown.text()));
    }
    answers(system, operation, main);
    main.add(el("h2", "Not implemented"));
    main.add(sentences(operation.gaps(), "Nothing is missing."));
    main.add(el("h2", "Inferred"));
    main.add(sentences(operation.inferred(), "The document leaves nothing open here."));
    var examples = system.examplesOf(operation);
    if (!examples.isEmpty()) {
      main.add(el("h2", "Exchanges"));
      examples.forEach(example -> main.add(listing(example.name(), example.text())));
    }
    return page(operation.title(), List.of(link("/docs", "Reference"),
        link("/docs/" + system.name(), system.title())), main);
  }

  /** What is said where there is no page. */
  String missing() {
    return page("Not found", List.of(link("/docs", "Reference")),
        List.of(el("h1", "Not found"), el("p", "There is no such system or operation.")));
  }

  private static void answers(SystemDocs system, Operation operation, List<Object> main) {
    main.add(el("h2", "Success"));
    for (var outcome : operation.outcomes().stream().filter(Outcome::success).toList()) {
      main.add(el("p", el("code", outcome.code()), " " + outcome.when()));
      main.add(listing("Answer " + outcome.code(), shown(system, operation, outcome)));
    }
    main.add(el("h2", "Refusals"));
    main.add(el("p", "In order of precedence: when several apply, the first one is given."));
    var rows = new ArrayList<Html>();
    operation.outcomes().stream().filter(outcome -> !outcome.success()).forEach(outcome -> rows.add(el("tr",
        el("td", String.valueOf(rows.size() + 1)), el("td", el("code", outcome.code())),
        el("td", el("code", outcome.message())), el("td", outcome.when()))));
    main.add(rows.isEmpty() ? el("p", "None.")
        : table("Refusals of " + operation.title(), List.of("Order", "Code", "Message", "When"), rows));
    if (!system.answers().oneEnvelope()) {
      operation.outcomes().stream().filter(outcome -> !outcome.success()).forEach(outcome ->
          main.add(listing("Answer " + outcome.code(), shown(system, operation, outcome))));
    }
  }

  private static String shown(SystemDocs system, Operation operation, Outcome outcome) {
    return AnswerText.of(system.answers(), system.answer(operation, outcome));
  }

  private static Html parameters(Operation operation) {
    if (operation.params().isEmpty()) {
      return el("p", "None.");
    }
    return table("Parameters of " + operation.title(),
        List.of("Name", "Required", "Type", "Description", "Example"),
        operation.params().stream().map(param -> el("tr",
            el("td", el("code", param.name())),
            el("td", param.need().name().toLowerCase(Locale.ROOT)),
            el("td", param.type()),
            el("td", param.description()),
            el("td", param.example().isEmpty() ? "" : el("code", param.example())))).toList());
  }

  private static Html operations(SystemDocs system) {
    return table("Operations of " + system.title(), List.of("Operation", "Request", "State"),
        system.operations().stream().map(operation -> el("tr",
            el("td", link("/docs/" + system.name() + "/" + operation.id(), operation.title())),
            el("td", el("code", system.request(operation))),
            el("td", badge(operation)))).toList());
  }

  private static Html table(String caption, List<String> heads, List<Html> rows) {
    return el("div", attr("class", "wide"), attr("tabindex", "0"), attr("role", "region"),
        attr("aria-label", caption), el("table",
            el("caption", caption),
            el("thead", el("tr", heads.stream().map(head -> el("th", attr("scope", "col"), head)).toList())),
            el("tbody", rows)));
  }

  private static Html listing(String name, String text) {
    return el("figure", el("figcaption", name),
        el("pre", attr("tabindex", "0"), attr("aria-label", name), el("code", text)));
  }

  private static Html sentences(List<String> sentences, String otherwise) {
    return sentences.isEmpty() ? el("p", otherwise)
        : el("ul", sentences.stream().map(sentence -> el("li", sentence)).toList());
  }

  private static Html badge(Operation operation) {
    var state = State.of(operation);
    var kind = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return el("span", attr("class", "state " + kind), state.label());
  }

  private static List<Object> codes(List<String> texts) {
    var codes = new ArrayList<Object>();
    texts.forEach(text -> {
      if (!codes.isEmpty()) {
        codes.add(" and ");
      }
      codes.add(el("code", text));
    });
    return codes;
  }

  private static Html link(String to, String text) {
    return el("a", attr("href", to), text);
  }

  private static String page(String title, List<Html> crumbs, List<Object> main) {
    return "<!DOCTYPE html>\n" + el("html", attr("lang", "en"),
        el("head",
            el("meta", attr("charset", "utf-8")),
            el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
            el("title", title + " · Jejak"),
            el("link", attr("rel", "stylesheet"), attr("href", "/docs/style.css"))),
        el("body",
            el("a", attr("class", "skip"), attr("href", "#main"), "Skip to content"),
            el("nav", attr("aria-label", "Breadcrumb"),
                el("ol", crumbs.stream().map(crumb -> el("li", crumb)).toList(),
                    el("li", attr("aria-current", "page"), title))),
            el("main", attr("id", "main"), main))).markup() + "\n";
  }
}
