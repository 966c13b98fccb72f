package id.jejak.verify.bench.satusehat;

import java.util.Locale;

/** Resources as the official examples have them, each with a number of its own. */
final class Papers {
  static final String HOSPITAL = "10000005";
  static final String PHARMACY = "10000099";
  static final String SYSTEM = "http://sys-ids.kemkes.go.id/";
  /** So many tablets that none is ever missing. */
  private static final int PLENTY = 100_000;

  private Papers() {}

  /** A prescription item with its contained Medication. */
  static String item(String number) {
    return String.format(Locale.ROOT, """
        {"resourceType":"MedicationRequest","contained":[%1$s],"identifier":[
        {"system":"%2$sprescription/10000005","use":"official","value":"%3$s"},
        {"system":"%2$sprescription-item/10000005","use":"official","value":"%3$s-1"}],
        "status":"completed","intent":"order","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/\
        medicationrequest-category","code":"community","display":"Community"}]}],"priority":"routine",
        "medicationReference":{"reference":"#m","display":"Paracetamol 500 mg Tablet (INDOFARMA)"},
        "subject":{"reference":"Patient/P02029542843","display":"Yudi Nurwanto"},
        "encounter":{"reference":"Encounter/5e1c9d06-9d3b-4c0e-8a53-0f4f5a3b7c11"},
        "authoredOn":"2024-12-03T03:50:00+00:00","requester":{"reference":"Practitioner/N10000001",
        "display":"dr. Bronsig"},"dosageInstruction":[%4$s],"dispenseRequest":{"dispenseInterval":{"value":1,
        "unit":"days","system":"http://unitsofmeasure.org","code":"d"},"numberOfRepeatsAllowed":0,
        "quantity":{"value":%5$d,"unit":"TAB","system":"http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm",
        "code":"TAB"},"performer":{"reference":"Organization/10000005"}}}
        """, medication(number), SYSTEM, number, dosage(), PLENTY).replace("\n", "");
  }

  static String dispense(String number, String item) {
    return String.format(Locale.ROOT, """
        {"resourceType":"MedicationDispense","contained":[%1$s],"identifier":[
        {"system":"%2$sprescription/10000099","use":"official","value":"%3$s"},
        {"system":"%2$sprescription-item/10000099","use":"official","value":"%3$s"}],"status":"completed",
        "category":{"coding":[{"system":"http://terminology.hl7.org/fhir/CodeSystem/medicationdispense-category",
        "code":"community","display":"Community"}]},"medicationReference":{"reference":"#m"},
        "subject":{"reference":"Patient/P02029542843","display":"Yudi Nurwanto"},
        "context":{"reference":"Encounter/7a6f7a1e-58b5-4f26-9cb5-4d8e3f1a2b3c"},
        "whenHandedOver":"2024-12-03T05:50:00+00:00","performer":[{"actor":{"reference":"Practitioner/10001915884"}}],
        "dosageInstruction":[%4$s],"authorizingPrescription":[{"reference":"MedicationRequest/%5$s"}],
        "quantity":{"value":1,"unit":"TAB","system":"http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm",
        "code":"TAB"},"substitution":{"wasSubstituted":false}}
        """, medication(number), SYSTEM, number, dosage(), item).replace("\n", "");
  }

  static String document(String number, String... items) {
    var related = new StringBuilder();
    for (var item : items) {
      related.append(related.isEmpty() ? "" : ",").append("{\"reference\":\"").append(item).append("\"}");
    }
    return String.format(Locale.ROOT, """
        {"resourceType":"DocumentReference","identifier":[{"system":"%1$sprescription/10000005","value":"%2$s"}],
        "status":"current","docStatus":"final","type":{"coding":[{"system":"http://loinc.org","code":"57833-6"}]},
        "subject":{"reference":"Patient/P02029542843","display":"Yudi Nurwanto"},"date":"2024-12-03T03:50:00+00:00",
        "author":[{"reference":"Practitioner/N10000001","display":"dr. Bronsig"}],
        "custodian":{"reference":"Organization/10000005"},"content":[{"attachment":{"title":"Kontak",
        "url":"http://wa.me/6281288290721"},"format":{"code":"DF000003"}}],"context":{"related":[%3$s]}}
        """, SYSTEM, number, related).replace("\n", "");
  }

  /** A transaction of these, which may refer to each other by {@link #name}. */
  static String bundle(String... resources) {
    var entries = new StringBuilder();
    for (int i = 0; i < resources.length; i++) {
      var type = resources[i].substring("{\"resourceType\":\"".length(), resources[i].indexOf('"', 17));
      entries.append(i == 0 ? "" : ",").append("{\"fullUrl\":\"").append(name(i)).append("\",\"resource\":")
          .append(resources[i]).append(",\"request\":{\"method\":\"POST\",\"url\":\"").append(type).append("\"}}");
    }
    return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
  }

  static String name(int place) {
    return String.format(Locale.ROOT, "urn:uuid:00000000-0000-4000-8000-%012d", place);
  }

  private static String medication(String number) {
    return String.format(Locale.ROOT, """
        {"resourceType":"Medication","id":"m","meta":{"profile":["https://fhir.kemkes.go.id/r4/StructureDefinition/\
        Medication"]},"identifier":[{"system":"%smedication/10000005","use":"official","value":"%s"}],
        "code":{"coding":[{"system":"%skfa","code":"93006334","display":"Paracetamol 500 mg Tablet (INDOFARMA)"}]},
        "status":"active","form":{"coding":[{"system":"http://terminology.kemkes.go.id/CodeSystem/medication-form",
        "code":"BS066","display":"Tablet"}]},"ingredient":[{"itemCodeableConcept":{"coding":[{"system":"%skfa",
        "code":"91000101","display":"Paracetamol"}]},"isActive":true,"strength":{"numerator":{"value":500,
        "system":"http://unitsofmeasure.org","code":"mg"},"denominator":{"value":1,
        "system":"http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm","code":"TAB"}}}],
        "extension":[{"url":"https://fhir.kemkes.go.id/r4/StructureDefinition/MedicationType",
        "valueCodeableConcept":{"coding":[{"system":"http://terminology.kemkes.go.id/CodeSystem/medication-type",
        "code":"NC","display":"Non-compound"}]}}]}
        """, SYSTEM, number, SYSTEM, SYSTEM).replace("\n", "");
  }

  private static String dosage() {
    return """
        {"sequence":1,"patientInstruction":"Diminum 3x sehari jika demam","timing":{"repeat":{"frequency":1,
        "period":8,"periodUnit":"h","when":["PC"]}},"route":{"coding":[{"system":"http://www.whocc.no/atc","code":"O",
        "display":"Oral"}]},"doseAndRate":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/\
        dose-rate-type","code":"ordered"}]},"doseQuantity":{"value":1,"unit":"TAB",
        "system":"http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm","code":"TAB"}}]}
        """.replace("\n", "");
  }
}
