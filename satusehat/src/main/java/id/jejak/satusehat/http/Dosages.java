package id.jejak.satusehat.http;

import id.jejak.satusehat.http.print.Dose;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads dosages for paper. Stateless. */
final class Dosages {
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  private Dosages() {}

  static Dose read(JsonNode dosage) {
    var repeat = dosage.path("timing").path("repeat");
    var dose = dosage.path("doseAndRate").path(0).path("doseQuantity");
    return new Dose(Documents.number(dose.path("value")), Medicines.code(dose), rhythm(repeat),
        repeat.path("when").valueStream().map(Documents::text).filter(code -> !code.isEmpty()).toList(),
        whole(repeat, "offset", 0), whole(repeat, "count", 0) == 1, needed(dosage),
        Documents.text(dosage.path("patientInstruction")));
  }

  private static Optional<Dose.Rhythm> rhythm(JsonNode repeat) {
    var unit = Documents.text(repeat.path("periodUnit"));
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    int times = Math.max(1, whole(repeat, "frequency", 1));
    var period = Documents.number(repeat.path("period")).orElse(BigDecimal.ONE);
    return Optional.of(new Dose.Rhythm(times, Math.max(times, whole(repeat, "frequencyMax", times)), period,
        Documents.number(repeat.path("periodMax")).orElse(period), unit));
  }

  private static Optional<String> needed(JsonNode dosage) {
    var concept = dosage.path("asNeededCodeableConcept");
    if (concept.isObject()) {
      var text = Documents.text(concept.path("text"));
      return Optional.of(text.isEmpty() ? Documents.text(concept.path("coding").path(0).path("display")) : text);
    }
    return dosage.path("asNeededBoolean").asBoolean(false) ? Optional.of("") : Optional.empty();
  }

  private static int whole(JsonNode object, String name, int otherwise) {
    return Documents.number(object.path(name)).filter(one -> one.abs().compareTo(MOST) < 0)
        .map(BigDecimal::intValue).orElse(otherwise);
  }
}
