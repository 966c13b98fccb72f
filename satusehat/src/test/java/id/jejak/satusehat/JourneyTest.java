package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static id.jejak.satusehat.TestSatusehat.PHARMACY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A prescription's way, from the doctor to the last tablet. */
class JourneyTest {
  private static final String NRN = "http://sys-ids.kemkes.go.id/prescription/national|";
  private final TestSatusehat satusehat = new TestSatusehat();

  @AfterEach
  void close() {
    satusehat.close();
  }

  @Test
  void fromTheDoctorToTheLastTablet() {
    satusehat.create(HOSPITAL, "Encounter", Samples.encounter(HOSPITAL, "V1"));
    var item = satusehat.create(HOSPITAL, "MedicationRequest", Samples.request(10, 1)).path("id").asString();
    var created = satusehat.create(HOSPITAL, "DocumentReference",
        Samples.document(Samples.reference("MedicationRequest", item)));
    assertFalse(created.has("masterIdentifier"));
    var document = satusehat.get(HOSPITAL, "/DocumentReference/" + created.path("id").asString());
    var number = document.path("masterIdentifier").path("value").asString();
    assertTrue(number.matches("[0-9]{6}-[2-9A-HJ-NP-Z]{7}"), number);

    var found = satusehat.get(PHARMACY, "/DocumentReference?identifier=" + NRN + number
        + "&_include=DocumentReference:related");
    assertEquals(2, found.path("total").asInt(), found.toString());
    assertEquals("DocumentReference", found.path("entry").path(0).path("resource").path("resourceType").asString());
    assertEquals("MedicationRequest", found.path("entry").path(1).path("resource").path("resourceType").asString());
    var items = satusehat.get(PHARMACY, "/MedicationRequest?identifier=" + NRN + number);
    assertEquals(1, items.path("total").asInt());
    var identifiers = items.path("entry").path(0).path("resource").path("identifier");
    assertEquals(number, identifiers.path(identifiers.size() - 1).path("value").asString());

    satusehat.create(PHARMACY, "Encounter", Samples.encounter(PHARMACY, "V1"));
    var dispense = satusehat.create(PHARMACY, "MedicationDispense", Samples.dispense(item, 20, "250"));
    assertEquals("10", remaining(item));
    assertEquals("MedicationDispense/" + dispense.path("id").asString(), last(satusehat.get(HOSPITAL,
        "/DocumentReference/" + document.path("id").asString()).path("context").path("related")));
    satusehat.create(PHARMACY, "MedicationDispense", Samples.dispense(item, 10, "500"));
    assertEquals("0", remaining(item));
    var refused = satusehat.ask(PHARMACY, "POST", "/MedicationDispense", Samples.dispense(item, 1, "500"));
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("remaining 0 TAB of 20 TAB, requested 1 TAB"), refused.text());
    assertTrue(refused.text().contains("Organization/10000099"), refused.text());

