package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.EresepOperations;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.http.EresepPrescription.Found;
import id.jejak.satusehat.http.EresepPrescription.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The document's answer, field for field and in its order. Where a field comes from is decision 0303. */
final class EresepAnswer {
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Found found;
  private final LocalDate day;

  /** @param day on which it is asked for, in Jakarta */
  EresepAnswer(Found found, LocalDate day) {
    this.found = found;
    this.day = day;
  }

  void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("status", 200);
    out.writeBooleanProperty("error", false);
    out.writeStringProperty("message", EresepOperations.FOUND);
    out.writeName("data");
    out.writeStartObject();
    out.writeStringProperty("sep", sep());
    healthcare(out);
    contacts(out);
    patient(out);
    out.writeName("medicines");
    out.writeStartArray();
    found.items().forEach(item -> medicine(out, item));
    out.writeEndArray();
    out.writeName("meta");
    out.writeStartObject();
    out.writeName("medicine");
    out.writeStartObject();
    out.writeNumberProperty("item_count", found.items().size());
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }

  private String sep() {
    for (var identifier : found.document().path("identifier")) {
      if (text(identifier, "system").startsWith(Systems.CLAIM)) {
        return text(identifier, "value");
      }
    }
    return "";
  }

  private void healthcare(JsonGenerator out) {
    var custodian = found.document().path("custodian");
    var id = id(custodian);
    var name = text(found.other("Organization", id), "name");
    out.writeName("healthcare");
    out.writeStartObject();
    out.writeStringProperty("id", id);
    out.writeStringProperty("name", name.isEmpty() ? text(custodian, "display") : name);
    out.writeEndObject();
  }

  private void contacts(JsonGenerator out) {
    out.writeName("contacts");
    out.writeStartArray();
    contact(out, "DF000002", "practitioner", id(found.document().path("author").path(0)));
    contact(out, "DF000003", "healthcare", id(found.document().path("custodian")));
    out.writeEndArray();
  }

  private void contact(JsonGenerator out, String format, String type, String id) {
    for (var content : found.document().path("content")) {
      if (text(content.path("format"), "code").equals(format)) {
        out.writeStartObject();
        out.writeStringProperty("id", id);
        out.writeStringProperty("type", type);
        out.writeStringProperty("display", text(content.path("attachment"), "title"));
        out.writeStringProperty("contact", text(content.path("attachment"), "url"));
        out.writeEndObject();
      }
    }
  }

  private void patient(JsonGenerator out) {
    var id = id(found.document().path("subject"));
    var patient = found.other("Patient", id);
    var born = text(patient, "birthDate");
    out.writeName("patient");
    out.writeStartObject();
    out.writeStringProperty("id", id);
    out.writeStringProperty("full_name", name(patient));
    out.writeStringProperty("gender", text(patient, "gender"));
    out.writeStringProperty("birth_date", born);
    out.writeName("birth_age");
    out.writeStartObject();
    var age = age(born);
    out.writeNumberProperty("year", age.getYears());
    out.writeNumberProperty("month", age.getMonths());
    out.writeNumberProperty("day", age.getDays());
    out.writeEndObject();
    measured(out, "weight", Systems.WEIGHT);
    measured(out, "height", Systems.HEIGHT);
    out.writeEndObject();
  }

  private String name(JsonNode patient) {
    var name = text(patient.path("name").path(0), "text");
    return name.isEmpty() ? text(found.document().path("subject"), "display") : name;
  }

  private Period age(String born) {
    return Moments.of(born).map(range -> Instant.ofEpochMilli(range.from()).atOffset(ZoneOffset.UTC).toLocalDate())
        .map(birth -> Period.between(birth, day))
        .filter(age -> !age.isNegative()).orElse(Period.ZERO);
  }

  private void measured(JsonGenerator out, String name, String code) {
    var quantity = found.others().entrySet().stream()
        .filter(other -> other.getKey().type().equals("Observation"))
        .map(java.util.Map.Entry::getValue)
        .filter(one -> has(one.path("code"), code)).findFirst()
        .map(one -> one.path("valueQuantity")).orElse(Documents.NODES.missingNode());
    out.writeName(name);
    out.writeStartObject();
    number(out, "value", quantity.path("value"));
    out.writeStringProperty("unit", unit(quantity));
    out.writeEndObject();
  }

  private static boolean has(JsonNode concept, String code) {
    return concept.path("coding").valueStream().anyMatch(coding -> text(coding, "code").equals(code));
  }

  private void medicine(JsonGenerator out, Item item) {
    var request = item.request();
    var coding = item.medication().path("code").path("coding").path(0);
    var dosage = request.path("dosageInstruction").path(0);
    var repeat = dosage.path("timing").path("repeat");
    var dispense = request.path("dispenseRequest");
    out.writeStartObject();
    out.writeStringProperty("id", item.id());
    out.writeStringProperty("code", text(coding, "code"));
    out.writeStringProperty("name", text(coding, "display").isEmpty() ? "" : "R/ " + text(coding, "display"));
    number(out, "iteration", dispense.path("numberOfRepeatsAllowed"));
    out.writeStringProperty("type", Medicines.kind(item.medication()));
    out.writeStringProperty("route", text(dosage.path("route").path("coding").path(0), "code"));
    number(out, "frequency", repeat.path("frequency"));
    number(out, "period", repeat.path("period"));
    out.writeStringProperty("period_unit", text(repeat, "periodUnit"));
    out.writeStringProperty("package_unit", unit(dispense.path("quantity")));
    number(out, "package_amount", dispense.path("quantity").path("value"));
    number(out, "package_remain", item.remaining().left().map(left -> left.decimal()).orElse(BigDecimal.ZERO));
    number(out, "package_total", item.remaining().total().map(all -> all.decimal()).orElse(BigDecimal.ZERO));
    out.writeStringProperty("info", text(dosage, "patientInstruction"));
    out.writeBooleanProperty("has_redeemed", found.redeemed());
    out.writeStringProperty("validity_start", time(dispense.path("validityPeriod").path("start")));
    out.writeStringProperty("validity_end", time(dispense.path("validityPeriod").path("end")));
    var dose = dosage.path("doseAndRate").path(0).path("doseQuantity");
    number(out, "dosage_value", dose.path("value"));
    out.writeStringProperty("dosage_unit", unit(dose));
    out.writeStringProperty("dosage_code", text(dose, "code"));
    out.writeStringProperty("authored_on", time(request.path("authoredOn")));
    out.writeName("ingredient");
    out.writeStartArray();
    for (var ingredient : item.medication().path("ingredient")) {
      ingredient(out, ingredient);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void ingredient(JsonGenerator out, JsonNode ingredient) {
    var coding = ingredient.path("itemCodeableConcept").path("coding").path(0);
    out.writeStartObject();
    out.writeStringProperty("code", text(coding, "code"));
    out.writeStringProperty("name", text(coding, "display"));
    out.writeName("strength");
    out.writeStartObject();
    strength(out, "numerator", ingredient.path("strength").path("numerator"));
    strength(out, "denominator", ingredient.path("strength").path("denominator"));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void strength(JsonGenerator out, String name, JsonNode quantity) {
    out.writeName(name);
    out.writeStartObject();
    number(out, "value", quantity.path("value"));
    out.writeStringProperty("unit", Medicines.code(quantity));
    out.writeEndObject();
  }

  private static String time(JsonNode node) {
    return Moments.instant(node, false).map(TIME::format).orElse("");
  }

  private static String id(JsonNode reference) {
    return Target.of(text(reference, "reference")).map(Target::id).orElse("");
  }

  private static String unit(JsonNode quantity) {
    var unit = text(quantity, "unit");
    return unit.isEmpty() ? text(quantity, "code") : unit;
  }

  private static void number(JsonGenerator out, String name, JsonNode node) {
    number(out, name, Documents.number(node).orElse(BigDecimal.ZERO));
  }

  private static void number(JsonGenerator out, String name, BigDecimal value) {
    out.writeNumberProperty(name, value);
  }

  private static String text(JsonNode node, String name) {
    return Documents.text(node.path(name));
  }
}
