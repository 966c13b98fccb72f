package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.Terminology.Level;
import id.jejak.kfa.contract.Terminology.Property;
import id.jejak.kfa.domain.term.Concept;
import id.jejak.kfa.domain.term.Subsumption;
import id.jejak.kfa.http.fhir.Asked.Coding;
import id.jejak.kfa.store.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The code system: what it is, what a code stands for, and which stands above which. Thread-safe. */
final class CodeSystems {
  private final Terms terms;

  CodeSystems(Terms terms) {
    this.terms = terms;
  }

  Response search(Request request) {
    return Asked.answer(request, asked -> Bundles.of(
        asked.text("url").map(url -> same(url, Terminology.KFA)).orElse(true)
            ? List.of(this::resource) : List.of()));
  }

  Response read(Request request) {
    return request.var("id").equals(Terminology.ID) ? Told.resource("CodeSystem", this::members)
        : Unfit.notFound("there is no CodeSystem with this id").response();
  }

  private void resource(JsonGenerator out) {
    out.writeStringProperty("resourceType", "CodeSystem");
    members(out);
  }

  private void members(JsonGenerator out) {
    out.writeStringProperty("id", Terminology.ID);
    out.writeStringProperty("url", Terminology.KFA);
    out.writeStringProperty("version", version());
    out.writeStringProperty("name", "KFA");
    out.writeStringProperty("title", "Kamus Farmasi dan Alat Kesehatan");
    out.writeStringProperty("status", "active");
    out.writeBooleanProperty("caseSensitive", true);
    out.writeStringProperty("valueSet", Terminology.ALL);
    out.writeStringProperty("hierarchyMeaning", "is-a");
    out.writeBooleanProperty("compositional", false);
    out.writeBooleanProperty("versionNeeded", false);
    out.writeStringProperty("content", "not-present");
    out.writeNumberProperty("count", terms.count(""));
    out.writeArrayPropertyStart("property");
    Arrays.stream(Property.values()).forEach(property -> {
      out.writeStartObject();
      out.writeStringProperty("code", property.code());
      out.writeStringProperty("description", property.description());
      out.writeStringProperty("type", property.type());
      out.writeEndObject();
    });
    out.writeEndArray();
  }

  private String version() {
    return Long.toString(terms.seq());
  }

  Response lookup(Request request) {
    return Asked.answer(request, asked -> {
      var coding = asked.codeOf("coding", "code");
      var concept = concept(coding);
      return Told.parameters(out -> {
        out.text("name", "KFA").text("version", version()).text("display", concept.display());
        new Lookup(concept, Set.copyOf(asked.texts("property"))).tell(out);
      });
    });
  }

  private Concept concept(Coding coding) {
    known(coding.system());
    return terms.find(coding.code()).orElseThrow(() ->
        Unfit.notFound("code " + Unfit.shown(coding.code()) + " is not in " + Terminology.KFA));
  }

  private static void known(String system) {
    if (!same(system, Terminology.KFA)) {
      throw Unfit.notFound("the code system " + Unfit.shown(system) + " is not known here");
    }
  }

  private static boolean same(String url, String canonical) {
    return url.equals(canonical) || url.startsWith(canonical + "|");
  }

  Response subsumes(Request request) {
    return Asked.answer(request, asked -> {
      var first = concept(asked.codeOf("codingA", "codeA"));
      var second = concept(asked.codeOf("codingB", "codeB"));
      var how = Subsumption.of(first.code(), terms.above(first), second.code(), terms.above(second));
      return Told.parameters(out -> out.code("outcome", switch (how) {
        case EQUIVALENT -> "equivalent";
        case SUBSUMES -> "subsumes";
        case SUBSUMED_BY -> "subsumed-by";
        case NOT_SUBSUMED -> "not-subsumed";
      }));
    });
  }

  Response validate(Request request) {
    return Asked.answer(request, asked -> {
      asked.text("url").ifPresent(CodeSystems::known);
      return validated(asked, Terminology.LEVELS.getFirst());
    });
  }

  Response member(Request request) {
    return Asked.answer(request, asked -> {
      var url = asked.required("url");
      return validated(asked, Terminology.level(url).orElseThrow(() ->
          Unfit.notFound("the value set " + Unfit.shown(url) + " is not known here")));
    });
  }

  /** What is wrong with a coding; empty when nothing is. */
  private record Judged(Optional<Concept> concept, String wrong) {
    boolean right() {
      return concept.isPresent() && wrong.isEmpty();
    }
  }

  /** Of a concept's codings one that is right is enough; else the first one's fault is told. */
  private Response validated(Asked asked, Level level) {
    List<Coding> codings = asked.has("codeableConcept") ? asked.codings("codeableConcept")
        : asked.has("coding") || asked.text("code").isPresent() ? List.of(asked.codeOf("coding", "code")) : List.of();
    if (codings.isEmpty()) {
      throw Unfit.invalid("one of code, coding and codeableConcept must be given");
    }
    var judged = codings.stream().map(coding -> judge(coding, level)).toList();
    var told = judged.stream().filter(Judged::right).findFirst().orElse(judged.getFirst());
    return Told.parameters(out -> {
      out.flag("result", told.right());
      message(told).ifPresent(text -> out.text("message", text));
      told.concept().ifPresent(concept -> out.text("display", concept.display()));
    });
  }

  private static Optional<String> message(Judged judged) {
    if (!judged.wrong().isEmpty()) {
      return Optional.of(judged.wrong());
    }
    return judged.concept().filter(concept -> !concept.active()).map(concept -> "code " + concept.code()
        + " is not to be used any more" + concept.replacedBy().map(instead -> ": use " + instead.code()).orElse(""));
  }

  private Judged judge(Coding coding, Level level) {
    if (!same(coding.system(), Terminology.KFA)) {
      return new Judged(Optional.empty(), "the code system " + Unfit.shown(coding.system()) + " is not known here");
    }
    var concept = terms.find(coding.code());
    if (concept.isEmpty()) {
      return new Judged(concept, "code " + Unfit.shown(coding.code()) + " is not in " + Terminology.KFA);
    }
    if (!coding.code().startsWith(level.digits())) {
      return new Judged(concept, "code " + coding.code() + " is not in " + level.url());
    }
    return new Judged(concept, coding.display().filter(text -> !concept.get().isCalled(text)).map(text ->
        "code " + coding.code() + " is called " + concept.get().display() + ", not " + Unfit.shown(text)).orElse(""));
  }
}
