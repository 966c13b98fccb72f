package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.Terminology.Mapping;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.term.Concept;
import id.jejak.kfa.http.fhir.Asked.Coding;
import id.jejak.kfa.store.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Numbers that others gave, and the dictionary's codes. Thread-safe. */
final class ConceptMaps {
  private final Terms terms;

  ConceptMaps(Terms terms) {
    this.terms = terms;
  }

  Response search(Request request) {
    return Asked.answer(request, asked -> Bundles.of(Arrays.stream(Mapping.values())
        .filter(mapping -> asked.text("url").map(mapping.url()::equals).orElse(true))
        .map(mapping -> (Consumer<JsonGenerator>) out -> {
          out.writeStringProperty("resourceType", "ConceptMap");
          members(out, mapping);
        }).toList()));
  }

  Response read(Request request) {
    var id = request.var("id");
    return Arrays.stream(Mapping.values()).filter(mapping -> mapping.id().equals(id)).findFirst()
        .map(mapping -> Told.resource("ConceptMap", out -> members(out, mapping)))
        .orElseGet(() -> Unfit.notFound("there is no ConceptMap with this id").response());
  }

  private void members(JsonGenerator out, Mapping mapping) {
    out.writeStringProperty("id", mapping.id());
    out.writeStringProperty("url", mapping.url());
    out.writeStringProperty("version", Long.toString(terms.seq()));
    out.writeStringProperty("name", mapping.name());
    out.writeStringProperty("title", mapping.title());
    out.writeStringProperty("status", "active");
    out.writeStringProperty("targetUri", Terminology.ALL);
  }

  Response translate(Request request) {
    return Asked.answer(request, asked -> {
      boolean reverse = asked.flag("reverse");
      var given = asked.has("codeableConcept") ? asked.codings("codeableConcept").stream().findFirst()
          : asked.coding("coding");
      var coding = given.orElseGet(() -> new Coding(asked.text("system").orElse(""), asked.required("code"),
          Optional.empty()));
      var mappings = mappings(asked, coding, reverse);
      var matches = mappings.stream().flatMap(mapping -> reverse ? back(mapping, coding.code())
          : there(mapping, coding.code())).toList();
      return Told.parameters(out -> {
        out.flag("result", !matches.isEmpty());
        if (matches.isEmpty()) {
          out.text("message", "nothing is known under " + Unfit.shown(coding.code()));
        }
        matches.forEach(match -> out.parts("match", part -> part.code("equivalence", match.equivalence())
            .coding("concept", match.system(), match.concept().code(), match.concept().name())
            .uri("source", match.mapping().url())));
      });
    });
  }

  private record Match(Mapping mapping, String equivalence, String system, Named concept) {}

  /** The map that is named, or those of the systems that are. */
  private static List<Mapping> mappings(Asked asked, Coding coding, boolean reverse) {
    var url = asked.text("url");
    if (url.isPresent()) {
      return List.of(Arrays.stream(Mapping.values()).filter(mapping -> mapping.url().equals(url.get())).findFirst()
          .orElseThrow(() -> Unfit.notFound("the concept map " + Unfit.shown(url.get()) + " is not known here")));
    }
    var other = reverse ? asked.text("targetsystem") : Optional.of(coding.system()).filter(one -> !one.isEmpty());
    if (other.isEmpty() && reverse) {
      return List.of(Mapping.values());
    }
    var system = other.orElseThrow(() -> Unfit.invalid("one of url and system must say which map is meant"));
    var found = Arrays.stream(Mapping.values()).filter(mapping -> mapping.system().equals(system)).toList();
    if (found.isEmpty()) {
      throw Unfit.notFound("the concept map of " + Unfit.shown(system) + " is not known here");
    }
    return found;
  }

  private Stream<Match> there(Mapping mapping, String code) {
    var found = switch (mapping) {
      case FROM_NIE -> terms.byNie(code);
      case FROM_LKPP -> terms.byLkpp(code);
    };
    var how = found.size() == 1 ? "equivalent" : "narrower";
    return found.stream().map(one -> new Match(mapping, how, Terminology.KFA, one));
  }

  private Stream<Match> back(Mapping mapping, String code) {
    return terms.find(code).flatMap(concept -> number(mapping, concept)).stream()
        .map(number -> new Match(mapping, "equivalent", mapping.system(), new Named(number, "")));
  }

  private static Optional<String> number(Mapping mapping, Concept concept) {
    return switch (mapping) {
      case FROM_NIE -> concept.nie();
      case FROM_LKPP -> concept.lkpp();
    };
  }
}