    var wrong = satusehat.get(PHARMACY, "/MedicationDispense/" + dispense.path("id").asString()).toString()
        .replace("\"status\":\"completed\"", "\"status\":\"entered-in-error\"");
    TestSatusehat.good(satusehat.ask(PHARMACY, "PUT", "/MedicationDispense/" + dispense.path("id").asString(), wrong),
        200);
    assertEquals("10", remaining(item));
  }

  @Test
  void theDocumentsExampleOfEresep() {
    var login = TestSatusehat.good(satusehat.ask(PHARMACY, "POST", "/eresep/v2/auth",
        "{\"user\":\"system-x\",\"password\":\"rahasia-demo-eresep-system-x\"}"), 200);
    var token = login.path("data").path("token").asString();
    satusehat.clock.set(Instant.parse("2024-09-27T03:28:49Z"));
    var answer = satusehat.ask(PHARMACY, "GET", "/eresep/v2/prescriptions/240925-7KAJ2MR", "", "Authorization",
        "Bearer " + token);
    assertEquals(200, answer.status(), answer.text());
    assertEquals(ERESEP, answer.text());
  }

  private String remaining(String item) {
    return satusehat.get(PHARMACY, "/MedicationRequest/" + item + "/$remaining").path("remaining").asString();
  }

  private static String last(JsonNode related) {
    return StreamSupport.stream(related.spliterator(), false).reduce((_, next) -> next).orElseThrow()
        .path("reference").asString();
  }

  /** As the document prints it. */
  private static final String ERESEP = "{\"status\":200,\"error\":false,\"message\":\"Success\",\"data\":{\"sep\":\"0301R0011117V000009\",\""
      + "healthcare\":{\"id\":\"10000005\",\"name\":\"RAJAL TERPADU\"},\"contacts\":[{\"id\":\"N10000001\",\""
      + "type\":\"practitioner\",\"display\":\"No WA SPGDT RSUD Senang Gembira\",\"contact\":\"http://wa.me/6"
      + "281290231280\"},{\"id\":\"10000005\",\"type\":\"healthcare\",\"display\":\"Kontak 24/7 dr. Bronsig ("
      + "tim jaga RSUD)\",\"contact\":\"http://wa.me/6281288290721\"}],\"patient\":{\"id\":\"P02029542843\","
      + "\"full_name\":\"Yudi Nurwanto\",\"gender\":\"male\",\"birth_date\":\"1995-03-19\",\"birth_age\":{\"y"
      + "ear\":29,\"month\":6,\"day\":8},\"weight\":{\"value\":65,\"unit\":\"kg\"},\"height\":{\"value\":174,"
      + "\"unit\":\"cm\"}},\"medicines\":[{\"id\":\"3b258025-4565-4d68-8887-ca5eb34401f5\",\"code\":\"\",\"na"
      + "me\":\"\",\"iteration\":1,\"type\":\"EP\",\"route\":\"O\",\"frequency\":3,\"period\":1,\"period_unit"
      + "\":\"d\",\"package_unit\":\"CAP\",\"package_amount\":20,\"package_remain\":20,\"package_total\":40,"
      + "\"info\":\"Diminum 3x sehari selama 7 hari, sampai habis\",\"has_redeemed\":true,\"validity_start\":"
      + "\"2024-09-25T03:50:00Z\",\"validity_end\":\"2024-11-19T03:50:00Z\",\"dosage_value\":1,\"dosage_unit"
      + "\":\"CAP\",\"dosage_code\":\"CAP\",\"authored_on\":\"2024-09-25T03:50:00Z\",\"ingredient\":[{\"code"
      + "\":\"93000515\",\"name\":\"Diazepam 5 mg Tablet (MERSIFARMA TIRMAKU MERCUSANA)\",\"strength\":{\"num"
      + "erator\":{\"value\":15,\"unit\":\"TAB\"},\"denominator\":{\"value\":30,\"unit\":\"CAP\"}}},{\"code\""
      + ":\"93000149\",\"name\":\"Methylprednisolone 8 mg Tablet (DEXA MEDICA)\",\"strength\":{\"numerator\":"
      + "{\"value\":15,\"unit\":\"TAB\"},\"denominator\":{\"value\":30,\"unit\":\"CAP\"}}},{\"code\":\"930091"
      + "03\",\"name\":\"Ibuprofen 200 mg Tablet Salut Selaput (LEXAPROFEN 200)\",\"strength\":{\"numerator\""
      + ":{\"value\":4,\"unit\":\"TAB\"},\"denominator\":{\"value\":30,\"unit\":\"CAP\"}}}]},{\"id\":\"749272"
      + "6a-c4c0-4918-b114-5230b478e2c0\",\"code\":\"\",\"name\":\"\",\"iteration\":1,\"type\":\"SD\",\"route"
      + "\":\"O\",\"frequency\":3,\"period\":1,\"period_unit\":\"d\",\"package_unit\":\"CAP\",\"package_amoun"
      + "t\":20,\"package_remain\":40,\"package_total\":40,\"info\":\"Diminum 3x sehari selama 7 hari, sampai"
      + " habis\",\"has_redeemed\":true,\"validity_start\":\"2024-09-25T03:50:00Z\",\"validity_end\":\"2024-1"
      + "1-19T03:50:00Z\",\"dosage_value\":1,\"dosage_unit\":\"CAP\",\"dosage_code\":\"CAP\",\"authored_on\":"
      + "\"2024-09-25T03:50:00Z\",\"ingredient\":[{\"code\":\"91000260\",\"name\":\"Gabapentin\",\"strength\""
      + ":{\"numerator\":{\"value\":200,\"unit\":\"mg\"},\"denominator\":{\"value\":1,\"unit\":\"CAP\"}}},{\""
      + "code\":\"91000150\",\"name\":\"Methylprednisolone\",\"strength\":{\"numerator\":{\"value\":4,\"unit"
      + "\":\"mg\"},\"denominator\":{\"value\":1,\"unit\":\"CAP\"}}},{\"code\":\"91000107\",\"name\":\"Ibupro"
      + "fen\",\"strength\":{\"numerator\":{\"value\":50,\"unit\":\"mg\"},\"denominator\":{\"value\":1,\"unit"
      + "\":\"CAP\"}}}]},{\"id\":\"5cc3c08e-c294-4538-b915-f5567a49e17a\",\"code\":\"93012829\",\"name\":\"R/"
      + " Amlodipine Besilate 5 mg / Atorvastatin Calcium 10 mg Tablet Salut Selaput (CADUET)\",\"iteration\""
      + ":1,\"type\":\"NC\",\"route\":\"O\",\"frequency\":3,\"period\":1,\"period_unit\":\"d\",\"package_unit"
      + "\":\"TAB\",\"package_amount\":20,\"package_remain\":20,\"package_total\":40,\"info\":\"Amlodi Diminu"
      + "m 3x sehari untuk sakit kepala, jangan dikunyah, jika nyeri perut atau mual/muntah jangan dilanjutka"
      + "n\",\"has_redeemed\":true,\"validity_start\":\"2024-09-25T03:50:00Z\",\"validity_end\":\"2024-11-19T"
      + "03:50:00Z\",\"dosage_value\":1,\"dosage_unit\":\"TAB\",\"dosage_code\":\"TAB\",\"authored_on\":\"202"
      + "4-09-25T03:50:00Z\",\"ingredient\":[{\"code\":\"91000397\",\"name\":\"AMLODIPINE\",\"strength\":{\"n"
      + "umerator\":{\"value\":5,\"unit\":\"mg\"},\"denominator\":{\"value\":1,\"unit\":\"TAB\"}}},{\"code\":"
      + "\"91000356\",\"name\":\"Atorvastatin\",\"strength\":{\"numerator\":{\"value\":10,\"unit\":\"mg\"},\""
      + "denominator\":{\"value\":1,\"unit\":\"TAB\"}}}]}],\"meta\":{\"medicine\":{\"item_count\":3}}}}";
}
