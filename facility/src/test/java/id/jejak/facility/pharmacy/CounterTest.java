package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.PATIENT;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.pack;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at the counter, from scan to label. */
class CounterTest {
  private static final String COMPOUND = "{\"kind\": \"SD\", \"quantity\": 20, \"unit\": \"CAP\", \"signa\": \"3 dd 1\","
      + " \"form\": \"BS019\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\": 250, \"unit\":"
      + " \"mg\"}]}";
  private static TestPharmacy pharmacy;

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(false);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @BeforeEach
  void reset() {
    pharmacy.reset();
    pharmacy.desk.told.clear();
  }

  private static String give(String prescription, String items) {
    return "{\"prescription\": \"" + prescription + "\", \"items\": [" + items + "]}";
  }

  private static String item(String line, String barcode, String more) {
    return "{\"line\": \"" + line + "\", \"packs\": [{\"barcode\": \"" + barcode + "\"" + more + "}]}";
  }

  @Test
  void aPackIsGivenOnceWithEverythingThatFollows() {
    var ids = pharmacy.prescribe(TABLETS);
    var verified = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(1) + "\", \"line\": \"" + ids.get(1) + "\"}");
    assertTrue(verified.path("good").asBoolean(), verified.toString());
    var given = pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), item(ids.get(1), panadin(1), "")));
    assertEquals("10 TAB 5500 10", given.at("/dispenses/0/quantity").asString() + " " + given.at("/dispenses/0/unit").asString()
        + " " + given.path("price").asString() + " " + given.at("/dispenses/0/left").asString());
    assertEquals(List.of("signed V1", "scanned V1", "handed over V1"), pharmacy.desk.told);
    assertEquals(List.of("prescription", "number", "dispenses"),
        pharmacy.parcels().stream().map(one -> one.kind()).toList());
    assertEquals("409 pack-stopped", pharmacy.refusal(HOSPITAL, "POST", "/dispenses",
        give(ids.getFirst(), item(ids.get(1), panadin(1), ""))));
    var again = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(1) + "\", \"line\": \"" + ids.get(1) + "\"}");
    assertEquals("DOUBLE_SCAN", again.at("/opinion/meaning").asString());
    assertFalse(again.at("/opinion/alarming").asBoolean());
    var elsewhere = pharmacy.post(APOTEK, "/verify", "{\"barcode\": \"" + panadin(1) + "\"}");
    assertEquals("DISPENSED_ELSEWHERE", elsewhere.at("/opinion/meaning").asString());
    var pack = pharmacy.get(HOSPITAL, "/pack?barcode=" + encoded(panadin(1)));
    assertEquals("used", pack.path("state").asString());
    assertEquals("dispensed", pack.path("events").path(1).path("what").asString());
  }

  private static String encoded(String barcode) {
    return java.net.URLEncoder.encode(barcode.replace("\\u001d", "\u001d"), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void halfAPackGoesToOnePatientAndTheRestToAnother() {
    var one = pharmacy.prescribe(TABLETS);
    var other = pharmacy.prescribe(TABLETS);
    pharmacy.post(HOSPITAL, "/dispenses", give(one.getFirst(), item(one.get(1), panadin(2), ", \"units\": 4")));
    var accept = give(other.getFirst(), item(other.get(1), panadin(2), "")).replace("]}]}", "]}], \"accept\": [\"DUPLICATE\"]}");
    assertEquals("409 findings", pharmacy.refusal(HOSPITAL, "POST", "/dispenses",
        give(other.getFirst(), item(other.get(1), panadin(2), ""))));
    var given = pharmacy.post(HOSPITAL, "/dispenses", accept);
    assertEquals("6", given.at("/dispenses/0/quantity").asString());
    assertEquals("409 pack-stopped", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", accept));
  }

  @Test
  void nothingGoesBeyondASupplyAndTheNextOneMayBeHad() {
    var ids = pharmacy.prescribe(TABLETS);
    var two = "{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(3) + "\"}, {\"barcode\": \""
        + panadin(4) + "\", \"units\": 5}]}";
    assertEquals("409 too-much", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", give(ids.getFirst(), two)));
    pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), item(ids.get(1), panadin(3), "")));
    pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), item(ids.get(1), panadin(4), "")));
    assertEquals("409 too-much", pharmacy.refusal(HOSPITAL, "POST", "/dispenses",
        give(ids.getFirst(), item(ids.get(1), panadin(5), ", \"units\": 1"))));
    var copy = pharmacy.ask(HOSPITAL, "GET", "/prescriptions/" + ids.getFirst() + "/copy", "").text();
    assertTrue(copy.contains("No. X") && copy.contains("iter 1x") && copy.contains(">det<"), copy);
  }

  @Test
  void aSubstitutionNeedsTwoPeopleAndAReason() {
    var ids = pharmacy.prescribe(TABLETS.replace("93990002", "93990013").replace("Paracetamol 500 mg Tablet (PANADIN)",
        "Amlodipine 5 mg Tablet (AMDIPRES)"));
    var pack = "{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(6) + "\"}]";
    assertEquals("409 pack-stopped", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", give(ids.getFirst(), pack + "}")));
    assertEquals("422 substitution", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", give(ids.getFirst(), pack
        + ", \"substitution\": {\"type\": \"TG\", \"reason\": \"OS\", \"doctor\": \"1\", \"pharmacist\": \"1\"}}")));
    pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), pack
        + ", \"substitution\": {\"type\": \"TG\", \"reason\": \"OS\", \"doctor\": \"N1\", \"pharmacist\": \"A1\"}}"));
  }

  @Test
  void anAllergyMustBeAcceptedByName() {
    pharmacy.post(HOSPITAL, "/allergies", "{\"patient\": \"" + PATIENT + "\", \"substance\": \"91990001\", \"name\":"
        + " \"Paracetamol\"}");
    var ids = pharmacy.prescribe(TABLETS);
    var order = give(ids.getFirst(), item(ids.get(1), panadin(7), ""));
    assertEquals("409 findings", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", order));
    pharmacy.post(HOSPITAL, "/dispenses", order.substring(0, order.length() - 1) + ", \"accept\": [\"ALLERGY\"]}");
    var seen = pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst());
    assertEquals("ALLERGY", seen.at("/lines/0/findings/0/kind").asString());
    assertEquals("PND2601", seen.at("/lines/0/take/0/batch").asString(), "what expires first");
  }

  @Test
  void aCompoundRemembersWhatWentIntoIt() {
    var ids = pharmacy.prescribe(COMPOUND);
    assertEquals("signed V1 compound", pharmacy.desk.told.getFirst());
    var made = pharmacy.post(HOSPITAL, "/compounds", "{\"line\": \"" + ids.get(1) + "\", \"made\": 20, \"packs\": [{\"barcode\":"
        + " \"" + panadin(8) + "\"}]}");
    assertEquals("0", Integer.toString(made.path("findings").size()), made.toString());
    var compound = made.path("id").asString();
    var item = "{\"line\": \"" + ids.get(1) + "\", \"compound\": \"" + compound + "\", \"quantity\": ";
    var given = pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), item + "12}"));
    assertEquals("3300", given.path("price").asString(), "12 of 20 capsules of ten tablets at 550");
    assertEquals("409 compound-stopped", pharmacy.refusal(HOSPITAL, "POST", "/dispenses",
        give(ids.getFirst(), item + "8}").replace(compound, "7")));
    var recall = pharmacy.post(HOSPITAL, "/recalls", "{\"by\": \"serial\", \"value\": \"" + panadin(8)
        + "\", \"reason\": \"uji\"}");
    var reached = pharmacy.get(HOSPITAL, "/recalls/" + recall.path("id").asString() + "/patients");
    assertEquals(1, reached.path("rows").size());
    assertEquals(compound, reached.at("/rows/0/compound").asString());
    assertEquals(PATIENT, reached.at("/rows/0/patient").asString());
    assertEquals("409 compound-stopped", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", give(ids.getFirst(), item + "8}")));
  }

  @Test
  void tooLittleInACompoundMustBeAccepted() {
    var ids = pharmacy.prescribe(COMPOUND);
    var body = "{\"line\": \"" + ids.get(1) + "\", \"made\": 20, \"packs\": [{\"barcode\": \"" + panadin(9)
        + "\", \"units\": 5}]";
    assertEquals("409 findings", pharmacy.refusal(HOSPITAL, "POST", "/compounds", body + "}"));
    pharmacy.post(HOSPITAL, "/compounds", body + ", \"accept\": [\"AMOUNT\"]}");
  }

  @Test
  void whatIsExpiredOrKeptApartOrOfAnotherBatchIsStopped() {
    var expired = pack("DKL2499900810A1", "AMX2301", LocalDate.of(2026, 6, 30), "AMW0001");
    assertEquals("EXPIRED", reason(expired, ""));
    pharmacy.post(HOSPITAL, "/move", "{\"barcodes\": [\"" + panadin(10) + "\"], \"place\": \"KARANTINA\", \"quarantine\": true,"
        + " \"reason\": \"kemasan penyok\"}");
    assertEquals("QUARANTINED", reason(panadin(10), ""));
    assertEquals("OTHER_BATCH", reason(panadin(11), ", \"batch\": \"PND9999\""));
    assertEquals("UNKNOWN", reason(panadin(9999), ""));
  }

  private String reason(String barcode, String more) {
    return pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + barcode + "\"" + more + "}").path("reason").asString();
  }

  @Test
  void aSpoiltScanIsExplained() {
    var spoilt = panadin(12).toLowerCase(java.util.Locale.ROOT).replace("\\u001d", "\\u001d");
    assertEquals("KEYBOARD_LAYOUT", pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + spoilt + "\"}")
        .at("/opinion/meaning").asString());
    assertEquals("HELD_ELSEWHERE", pharmacy.post(APOTEK, "/verify", "{\"barcode\": \"" + panadin(12) + "\"}")
        .at("/opinion/meaning").asString());
    assertEquals("NEVER_RECEIVED", pharmacy.post(APOTEK, "/verify", "{\"barcode\": \"ENTAH\"}")
        .at("/opinion/meaning").asString());
  }

  @Test
  void aLabelNamesThePatientAndEscapesWhatItIsGiven() {
    var ids = pharmacy.prescribe(TABLETS.replace("3 dd 1", "3 dd 1 <b>sesudah makan</b>"));
    var given = pharmacy.post(HOSPITAL, "/dispenses", give(ids.getFirst(), item(ids.get(1), panadin(13), "")));
    var label = pharmacy.ask(HOSPITAL, "GET", "/dispenses/" + given.at("/dispenses/0/id").asString() + "/label", "").text();
    assertTrue(label.contains("Pasien " + PATIENT) && label.contains("3 dd 1 &lt;b&gt;") && label.contains("ED 2029-03-31"),
        label);
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "GET", "/dispenses/" + given.at("/dispenses/0/id").asString()
        + "/label", ""));
  }

  @Test
  void whoMayNotIsToldSo() {
    assertEquals("401 unknown-caller", pharmacy.refusal("nobody", "GET", "/stock", ""));
    assertEquals("403 role", pharmacy.refusal(HOSPITAL + "-auditor", "POST", "/verify", "{\"barcode\": \"x\"}"));
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "POST", "/verify", "{}"));
    assertEquals("400 unreadable", pharmacy.refusal(HOSPITAL, "POST", "/verify", "["));
  }
}
