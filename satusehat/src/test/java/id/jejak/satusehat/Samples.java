package id.jejak.satusehat;

import java.util.Locale;

/** Resources for tests, as small as they can be. */
final class Samples {
  private static final String ORDERABLE = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";

  private Samples() {}

  static String encounter(String organization, String number) {
    return """
        {"resourceType":"Encounter","status":"arrived","class":{"code":"AMB"},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/encounter/%s","value":"%s"}],
         "subject":{"reference":"Patient/P02029542843"},
         "participant":[{"individual":{"reference":"Practitioner/N10000001"}}],
         "location":[{"location":{"reference":"Location/b017aa54-f1df-4ec2-9d84-8823815d7228"}}],
         "period":{"start":"2026-11-20T01:00:00+00:00"},
         "statusHistory":[{"status":"arrived","period":{"start":"2026-11-20T01:00:00+00:00"}}],
         "serviceProvider":{"reference":"Organization/%s"}}
        """.formatted(organization, number, organization);
  }

  /** A prescription item of paracetamol 500 mg. */
  static String request(int quantity, int repeats) {
    return request(quantity, repeats, "{}");
  }

  static String request(int quantity, int repeats, String window) {
    return String.format(Locale.ROOT, """
        {"resourceType":"MedicationRequest","status":"completed","intent":"order",
         "contained":[%s],"medicationReference":{"reference":"#m"},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/prescription-item/10000005","value":"A-1"}],
         "subject":{"reference":"Patient/P02029542843"},
         "encounter":{"reference":"Encounter/5e1c9d06-9d3b-4c0e-8a53-0f4f5a3b7c11"},
         "authoredOn":"2026-11-20T01:00:00+00:00",
         "dispenseRequest":{"quantity":{"value":%d,"unit":"TAB","system":"%s","code":"TAB"},
           "numberOfRepeatsAllowed":%d,"validityPeriod":%s}}
        """, medication("500"), quantity, ORDERABLE, repeats, window);
  }

  /** A dispense of paracetamol tablets of this strength. */
  static String dispense(String request, int quantity, String milligrams) {
    return String.format(Locale.ROOT, """
        {"resourceType":"MedicationDispense","status":"completed",
         "contained":[%s],"medicationReference":{"reference":"#m"},
         "subject":{"reference":"Patient/P02029542843"},
         "authorizingPrescription":[{"reference":"MedicationRequest/%s"}],
         "quantity":{"value":%d,"unit":"TAB","system":"%s","code":"TAB"}}
        """, medication(milligrams), request, quantity, ORDERABLE);
  }

  static String document(String related) {
    return """
        {"resourceType":"DocumentReference","status":"current","docStatus":"final",
         "type":{"coding":[{"system":"http://loinc.org","code":"57833-6"}]},
         "identifier":[{"system":"http://sys-ids.kemkes.go.id/prescription/10000005","value":"A"}],
         "subject":{"reference":"Patient/P02029542843"},
         "custodian":{"reference":"Organization/10000005"},
         "content":[{"attachment":{"title":"x","url":"http://x.example"}}],
         "context":{"related":[%s]}}
        """.formatted(related);
  }

  static String reference(String type, String id) {
    return "{\"reference\":\"" + type + "/" + id + "\"}";
  }

  private static String medication(String milligrams) {
    return """
        {"resourceType":"Medication","id":"m","status":"active",
         "code":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa","code":"93006334"}]},
         "ingredient":[{"itemCodeableConcept":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa",
           "code":"91000101","display":"Paracetamol"}]},
           "strength":{"numerator":{"value":%s,"system":"http://unitsofmeasure.org","code":"mg"},
             "denominator":{"value":1,"system":"%s","code":"TAB"}}}]}
        """.formatted(milligrams, ORDERABLE);
  }
}
