package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.satusehat.domain.rule.PharmacyTables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document's smaller tables, row by row. */
class PharmacyRulesTest {
  static List<String> coverages() {
    return PharmacyTables.COVERAGES;
  }

  static List<PharmacyTables.Reason> reasons() {
    return PharmacyTables.REASONS;
  }

  @ParameterizedTest
  @MethodSource("coverages")
  void aWayOfPayingIsKnownAndOnlyBpjsHasASep(String coverage) {
    boolean bpjs = coverage.equals("BPJS-K");
    assertEquals(List.of(), Broken.of(document(coverage), "PK-15"));
    assertEquals(bpjs ? 1 : 0, Broken.of(document(coverage), "PK-16").size());
    assertEquals(bpjs ? 0 : 1, Broken.of(document(coverage, "10000005"), "PK-16").size());
  }

  @Test
  void anUnknownWayOfPayingAndTheSepOfAnotherOrganizationAreBroken() {
    assertEquals(List.of("PK-15 DocumentReference.identifier[0].value BPJS"), Broken.of(document("BPJS"), "PK-15"));
    assertEquals(1, Broken.of(document("BPJS-K", "10000099"), "PK-16").size());
  }

  @Test
  void aLetterheadHasItsCustodianAndItsLinks() {
    var whole = document("Biaya-Sendiri");
    assertEquals(List.of(), Broken.of(whole, "PK-17"));
    assertEquals(List.of(), Broken.of(whole, "PK-18"));
    assertEquals(1, Broken.of(whole.replace("Organization/", "Practitioner/"), "PK-17").size());
    for (var code : PharmacyTables.LINKS.keySet()) {
      assertEquals(2, Broken.of(whole.replace(code, "DF000009"), "PK-18").size(), code);
    }
    assertEquals(3, Broken.of(whole.replace("\"title\":\"x\",", ""), "PK-18").size());
    assertEquals(6, Broken.of(whole.replace("documentformat", "other"), "PK-18").size()
        + Broken.of(whole.replace("\"url\":", "\"_url\":"), "PK-18").size());
  }

