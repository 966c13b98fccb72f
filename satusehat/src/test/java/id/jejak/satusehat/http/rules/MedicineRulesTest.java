package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.satusehat.domain.rule.KfaLevel;
import id.jejak.satusehat.domain.rule.MedicineRule;
import id.jejak.satusehat.domain.rule.MedicineRule.Kind;
import id.jejak.satusehat.domain.rule.MedicineRule.Part;
import id.jejak.satusehat.domain.rule.MedicineRule.Use;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 4 of the document, row by row: each level of KFA is taken or not, and what is needed is missed. */
class MedicineRulesTest {
  static List<MedicineRule> rows() {
    return MedicineRule.ALL;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void takesItsLevelsAndNoOthers(MedicineRule row) {
    for (var level : KfaLevel.values()) {
      var code = level.prefix() + "000101";
      var json = row.part() == Part.CODE ? resource(row.use(), row.kind(), code, good(row.use(), row.kind()))
          : resource(row.use(), row.kind(), row.kind() == Kind.NC ? "93000001" : "", code);
      var found = Broken.of(json, row.rule());
      assertEquals(row.levels().contains(level), found.isEmpty(), row + " " + code + " " + found);
    }
    var elsewhere = row.part() == Part.CODE ? resource(row.use(), row.kind(), "12345", good(row.use(), row.kind()))
        : resource(row.use(), row.kind(), "93000001", "9300000");
    assertEquals(1, Broken.of(elsewhere, row.rule()).size(), elsewhere);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void missesWhatIsNeeded(MedicineRule row) {
    var json = row.part() == Part.CODE ? resource(row.use(), row.kind(), "", good(row.use(), row.kind()))
        : resource(row.use(), row.kind(), "93000001", "");
    assertEquals(row.needed(), !Broken.of(json, row.rule()).isEmpty(), json);
  }

  @Test
  void everyUseKindAndPartHasItsRow() {
    assertEquals(Use.values().length * Kind.values().length * Part.values().length, MedicineRule.ALL.stream()
        .map(row -> row.use() + " " + row.kind() + " " + row.part()).distinct().count());
  }

  @Test
  void aGoodMedicineBreaksNothing() {
    for (var use : Use.values()) {
      for (var kind : Kind.values()) {
        var json = resource(use, kind, kind == Kind.NC ? "93000001" : "", good(use, kind));
        assertEquals(List.of(), Broken.of(json).stream().filter(line -> line.startsWith("PK-")
            || line.contains("contained")).toList(), json);
      }
    }
  }

  @Test
  void aStrengthIsTwoNumbersWithUnits() {
    var good = resource(Use.REQUEST, Kind.SD, "", "91000101");
    assertEquals(List.of("PK-08 MedicationRequest.contained[0].ingredient[0].strength.denominator.value -",
        "PK-08 MedicationRequest.contained[0].ingredient[0].strength.denominator.code -"),
        Broken.of(good.replaceAll(",\"denominator\":\\{[^}]*}", ""), "PK-08"));
    assertEquals(1, Broken.of(good.replace("\"value\":125", "\"value\":0"), "PK-08").size());
    assertTrue(Broken.of(good.replace("\"value\":125", "\"value\":\"125\"")).stream()
        .anyMatch(line -> line.contains("numerator.value string")));
  }

  @Test
  void compoundsHaveOneDenominator() {
    var json = resource(Use.REQUEST, Kind.EP, "", "92000101", "93000102");
    assertEquals(List.of(), Broken.of(json, "PK-09"));
    int last = json.lastIndexOf("\"value\":20");
    var other = json.substring(0, last) + "\"value\":30" + json.substring(last + 10);
    assertEquals(1, Broken.of(other, "PK-09").size(), other);
  }

  @Test
  void theKindIsSaid() {
    var json = resource(Use.REQUEST, Kind.NC, "93000001", "91000101").replace("\"NC\"", "\"XX\"");
    assertEquals(1, Broken.of(json, "10031").size());
  }

  @Test
  void aCodeThatTheDictionaryDoesNotHaveIsTold() {
    var rules = new Rules(code -> Optional.of(!code.equals("93000001")), Broken.CLOCK);
    var json = resource(Use.REQUEST, Kind.NC, "93000001", "91000101");
    assertEquals(List.of("PK-10 MedicationRequest.contained[0].code.coding[0].code 93000001"),
        Broken.of(json, rules).stream().filter(line -> line.startsWith("PK-10")).toList());
  }

  @Test
  void aReferenceIntoNothingIsTold() {
    var json = resource(Use.REQUEST, Kind.NC, "93000001", "91000101").replace("\"#m\"", "\"#x\"");
    assertEquals(1, Broken.of(json, "PK-11").size());
  }

  /** A medication that stands alone may be for either. */
  @Test
  void alone() {
    var json = resource(Use.REQUEST, Kind.SD, "", "91000101");
    int from = json.indexOf("[{\"resourceType\":\"Medication\"") + 1;
    var alone = json.substring(from, json.indexOf("],\"medicationReference\""));
    assertEquals(List.of(), Broken.of(alone).stream().filter(line -> line.startsWith("PK-")).toList());
    assertEquals(1, Broken.of(alone.replace("91000101", "92000101")).stream()
        .filter(line -> line.startsWith("PK-")).count());
  }

  private static String good(Use use, Kind kind) {
    return kind == Kind.NC ? "91000101" : use == Use.DISPENSE ? "93000101" : kind == Kind.SD ? "91000101" : "92000101";
  }

  static String resource(Use use, Kind kind, String code, String... ingredients) {
    var all = new StringBuilder();
    for (var ingredient : ingredients) {
      if (!ingredient.isEmpty()) {
        all.append(all.isEmpty() ? "" : ",").append("""
            {"itemCodeableConcept":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa","code":"%s"}]},\
            "strength":{"numerator":{"value":125,"system":"http://unitsofmeasure.org","code":"mg"},\
            "denominator":{"value":20,"system":"http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm",\
            "code":"CAP"}}}""".formatted(ingredient));
      }
    }
    return """
        {"resourceType":"%s","status":"completed"%s,"contained":[{"resourceType":"Medication","id":"m",\
        "extension":[{"url":"https://fhir.kemkes.go.id/r4/StructureDefinition/MedicationType",\
        "valueCodeableConcept":{"coding":[{"system":"http://terminology.kemkes.go.id/CodeSystem/medication-type",\
        "code":"%s"}]}}]%s%s}],"medicationReference":{"reference":"#m"},"subject":{"reference":"Patient/P1"}}
        """.formatted(use == Use.REQUEST ? "MedicationRequest" : "MedicationDispense",
            use == Use.REQUEST ? ",\"intent\":\"order\"" : "", kind,
            code.isEmpty() ? "" : ",\"code\":{\"coding\":[{\"system\":\"http://sys-ids.kemkes.go.id/kfa\",\"code\":\""
                + code + "\"}]}", all.isEmpty() ? "" : ",\"ingredient\":[" + all + "]");
  }
}
