package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.domain.rule.PharmacyTables;
import id.jejak.satusehat.domain.rule.PharmacyTables.Reason;
import id.jejak.satusehat.http.Documents;
import id.jejak.satusehat.http.rules.Report.Words;
import id.jejak.satusehat.http.structure.StructureCheck;

/** What a pharmacy says beside the medicine: substitution, and price. Stateless. */
final class DispenseRules {
  private static final Words TYPE = new Words("PK-19", "tipe substitusi tidak sesuai", "not a type of substitution");
  private static final Words REASON = new Words("PK-20", "alasan substitusi tidak sesuai",
      "not a reason of a substitution");
  private static final Words REASON_TEXT = new Words("PK-20", "teks alasan substitusi wajib diisi",
      "the text of the reason must be filled");
  private static final Words RESPONSIBLE = new Words("PK-21",
      "penanggung jawab substitusi: dokter dan apoteker wajib diisi",
      "responsible for the substitution: the doctor and the pharmacist must both be named");
  private static final Words PRICE = new Words("PK-22", "harga item obat tidak sesuai", "not the form of a price");

  private DispenseRules() {}

  static void check(Spot dispense, Report report) {
    for (var substitution : dispense.all("substitution")) {
      if (substitution.node().path("wasSubstituted").asBoolean(false)) {
        substituted(substitution, report);
      }
    }
    for (var contained : dispense.all("contained")) {
      if (contained.text("resourceType").equals("ChargeItemDefinition")) {
        price(contained, report);
      }
    }
  }

  private static void substituted(Spot substitution, Report report) {
    var types = substitution.all("type.coding");
    if (types.isEmpty()) {
      report.broken(TYPE, substitution.at("type"), String.join(" | ", PharmacyTables.SUBSTITUTIONS), "-");
    }
    for (var type : types) {
      if (!PharmacyTables.SUBSTITUTIONS.contains(type.text("code"))) {
        report.broken(TYPE, type.at("code"), String.join(" | ", PharmacyTables.SUBSTITUTIONS), type.text("code"));
      }
    }
    reasons(substitution, report);
    var responsible = substitution.all("responsibleParty").stream().map(party -> party.text("reference"))
        .filter(reference -> StructureCheck.target(reference).equals("Practitioner")).distinct().count();
    if (responsible < PharmacyTables.RESPONSIBLE) {
      report.broken(RESPONSIBLE, substitution.at("responsibleParty"), PharmacyTables.RESPONSIBLE + " Practitioner",
          Long.toString(responsible));
    }
  }

  private static void reasons(Spot substitution, Report report) {
    var reasons = substitution.all("reason");
    var known = String.join(" | ", PharmacyTables.REASONS.stream().map(Reason::code).toList());
    if (reasons.isEmpty()) {
      report.broken(REASON, substitution.at("reason"), known, "-");
    }
    for (var reason : reasons) {
      for (var coding : reason.all("coding")) {
        var row = PharmacyTables.reason(coding.text("code"));
        if (row.isEmpty()) {
          report.broken(REASON, coding.at("code"), known, coding.text("code"));
        } else if (!coding.text("system").startsWith(row.get().system())) {
          report.broken(REASON, coding.at("system"), row.get().system(), coding.text("system"));
        }
      }
      if (reason.text("text").isEmpty()) {
        report.broken(REASON_TEXT, reason.at("text"), "text", "-");
      }
    }
  }

  private static void price(Spot definition, Report report) {
    is(definition, "status", "active", report);
    if (definition.text("id").isEmpty()) {
      report.broken(PRICE, definition.at("id"), "id", "-");
    }
    var components = definition.all("propertyGroup.priceComponent");
    if (components.isEmpty()) {
      report.broken(PRICE, definition.at("propertyGroup"), "priceComponent", "-");
    }
    for (var component : components) {
      is(component, "type", PharmacyTables.PRICE, report);
      var amount = component.node().path("amount");
      if (Documents.number(amount.path("value")).filter(value -> value.signum() >= 0).isEmpty()) {
        report.broken(PRICE, component.at("amount.value"), ">= 0", amount.path("value").isMissingNode() ? "-"
            : amount.path("value").toString());
      }
      var currency = Documents.text(amount.path("currency"));
      if (!currency.equals(PharmacyTables.CURRENCY)) {
        report.broken(PRICE, component.at("amount.currency"), PharmacyTables.CURRENCY, currency);
      }
    }
  }

  private static void is(Spot spot, String member, String expected, Report report) {
    if (!spot.text(member).equals(expected)) {
      report.broken(PRICE, spot.at(member), expected, spot.text(member));
    }
  }
}