  @Test
  void otherDocumentsHaveNoLetterhead() {
    assertEquals(List.of(), Broken.of(document("BPJS").replace("57833-6", "11488-4"), "PK-15"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aReasonHasItsSystem(PharmacyTables.Reason reason) {
    assertEquals(List.of(), Broken.of(dispense("G", reason.code(), reason.system()), "PK-20"));
    assertEquals(1, Broken.of(dispense("G", reason.code(), "http://x"), "PK-20").size());
  }

  @ParameterizedTest
  @CsvSource({"G,0", "BC,0", "TG,0", "TB,0", "E,1", "TE,1", "X,1"})
  void aTypeOfSubstitution(String type, int broken) {
    assertEquals(broken, Broken.of(dispense(type, "OS", "http://terminology.hl7.org/CodeSystem/v3-ActReason"), "PK-19")
        .size());
  }

  @Test
  void twoPeopleAnswerForASubstitutionAndItsReasonIsSaid() {
    var whole = dispense("G", "OS", "http://terminology.hl7.org/CodeSystem/v3-ActReason");
    assertEquals(List.of(), Broken.of(whole, "PK-21"));
    assertEquals(1, Broken.of(whole.replace("N2", "N1"), "PK-21").size());
    assertEquals(1, Broken.of(whole.replace("Practitioner/N2", "Patient/P1"), "PK-21").size());
    assertEquals(1, Broken.of(whole.replace(",\"text\":\"habis\"", ""), "PK-20").size());
    assertEquals(1, Broken.of(whole.replace("\"OS\"", "\"ZZ\""), "PK-20").size());
    var not = whole.replace("\"wasSubstituted\":true", "\"wasSubstituted\":false").replace("N2", "N1");
    assertEquals(List.of(), Broken.of(not, "PK-21"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"IDR ; USD", "base ; surcharge", "\"active\",\"p ; \"draft\",\"p",
      "1500.00 ; -1", "\"id\":\"c\", ; ''"})
  void aPriceIsInRupiah(String was, String is) {
    var price = """
        {"resourceType":"MedicationDispense","status":"completed","contained":[{"resourceType":"ChargeItemDefinition",\
        "id":"c","url":"http://x","status":"active","propertyGroup":[{"priceComponent":[{"type":"base",\
        "amount":{"value":1500.00,"currency":"IDR"}}]}]}]}""";
    assertEquals(List.of(), Broken.of(price, "PK-22"));
    assertEquals(1, Broken.of(price.replace(was, is), "PK-22").size(), price.replace(was, is));
  }

  @ParameterizedTest
  @CsvSource({"64,Pharmacy,0", "64,Farmasi,0", "65,Pharmacy,1", "124,General Practice,0"})
  void aVisitToAPharmacy(String code, String display, int broken) {
    assertEquals(broken, Broken.of("""
        {"resourceType":"Encounter","status":"arrived","class":{"code":"AMB"},"serviceType":{"coding":[{"system":\
        "http://terminology.hl7.org/CodeSystem/service-type","code":"%s","display":"%s"}]}}""".formatted(code, display),
        "PK-23").size());
  }

  @ParameterizedTest
  @CsvSource({"29463-7,kg,0", "29463-7,g,1", "8302-2,cm,0", "8302-2,m,1", "8867-4,/min,0"})
  void weightAndHeight(String code, String unit, int broken) {
    assertEquals(broken, Broken.of("""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},\
        "valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"%s"}}""".formatted(code, unit),
        "PK-24").size());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21T23:59:59+00:00,0", "2026-11-22T00:00:01+00:00,1", "2014-06-03,0", "2014-06-02,1", "2020,0"})
  void whenThingsHappen(String date, int broken) {
    assertEquals(broken, Broken.of("{\"resourceType\":\"MedicationRequest\",\"authoredOn\":\"" + date + "\"}", "10132")
        .size());
  }

  @Test
  void aVisitEndsAfterItBeganAndHasItsProvider() {
    var visit = """
        {"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
         "period":{"start":"2026-11-20T02:00:00+00:00","end":"2026-11-20T01:00:00+00:00"}}""";
    assertEquals(1, Broken.of(visit, "10173").size());
    assertEquals(1, Broken.of(visit, "10124").size());
    assertEquals(List.of(), Broken.of(visit.replace("T01", "T03"), "10173"));
  }

  private static String document(String coverage, String... sep) {
    var links = PharmacyTables.LINKS.keySet().stream().sorted().map(code -> """
        {"attachment":{"title":"x","url":"http://x.example"},"format":{"system":\
        "http://terminology.kemkes.go.id/CodeSystem/documentformat","code":"%s"}}""".formatted(code))
        .collect(Collectors.joining(","));
    var identifiers = Stream.concat(Stream.of("{\"system\":\"" + PharmacyTables.COVERAGE + "\",\"value\":\"" + coverage
        + "\"}"), Stream.of(sep).map(org -> "{\"system\":\"http://sys-ids.kemkes.go.id/claim-number/" + org
        + "\",\"value\":\"0301R001\"}")).collect(Collectors.joining(","));
    return """
        {"resourceType":"DocumentReference","status":"current","identifier":[%s],
         "type":{"coding":[{"system":"http://loinc.org","code":"57833-6"}]},
         "custodian":{"reference":"Organization/10000005"},"content":[%s]}""".formatted(identifiers, links);
  }

  private static String dispense(String type, String reason, String system) {
    return """
        {"resourceType":"MedicationDispense","status":"completed","substitution":{"wasSubstituted":true,\
        "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution","code":"%s"}]},\
        "reason":[{"coding":[{"system":"%s","code":"%s"}],"text":"habis"}],\
        "responsibleParty":[{"reference":"Practitioner/N1"},{"reference":"Practitioner/N2"}]}}"""
        .formatted(type, system, reason);
  }
}
