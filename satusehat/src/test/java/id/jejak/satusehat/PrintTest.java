package id.jejak.satusehat;

import static id.jejak.satusehat.TestSatusehat.HOSPITAL;
import static id.jejak.satusehat.TestSatusehat.PHARMACY;
import static id.jejak.satusehat.client.Desks.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.jejak.satusehat.client.Desks;
import id.jejak.satusehat.client.Numbers;
import id.jejak.satusehat.client.care.Coverage;
import id.jejak.satusehat.client.care.Quantity;
import id.jejak.satusehat.client.variations.Variations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A prescription on paper: its text is read back, its QR code is scanned. */
class PrintTest {
  private static final String EXAMPLE = "/DocumentReference/d2c5b1a7-3f64-4a0e-9c85-7be0c1d2e3f4/$print";
  private static TestSatusehat satusehat;

  @BeforeAll
  static void start() {
    satusehat = new TestSatusehat();
  }

  @AfterAll
  static void stop() {
    satusehat.close();
  }

  @BeforeEach
  void fresh() {
    satusehat.reset();
  }

  private record Printed(String text, List<String> codes, int pages) {}

  /** With pictures beside it, for whoever wants to look. */
  private static Printed read(byte[] pdf, String name) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "print"));
    Files.write(folder.resolve(name + ".pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper().getText(document);
      var codes = new java.util.ArrayList<String>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        var image = new PDFRenderer(document).renderImageWithDPI(page, 150);
        ImageIO.write(image, "png", folder.resolve(name + "-" + page + ".png").toFile());
        try {
          codes.add(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
              new BufferedImageLuminanceSource(image)))).getText());
        } catch (ReaderException e) {
          continue; // a page without a code
        }
      }
      return new Printed(text, codes, document.getNumberOfPages());
    }
  }

  private static Printed print(String organization, String path, String name) throws IOException {
    var answer = satusehat.ask(organization, "GET", path, "");
    assertEquals(200, answer.status());
    assertEquals("application/pdf", answer.header("Content-Type").orElseThrow());
    return read(answer.bytes(), name);
  }

  @Test
  void theDocumentsExampleIsPrintedAsAPrescriptionIsWritten() throws IOException {
    var printed = print(HOSPITAL, EXAMPLE, "example");
    assertEquals(List.of("240925-7KAJ2MR"), printed.codes());
    for (var said : List.of("RAJAL TERPADU", "RESEP", "No. Resep Nasional 240925-7KAJ2MR", "R/",
        "Diazepam 5 mg Tablet (MERSIFARMA TIRMAKU MERCUSANA) 15 tab", "m.f. kapsul No. XXX caps, da No. XX caps",
        "m.f. kapsul d.t.d. No. XX caps", "Iter 1 x", "S 3 dd caps I", "Pro: Yudi Nurwanto", "Umur: 29 tahun",
        "BB: 65 kg", "SEP: 0301R0011117V000009")) {
      assertTrue(printed.text().contains(said), said + " is not in:\n" + printed.text());
    }
    assertFalse(printed.text().contains("det"), printed.text());
    assertFalse(printed.text().contains("9271061903950011"), "nobody needs the identity number");
  }

  @Test
  void aCopySaysWhatWasGiven() throws IOException {
    var printed = print(PHARMACY, EXAMPLE + "?copy=true", "copy");
    for (var said : List.of("SALINAN RESEP", "- det orig -", "- nedet -", "p.c.c.", "Apotek Sarana B")) {
      assertTrue(printed.text().contains(said), said + " is not in:\n" + printed.text());
    }
  }

  @Test
  void allKindsOfPrescriptionStandOnOneSheetAndMore() throws IOException {
    var line = satusehat.handler;
    var numbers = Numbers.polling(Desks.fhir(satusehat, line, HOSPITAL), Desks.AT_ONCE);
    var hospital = Desks.hospital(satusehat, line, numbers);
    var visit = hospital.visit("P1", done(hospital.patient(Desks.PATIENT)), done(hospital.doctor(Desks.DOCTOR)));
    done(visit.open());
    var draft = visit.prescription("P1-R").paidBy(Coverage.bpjs("0301R0011117V000008"))
        .beside(done(visit.weight(new BigDecimal("56.5"))));
    Variations.all(satusehat.clock.instant()).forEach(one -> draft.add(one.prescribed().noting("awas: alergi \u2603")));
    var sent = done(draft.send());
    var nrn = done(draft.number(Duration.ofSeconds(5)));
    var pharmacy = Desks.pharmacy(satusehat, line);
    var received = done(pharmacy.prescription(nrn));
    var counter = pharmacy.visit("P1", received.patient(), done(pharmacy.pharmacist(Desks.PHARMACIST)));
    done(counter.open());
    done(counter.dispense(received.items().get(6)).giving(Quantity.of(9,
        id.jejak.satusehat.client.care.Unit.TABLET)).send());
    var path = "/" + sent.document().reference() + "/$print";
    var printed = print(HOSPITAL, path, "all");
    assertEquals(List.of(nrn), printed.codes());
    assertTrue(printed.pages() > 1);
    for (var said : List.of("No. XLIX tab", "S 1-3 dd u.e.", "S semel", "S 3 dd 6 IU 15 menit a.c.",
        "S o. 4-6 h. 5 ml p.r.n. demam", "S 1 dd tab IV", "S 1 dd gtt I vesp.", "m.f. serbuk oral d.t.d. No. XII pulv",
        "BB: 56,5 kg", "Permethrin 25 mg / 1 g", "m.f. kapsul No. XXX caps",
        "Catatan: awas: alergi ?", "Pembiayaan: BPJS-K")) {
      assertTrue(printed.text().contains(said), said + " is not in:\n" + printed.text());
    }
    var copy = print(PHARMACY, path + "?copy=true", "all-copy").text();
    assertTrue(copy.contains("- did IX tab -"), copy);
  }

  @Test
  void whatIsNoPrescriptionIsNotPrinted() {
    assertEquals(404, satusehat.ask(HOSPITAL, "GET", "/DocumentReference/nothing/$print", "").status());
    var other = satusehat.create(HOSPITAL, "DocumentReference", """
        {"resourceType":"DocumentReference","status":"current","type":{"coding":[{"code":"34133-9"}]},
         "content":[{"attachment":{"title":"x"}}]}""");
    var answer = satusehat.ask(HOSPITAL, "GET", "/DocumentReference/" + other.path("id").asString() + "/$print", "");
    assertEquals(400, answer.status());
    assertTrue(answer.text().contains("is no prescription"), answer.text());
  }

  @Test
  void anUnnumberedPrescriptionHasNoCode() throws IOException {
    try (var slow = new TestSatusehat(Map.of("satusehat.number-after", "PT1H"))) {
      var item = slow.create(HOSPITAL, "MedicationRequest", Samples.request(10, 0)).path("id").asString();
      var document = slow.create(HOSPITAL, "DocumentReference",
          Samples.document(Samples.reference("MedicationRequest", item))).path("id").asString();
      var answer = slow.ask(HOSPITAL, "GET", "/DocumentReference/" + document + "/$print", "");
      var printed = read(answer.bytes(), "unnumbered");
      assertEquals(List.of(), printed.codes());
      assertTrue(printed.text().contains("belum diberikan"), printed.text());
    }
  }
}
