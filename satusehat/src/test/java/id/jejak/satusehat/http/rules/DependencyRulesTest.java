package id.jejak.satusehat.http.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a path alone does not judge: one resource that keeps each, and one that breaks it. */
class DependencyRulesTest {
  private static final String ROOM = "'resourceType':'Location','extension':[{'url':"
      + "'https://fhir.kemkes.go.id/r4/StructureDefinition/LocationServiceClass','valueCodeableConcept':"
      + "{'coding':[{'system':'%s','code':'reguler'}]}}]";
  private static final String STAY = "'resourceType':'Encounter','location':[{'extension':[{'url':"
      + "'https://fhir.kemkes.go.id/r4/StructureDefinition/ServiceClass','extension':[{'url':'%s',"
      + "'valueCodeableConcept':{'coding':[{'system':'%s','code':'1'}]}}]}]}]";
  private static final String CLASS = "http://terminology.kemkes.go.id/CodeSystem/location";

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
      10305 ; 'status':'completed','location':{'reference':'Location/1'} ; 'status':'completed'
      10305 ; 'status':'not-done' ; 'status':'completed','location':{}
      10306 ; 'primarySource':true,'lotNumber':'A1' ; 'primarySource':true
      10306 ; 'primarySource':false ; 'primarySource':true,'lotNumber':null
      10307 ; 'occurrenceDateTime':'2026-11-20T01:00:00+00:00','expirationDate':'2026-11-21' ; \
      'occurrenceDateTime':'2026-11-20T01:00:00+00:00','expirationDate':'2026-11-20'
      10307 ; 'primarySource':true,'expirationDate':'2027-01-01',GIVER ; 'primarySource':true,GIVER
      10307 ; 'primarySource':false,ENTERER ; 'primarySource':false,GIVER
      10307 ; 'primarySource':true,'expirationDate':'2027-01-01',GIVER ; \
      'primarySource':true,'expirationDate':'2027-01-01',ENTERER
      10105 ; 'reasonCode':[{'text':'x'}] ; 'status':'completed'
      """)
  void ofAVaccination(String number, String kept, String broken) {
    judged(number, vaccination(kept), vaccination(broken));
  }

  @ParameterizedTest
  @CsvSource({
      "10414, Procedure, sitb/10000005, sitb/10000006",
      "10414, Procedure, procedure/10000005, sitb",
      "10432, DiagnosticReport, diagnostic/10000005/lab, diagnostic/10000005",
      "10432, DiagnosticReport, diagnostic/10000005/rad, diagnostic/10000006/rad",
      "10514, Claim, claim-number/10000009, claim-number/",
      "10514, Claim, claim-number/10000009, claim-number/1/2"})
  void ofAnIdentifier(String number, String type, String kept, String broken) {
    var resource = "'resourceType':'%s','identifier':[{'system':'http://sys-ids.kemkes.go.id/%s','value':'1'}]";
    judged(number, resource.formatted(type, kept), resource.formatted(type, broken));
  }

  /** What kind of report it is decides which identifier it has. */
  @ParameterizedTest
  @CsvSource({"LAB, lab, rad", "RAD, rad, lab"})
  void ofAReport(String category, String kept, String broken) {
    var report = "'resourceType':'DiagnosticReport','category':[{'coding':[{'code':'%s'}]}],'identifier':[{'system':"
        + "'http://sys-ids.kemkes.go.id/diagnostic/10000005/%s','value':'1'}]";
    judged("10432", report.formatted(category, kept), report.formatted(category, broken));
  }

  @ParameterizedTest
  @CsvSource({
      "10163, '', ServiceClass-Outpatient, UpgradeClass", "10163, '', ServiceClass-Inpatient, x",
      "10164, value, ServiceClass-Inpatient, UpgradeClass",
      "10165, upgradeClassIndicator, UpgradeClass, ServiceClass-Inpatient"})
  void ofAClassOfService(String number, String url, String kept, String broken) {
    judged(number, url.isEmpty() ? ROOM.formatted(CLASS + kept) : STAY.formatted(url, CLASS + kept),
        url.isEmpty() ? ROOM.formatted(CLASS + broken) : STAY.formatted(url, CLASS + broken));
  }

  /** Whatever element it is about: one that is a number takes no text. */
  @ParameterizedTest
  @ValueSource(strings = {"'valueQuantity':{'value':%s}", "'valueInteger':%s", "'valueSampledData':{'dimensions':%s}"})
  void ofANumber(String element) {
    var observation = "'resourceType':'Observation'," + element;
    judged("10340", observation.formatted("1"), observation.formatted("'-'"));
  }

  private static String vaccination(String members) {
    var performer = "'performer':[{'function':{'coding':[{'code':'%s'}]}}]";
    return "'resourceType':'Immunization'," + members.replace("GIVER", performer.formatted("AP"))
        .replace("ENTERER", performer.formatted("EP"));
  }

  private static void judged(String number, String kept, String broken) {
    assertEquals(java.util.List.of(), Broken.of(json(kept), number), kept);
    assertFalse(Broken.of(json(broken), number).isEmpty(), () -> number + " is not broken by " + broken + ": "
        + Broken.of(json(broken)));
  }

  private static String json(String members) {
    return "{" + members.replace('\'', '"') + "}";
  }
}
