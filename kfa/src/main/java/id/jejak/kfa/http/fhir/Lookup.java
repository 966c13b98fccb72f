package id.jejak.kfa.http.fhir;

import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.Terminology.Property;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.term.Concept;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A concept as {@code $lookup} tells it. */
final class Lookup {
  private final Concept concept;
  private final Set<String> wanted;

  /**
   * A concept to tell.
   *
   * @param wanted properties; empty for all
   */
  Lookup(Concept concept, Set<String> wanted) {
    this.concept = concept;
    this.wanted = wanted;
  }

  void tell(Told out) {
    concept.brands().stream().filter(brand -> asked("designation")).forEach(brand ->
        out.parts("designation", part -> part.code("language", "id").text("value", brand)));
    property(out, Property.LEVEL, List.of(concept.level().text()));
    property(out, Property.STATUS, List.of(status(concept)));
    if (asked(Property.INACTIVE.code())) {
      out.parts("property", part -> part.code("code", Property.INACTIVE.code()).flag("value", !concept.active()));
    }
    property(out, Property.PARENT, concept.parents());
    if (concept.level() == Level.PRODUCT) {
      property(out, Property.TEMPLATE, concept.parents());
    }
    property(out, Property.CHILD, concept.children());
    ingredients(out);
    concept.form().ifPresent(form -> coded(out, Property.FORM, Terminology.FORMS, form));
    concept.route().ifPresent(route -> coded(out, Property.ROUTE, Terminology.ATC, route));
    if (!concept.atc().isEmpty()) {
      coded(out, Property.ATC, Terminology.ATC, new Named(concept.atc().getLast(), ""));
    }
    text(out, Property.NIE, concept.nie().stream().toList());
    text(out, Property.LKPP, concept.lkpp().stream().toList());
    text(out, Property.MANUFACTURER, concept.manufacturer().stream().toList());
    concept.replacedBy().filter(_ -> asked(Property.REPLACED_BY.code())).ifPresent(instead ->
        described(out, Property.REPLACED_BY, instead, _ -> { }));
    concept.updatedAt().filter(_ -> asked(Property.UPDATED.code())).ifPresent(at ->
        out.parts("property", part -> part.code("code", Property.UPDATED.code())
            .dateTime("value", at.truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  /** As FHIR words the state of a code. */
  static String status(Concept concept) {
    return !concept.active() ? "retired" : concept.valid() ? "active" : "draft";
  }

  private boolean asked(String property) {
    return wanted.isEmpty() || wanted.contains(property);
  }

  private void property(Told out, Property property, List<String> codes) {
    if (asked(property.code())) {
      codes.forEach(code -> out.parts("property", part -> part.code("code", property.code()).code("value", code)));
    }
  }

  private void text(Told out, Property property, List<String> texts) {
    if (asked(property.code())) {
      texts.forEach(text -> out.parts("property", part -> part.code("code", property.code()).text("value", text)));
    }
  }

  private void coded(Told out, Property property, String system, Named value) {
    if (asked(property.code())) {
      out.parts("property", part -> part.code("code", property.code())
          .coding("value", system, value.code(), value.name()));
    }
  }

  private static void described(Told out, Property property, Named value, Consumer<Told> more) {
    out.parts("property", part -> {
      part.code("code", property.code());
      if (!value.code().isEmpty()) {
        part.code("value", value.code());
      }
      if (!value.name().isEmpty()) {
        part.text("description", value.name());
      }
      more.accept(part);
    });
  }

  private void ingredients(Told out) {
    if (asked(Property.INGREDIENT.code())) {
      concept.ingredients().forEach(one -> described(out, Property.INGREDIENT,
          new Named(one.code().orElse(""), one.name()), part -> {
            if (!one.strength().isEmpty()) {
              part.parts("subproperty", sub -> sub.code("code", "strength").text("value", one.strength()));
            }
          }));
    }
  }
}
