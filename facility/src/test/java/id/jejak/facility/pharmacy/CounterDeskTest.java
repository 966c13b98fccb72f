package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.PATIENT;
import static id.jejak.facility.pharmacy.TestPharmacy.TABLETS;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands around the counter: who waits, which line a pack is for, what is printed, what doctors keep. */
class CounterDeskTest {
  private static final String OINTMENT =
      "{\"kfa\": \"93990003\", \"name\": \"Salep Contoh\", \"quantity\": 5, \"unit\":"
      + " \"TAB\", \"signa\": \"2 dd ue\", \"route\": \"TD\"}";
  private static final String COMPOUND =
      "{\"kind\": \"SD\", \"quantity\": 10, \"unit\": \"CAP\", \"signa\": \"3 dd 1\","
      + " \"ingredients\": [{\"kfa\": \"91990001\", \"name\": \"Paracetamol\", \"amount\": 250, \"unit\": \"mg\"}]}";
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
  }

  private static String text(Response pdf) throws IOException {
    assertEquals("application/pdf", pdf.header("Content-Type").orElse(""));
    try (var document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String give(String prescription, String line, int pack) {
    return pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + prescription
        + "\", \"items\": [{\"line\": \"" + line
        + "\", \"packs\": [{\"barcode\": \"" + panadin(pack) + "\"}]}]}").at("/dispenses/0/id").asString();
  }

  @Test
  void whoeverWaitsLongestStandsFirstUntilServed() {
    var first = pharmacy.prescribe(TABLETS);
    pharmacy.clock.set(TestPharmacy.NOW.plus(Duration.ofMinutes(5)));
    var second = pharmacy.prescribe(COMPOUND);
    var rows = pharmacy.get(HOSPITAL, "/waiting").path("rows");
    assertEquals(List.of(first.getFirst(), second.getFirst()), rows.valueStream().map(row -> row.path("id").asString())
        .toList());
    assertFalse(rows.path(0).path("compound").asBoolean());
    assertTrue(rows.path(1).path("compound").asBoolean());
    give(first.getFirst(), first.get(1), 1);
    assertEquals(second.getFirst(), pharmacy.get(HOSPITAL, "/waiting").at("/rows/0/id").asString(),
        "a repeat is not waited for today");
    assertEquals(0, pharmacy.get(APOTEK, "/waiting").path("rows").size(), "nobody waits at another facility");
    pharmacy.clock.set(TestPharmacy.NOW.plus(Duration.ofHours(25)));
    assertEquals(0, pharmacy.get(HOSPITAL, "/waiting").path("rows").size());
    pharmacy.clock.set(TestPharmacy.NOW);
  }

  @Test
  void aPackFindsItsLine() {
    var ids = pharmacy.prescribe(COMPOUND + ", " + TABLETS + ", " + OINTMENT);
    var answer = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(1) + "\", \"prescription\": \""
        + ids.getFirst() + "\"}");
    assertEquals(ids.get(1) + " SD 5", answer.path("line").asString() + " " + answer.path("kind").asString() + " "
        + answer.path("wanted").asString(), "ten capsules of 250 mg are five tablets of 500");
    var tablets = pharmacy.prescribe(OINTMENT + ", " + TABLETS);
    var fits = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(1) + "\", \"prescription\": \""
        + tablets.getFirst() + "\"}");
    assertEquals(tablets.get(2) + " 10", fits.path("line").asString() + " " + fits.path("wanted").asString());
    var other = pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + TestPharmacy.pack("DKL2499901310A1", "AMD2601",
        java.time.LocalDate.of(2029, 1, 31), "AMD0001") + "\", \"prescription\": \"" + tablets.getFirst() + "\"}");
    assertEquals("OTHER_PRODUCT", other.path("reason").asString());
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "POST", "/verify",
        "{\"barcode\": \"x\", \"prescription\": \""
        + tablets.getFirst() + "\"}"), "nothing is told of another facility's prescription");
  }

  @Test
  void aRequestThatIsSentTwiceGivesOnce() {
    var ids = pharmacy.prescribe(TABLETS);
    var give = "{\"prescription\": \"" + ids.getFirst() + "\", \"items\": [{\"line\": \"" + ids.get(1)
        + "\", \"dispensed\": 0, \"packs\": [{\"barcode\": \"" + panadin(5) + "\", \"units\": 4}]}]}";
    pharmacy.post(HOSPITAL, "/dispenses", give);
    assertEquals("409 served", pharmacy.refusal(HOSPITAL, "POST", "/dispenses", give));
    pharmacy.post(HOSPITAL, "/dispenses", give.replace("\"dispensed\": 0", "\"dispensed\": 4"));
    assertEquals("2", pharmacy.get(HOSPITAL, "/prescriptions/" + ids.getFirst()).at("/lines/0/left_now").asString());
  }

  @Test
  void labelsAreWhiteOrBlueAndSayHowItIsTaken() throws IOException {
    var ids = pharmacy.prescribe(TABLETS + ", " + OINTMENT);
    var white = give(ids.getFirst(), ids.get(1), 3);
    var blue = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"accept\":"
        + " [\"DUPLICATE\"], \"items\": [{\"line\": \"" + ids.get(2) + "\", \"packs\": [{\"barcode\": \""
        + TestPharmacy.pack("DKL2499900310A1", "SMT2601", java.time.LocalDate.of(2029, 6, 30), "SMT0001")
        + "\"}]}]}").at("/dispenses/0/id").asString();
    var labels = pharmacy.ask(HOSPITAL, "GET", "/labels?dispenses=" + white + "," + blue, "");
    var text = text(labels);
    assertTrue(text.contains("3 kali sehari 1 tablet") && text.contains("Pasien " + PATIENT) && text.contains(white)
        && text.contains("2 kali sehari 1 oles"), text);
    assertEquals(1, text.split("OBAT LUAR", -1).length - 1, "only what is not swallowed");
    try (var document = Loader.loadPDF(labels.bytes())) {
      assertEquals(2, document.getNumberOfPages());
    }
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "GET", "/labels?dispenses=" + white, ""));
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "GET", "/labels?dispenses=1;2", ""));
  }

  @Test
  void labelsStandInTheOrderOfTheirDispensesEachWithItsOwnLine() throws IOException {
    var ids = pharmacy.prescribe(OINTMENT + ", " + TABLETS);
    var other = pharmacy.prescribe(TABLETS.replace("3 dd 1", "2 dd 1"));
    var first = give(ids.getFirst(), ids.get(2), 6);
    var second = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + other.getFirst() + "\", \"accept\":"
        + " [\"DUPLICATE\"], \"items\": [{\"line\": \"" + other.get(1) + "\", \"packs\": [{\"barcode\": \"" + panadin(7)
        + "\"}]}]}").at("/dispenses/0/id").asString();
    var third = pharmacy.post(HOSPITAL, "/dispenses", "{\"prescription\": \"" + ids.getFirst() + "\", \"accept\":"
        + " [\"DUPLICATE\"], \"items\": [{\"line\": \"" + ids.get(1) + "\", \"packs\": [{\"barcode\": \""
        + TestPharmacy.pack("DKL2499900310A1", "SMT2601", java.time.LocalDate.of(2029, 6, 30), "SMT0001")
        + "\"}]}]}").at("/dispenses/0/id").asString();
    var labels = pharmacy.ask(HOSPITAL, "GET", "/labels?dispenses=" + third + "," + first + "," + second, "");
    var pages = new java.util.ArrayList<String>();
    try (var document = Loader.loadPDF(labels.bytes())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    assertEquals(3, pages.size());
    assertTrue(pages.get(0).contains("No. " + first) && pages.get(0).contains("3 kali sehari 1 tablet"), pages.toString());
    assertTrue(pages.get(1).contains("No. " + second) && pages.get(1).contains("2 kali sehari 1 tablet"), pages.toString());
    assertTrue(pages.get(2).contains("No. " + third) && pages.get(2).contains("2 kali sehari 1 oles"), pages.toString());
  }

  @Test
  void aPrescriptionAndItsCopyArePrinted() throws IOException {
    var ids = pharmacy.prescribe(TABLETS + ", " + COMPOUND);
    give(ids.getFirst(), ids.get(1), 4);
    var paper = text(pharmacy.ask(HOSPITAL, "GET", "/prescriptions/" + ids.getFirst() + "/paper", ""));
    assertTrue(paper.contains("RESEP") && paper.contains("d.t.d. No. X") && paper.contains("iter 1x"), paper);
    assertFalse(paper.contains("did") || paper.contains("p.c.c."), paper);
    var copy = text(pharmacy.ask(HOSPITAL, "GET", "/prescriptions/" + ids.getFirst() + "/paper?copy=true", ""));
    assertTrue(copy.contains("SALINAN RESEP") && copy.contains("did X") && copy.contains("nedet")
        && copy.contains("p.c.c."), copy);
  }

  @Test
  void favouritesAreADoctorsOwn() {
    pharmacy.post(HOSPITAL, "/favourites", "{\"name\": \"demam\", \"lines\": [" + TABLETS + "]}");
    pharmacy.post(HOSPITAL, "/favourites", "{\"name\": \"demam\", \"lines\": [" + TABLETS + ", " + COMPOUND + "]}");
    var rows = pharmacy.get(HOSPITAL, "/favourites").path("rows");
    assertEquals("1 2", rows.size() + " " + rows.at("/0/lines").size());
    assertEquals(0, pharmacy.get(APOTEK, "/favourites").path("rows").size());
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "POST", "/favourites",
        "{\"name\": \"demam\", \"lines\": [{\"kfa\": \"93990002\"}]}"));
    pharmacy.post(HOSPITAL, "/favourites/forget", "{\"name\": \"demam\"}");
    assertEquals(0, pharmacy.get(HOSPITAL, "/favourites").path("rows").size());
  }

  @Test
  void aSignaIsUnderstoodOrNot() {
    var read = pharmacy.get(HOSPITAL, "/signa?text=s+3+dd+cth+1+pc");
    assertEquals("3 dd 1 cth p.c.", read.path("text").asString());
    assertEquals("5 mL", read.at("/dosage/doseAndRate/0/doseQuantity/value").asString() + " "
        + read.at("/dosage/doseAndRate/0/doseQuantity/unit").asString());
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "GET", "/signa?text=usus+sue", ""));
  }

  @Test
  void goodsAreLookedAtBeforeTheyAreTakenIn() {
    var fresh = TestPharmacy.pack("DKL2499900210A1", "BARU", java.time.LocalDate.of(2030, 1, 31), "B1");
    var past = TestPharmacy.pack("DKL2499900210A1", "LAMA", java.time.LocalDate.of(2020, 1, 31), "L1");
    var rows = pharmacy.post(APOTEK, "/receive/check", "{\"barcodes\": [\"" + fresh
        + "\", \"(90)DKL2499900210A1(10)BARU"
        + "(17)300131(21)B1\", \"" + past + "\", \"" + panadin(1) + "\", \"ENTAH\"]}").path("rows");
    assertEquals(List.of("", "twice", "expired", "held-elsewhere", "untold"), rows.valueStream().map(row ->
        row.path("problem").isNull() ? "" : row.path("problem").asString()).toList());
    assertEquals("404 not-found", pharmacy.refusal(APOTEK, "GET", "/pack?barcode=B1", ""), "nothing was taken in");
  }

  @Test
  void recallsAreListedForEverybodyNewestFirst() {
    pharmacy.post(APOTEK, "/recalls", "{\"by\": \"batch\", \"value\": \"PND2601\", \"reason\": \"cemaran\"}");
    pharmacy.post(HOSPITAL, "/recalls", "{\"by\": \"nie\", \"value\": \"DKL2499901310A1\", \"reason\": \"label\"}");
    var rows = pharmacy.get(HOSPITAL, "/recalls").path("rows");
    assertEquals(List.of("nie rs-sarana-a", "batch apotek-sarana-b"), rows.valueStream().map(row ->
        row.path("by").asString() + " " + row.path("facility").asString()).toList());
  }
}
