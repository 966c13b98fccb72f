package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.domain.rule.MedicineRule;
import id.jejak.satusehat.domain.rule.MedicineRule.Kind;
import id.jejak.satusehat.domain.rule.MedicineRule.Part;
import id.jejak.satusehat.domain.rule.MedicineRule.Use;
import id.jejak.satusehat.http.Documents;
import id.jejak.satusehat.http.rules.Report.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which codes of KFA a medicine and its ingredients have, and how strong they are. Thread-safe. */
final class MedicineRules {
  private static final Words KIND = new Words("10031", "ekstensi MedicationType wajib diisi",
      "the extension MedicationType must be filled");
  private static final Words STRENGTH = new Words("PK-08", "numerator dan denominator harus berupa angka dan satuan",
      "numerator and denominator must be a number and a unit each");
  private static final Words PARTS = new Words("PK-09", "denominator semua bahan racikan harus sama",
      "the denominators of all ingredients of a compound must be the same");
  private static final Words GONE = new Words("PK-10", "kode tidak ada dalam KFA", "KFA does not have this code");
  private static final Words REFERENCE = new Words("PK-11", "Medication yang dirujuk tidak ada dalam contained",
      "the Medication referred to is not contained");

  private final KfaCodes kfa;

  MedicineRules(KfaCodes kfa) {
    this.kfa = kfa;
  }

  /** Looks at the Medication that a prescription or a dispense contains. */
  void contained(Spot resource, Use use, Report report) {
    var reference = resource.node().path("medicationReference").path("reference");
    if (reference.isString() && reference.stringValue().startsWith("#")) {
      var id = reference.stringValue().substring(1);
      if (resource.all("contained").stream().noneMatch(one -> one.text("id").equals(id))) {
        report.broken(REFERENCE, resource.at("medicationReference.reference"), "contained.id", "#");
      }
    }
    for (var contained : resource.all("contained")) {
      if (contained.text("resourceType").equals("Medication")) {
        medication(contained, List.of(use), report);
      }
    }
    for (var coding : resource.all("medicationCodeableConcept.coding")) {
      coding(coding, rows(List.of(use), Kind.NC, Part.CODE), report);
    }
  }

  /** Looks at a Medication; of one that stands alone nobody can say what it is for: what either use takes is good. */
  void medication(Spot medication, List<Use> uses, Report report) {
    var kind = kind(medication);
    if (kind.isEmpty()) {
      report.broken(KIND, medication.at("extension"), "NC | SD | EP", "-");
    }
    boolean compound = kind.filter(one -> one != Kind.NC).isPresent();
    var codes = rows(uses, kind.orElse(Kind.NC), Part.CODE);
    var codings = medication.all("code.coding");
    if (codings.isEmpty() && kind.isPresent() && codes.getFirst().needed()) {
      report.broken(words(codes.getFirst(), "Medication.code"), medication.at("code"), shown(codes), "-");
    }
    codings.forEach(coding -> coding(coding, codes, report));
    ingredients(medication, uses, kind.orElse(Kind.NC), report);
    if (compound) {
      sameParts(medication, report);
    }
  }

  private void ingredients(Spot medication, List<Use> uses, Kind kind, Report report) {
    var rows = rows(uses, kind, Part.INGREDIENT);
    var ingredients = medication.all("ingredient");
    if (ingredients.isEmpty() && rows.getFirst().needed()) {
      report.broken(words(rows.getFirst(), "Medication.ingredient"), medication.at("ingredient"), shown(rows), "-");
    }
    for (var ingredient : ingredients) {
      ingredient.all("itemCodeableConcept.coding").forEach(coding -> coding(coding, rows, report));
      if (ingredient.has("strength")) {
        ingredient.all("strength").forEach(strength -> {
          amount(strength, "numerator", report);
          amount(strength, "denominator", report);
        });
      } else if (kind != Kind.NC) {
        report.broken(STRENGTH, ingredient.at("strength"), "numerator / denominator", "-");
      }
    }
  }

  private static void amount(Spot strength, String part, Report report) {
    var quantity = strength.node().path(part);
    var value = Documents.number(quantity.path("value"));
    if (value.isEmpty() || value.get().signum() <= 0) {
      report.broken(STRENGTH, strength.at(part + ".value"), "> 0",
          value.map(BigDecimal::toPlainString).orElse("-"));
    }
    if (Documents.text(quantity.path("code")).isEmpty()) {
      report.broken(STRENGTH, strength.at(part + ".code"), "code", "-");
    }
  }

  private static void sameParts(Spot medication, Report report) {
    String first = null;
    for (var denominator : medication.all("ingredient.strength.denominator")) {
      var said = Documents.number(denominator.node().path("value")).map(value ->
          value.stripTrailingZeros().toPlainString()).orElse("") + " " + denominator.text("code");
      if (first == null) {
        first = said;
      } else if (!said.equals(first)) {
        report.broken(PARTS, denominator.path(), first, said);
      }
    }
  }

  private void coding(Spot coding, List<MedicineRule> rows, Report report) {
    if (!coding.text("system").equals(Systems.KFA)) {
      return; // another system is the dictionary's to find
    }
    var code = coding.text("code");
    if (rows.stream().noneMatch(row -> row.takes(code))) {
      report.broken(words(rows.getFirst(), ""), coding.at("code"), shown(rows), code);
    } else if (kfa.has(code).filter(has -> !has).isPresent()) {
      report.noted(GONE, coding.at("code"), "KFA", code);
    }
  }

  private static Optional<Kind> kind(Spot medication) {
    return medication.all("extension").stream()
        .filter(extension -> extension.text("url").equals(Systems.MEDICATION_TYPE))
        .flatMap(extension -> extension.all("valueCodeableConcept.coding").stream())
        .flatMap(coding -> Kind.of(coding.text("code")).stream()).findFirst();
  }

  private static List<MedicineRule> rows(List<Use> uses, Kind kind, Part part) {
    return uses.stream().map(use -> MedicineRule.of(use, kind, part)).toList();
  }

  private static String shown(List<MedicineRule> rows) {
    return String.join(" | ", rows.stream().flatMap(row -> List.of(row.shown().split(" \\| ")).stream()).distinct()
        .sorted().toList());
  }

  private static Words words(MedicineRule row, String missing) {
    var use = row.use() == Use.REQUEST ? "peresepan" : "pengeluaran";
    return missing.isEmpty()
        ? new Words(row.rule(), "tingkat kode KFA tidak sesuai untuk " + use + " obat " + row.kind(),
            "not the level of KFA for the " + english(row.use()) + " of a medicine of type " + row.kind())
        : new Words(row.rule(), missing + " wajib diisi untuk " + use + " obat " + row.kind(),
            missing + " must be filled for the " + english(row.use()) + " of a medicine of type " + row.kind());
  }

  private static String english(Use use) {
    return use == Use.REQUEST ? "prescription" : "dispense";
  }
}
