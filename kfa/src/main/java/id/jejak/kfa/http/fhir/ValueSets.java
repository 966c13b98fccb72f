package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.Terminology.Level;
import id.jejak.kfa.domain.term.TermFilter;
import id.jejak.kfa.store.Terms;
import id.jejak.kfa.store.Terms.Label;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The value sets: every code, and each level; and what is in them. Thread-safe. */
final class ValueSets {
  private final Terms terms;
  private final TermFilter filter;
  private final InstantSource clock;

  ValueSets(Terms terms, TermFilter filter, InstantSource clock) {
    this.terms = terms;
    this.filter = filter;
    this.clock = clock;
  }

  Response search(Request request) {
    return Asked.answer(request, asked -> Bundles.of(asked.text("url")
        .map(url -> Terminology.level(url).stream().toList()).orElse(Terminology.LEVELS).stream()
        .map(level -> (Consumer<JsonGenerator>) out -> {
          out.writeStringProperty("resourceType", "ValueSet");
          members(out, level);
        }).toList()));
  }

  Response read(Request request) {
    var id = request.var("id");
    return Terminology.LEVELS.stream().filter(level -> level.id().equals(id)).findFirst()
        .map(level -> Told.resource("ValueSet", out -> members(out, level)))
        .orElseGet(() -> Unfit.notFound("there is no ValueSet with this id").response());
  }

  private void members(JsonGenerator out, Level level) {
    head(out, level);
    out.writeObjectPropertyStart("compose");
    out.writeArrayPropertyStart("include");
    out.writeStartObject();
    out.writeStringProperty("system", Terminology.KFA);
    if (!level.digits().isEmpty()) {
      out.writeArrayPropertyStart("filter");
      out.writeStartObject();
      out.writeStringProperty("property", "code");
      out.writeStringProperty("op", "regex");
      out.writeStringProperty("value", level.digits() + "[0-9]{6}");
      out.writeEndObject();
      out.writeEndArray();
    }
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void head(JsonGenerator out, Level level) {
    out.writeStringProperty("id", level.id());
    out.writeStringProperty("url", level.url());
    out.writeStringProperty("version", Long.toString(terms.seq()));
    out.writeStringProperty("name", level.name());
    out.writeStringProperty("title", level.title());
    out.writeStringProperty("status", "active");
  }

  private record Expansion(long total, List<Label> members) {}

  Response expand(Request request) {
    return Asked.answer(request, asked -> {
      if (asked.has("valueSet")) {
        throw Unfit.invalid("a value set of the caller's own is not expanded here: give the url of one of KFA's");
      }
      var url = asked.required("url");
      var level = Terminology.level(url).orElseThrow(() ->
          Unfit.notFound("the value set " + Unfit.shown(url) + " is not known here"));
      int count = asked.number("count", Terminology.EXPANSION_DEFAULT, Terminology.EXPANSION_MOST);
      int offset = asked.number("offset", 0, Integer.MAX_VALUE);
      boolean activeOnly = asked.flag("activeOnly");
      var text = asked.text("filter").map(ValueSets::cut);
      var expansion = expansion(level, text, offset, count, activeOnly);
      return Told.resource("ValueSet", out -> {
        head(out, level);
        out.writeObjectPropertyStart("expansion");
        out.writeStringProperty("identifier", identifier(level.url(), text, offset, count, activeOnly));
        out.writeStringProperty("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        out.writeNumberProperty("total", expansion.total());
        out.writeNumberProperty("offset", offset);
        out.writeArrayPropertyStart("parameter");
        text.ifPresent(words -> parameter(out, "filter", () -> out.writeStringProperty("valueString", words)));
        parameter(out, "count", () -> out.writeNumberProperty("valueInteger", count));
        parameter(out, "offset", () -> out.writeNumberProperty("valueInteger", offset));
        parameter(out, "activeOnly", () -> out.writeBooleanProperty("valueBoolean", activeOnly));
        out.writeEndArray();
        contains(out, expansion.members());
        out.writeEndObject();
      });
    });
  }

  private static String cut(String text) {
    return text.length() > Terminology.FILTER_MOST ? text.substring(0, Terminology.FILTER_MOST) : text;
  }

  /** Without a filter the total counts what is not to be used too: to know would be to read all of it. */
  private Expansion expansion(Level level, Optional<String> text, int offset, int count, boolean activeOnly) {
    var found = text.map(words -> filter.find(words, level.digits(), offset, count));
    var labels = found.map(some -> terms.labelled(some.items()))
        .orElseGet(() -> terms.labels(terms.codes(level.digits(), offset, count)));
    return new Expansion(found.map(TermFilter.Found::total).orElseGet(() -> terms.count(level.digits())),
        labels.stream().filter(label -> label.active() || !activeOnly).toList());
  }

  private static void parameter(JsonGenerator out, String name, Runnable value) {
    out.writeStartObject();
    out.writeStringProperty("name", name);
    value.run();
    out.writeEndObject();
  }

  private static void contains(JsonGenerator out, List<Label> members) {
    if (members.isEmpty()) { // FHIR has no empty arrays
      return;
    }
    out.writeArrayPropertyStart("contains");
    members.forEach(member -> {
      out.writeStartObject();
      out.writeStringProperty("system", Terminology.KFA);
      if (!member.active()) {
        out.writeBooleanProperty("inactive", true);
      }
      out.writeStringProperty("code", member.code());
      out.writeStringProperty("display", member.display());
      out.writeEndObject();
    });
    out.writeEndArray();
  }

  /** The same for the same question to the same dictionary. */
  private String identifier(String url, Optional<String> text, int offset, int count, boolean activeOnly) {
    var all = url + "|" + terms.seq() + "|" + text.orElse("") + "|" + offset + "|" + count + "|" + activeOnly;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }
}
