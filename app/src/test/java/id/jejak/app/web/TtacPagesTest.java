package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard's returns, phone page and pack page, over a socket. */
@SecondLane
class TtacPagesTest {
  private static final Pattern PROPOSAL = Pattern.compile("id=\"usulan-(\\d+)\"");
  private static TestConsole console;

  @BeforeAll
  static void start() {
    console = TestConsole.start();
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @BeforeEach
  void afresh() {
    console.json("POST", "/sandbox/reset", "");
    console.forgetCookies();
    var login = console.form("/console/ttac", "/console/ttac/login", "email", "farmasi@sarana-a.example", "password",
        "jejak-123");
    assertEquals(303, login.status(), login.text());
  }

  private static String token(int sarana) {
    var emails = java.util.Map.of(123, "farmasi@sarana-a.example", 284, "gudang@pbf-nusantara.example");
    return Json.read(console.json("POST", "/api/v3/auth/login", "{\"email\": \"" + emails.get(sarana)
        + "\", \"password\": \"jejak-" + sarana + "\"}").bytes()).at("/data/user/token").stringValue();
  }

  /** The pallet of the demo world comes to sarana 123. */
  private static void received() {
    console.json("POST", "/api/v3/barcode/send", "{\"token\": \"" + token(284)
        + "\", \"id_sarana_tujuan\": 123, \"barcode\": [\"TSR_SGTDEV001\"]}");
    console.json("POST", "/api/v3/barcode/receive", "{\"token\": \"" + token(123)
        + "\", \"barcode\": [\"TSR_SGTDEV001\"]}");
  }

  private static Response propose(String by) {
    return console.form("/console/ttac/returns", "/console/ttac/returns", "target", "284", "barcodes", "TSR_SGTDEV001",
        "reason", "segel <rusak>", "by", by);
  }

  private static String proposal() {
    var found = PROPOSAL.matcher(console.get("/console/ttac/returns").text());
    assertTrue(found.find(), "a proposal");
    return found.group(1);
  }

  private static Response decide(String id, String by, String decision) {
    return console.form("/console/ttac/returns", "/console/ttac/returns/" + id, "by", by, "decision", decision, "note",
        "");
  }

  private static String where() {
    return Json.read(console.get("/api/v3/barcode/trace?token=" + token(284) + "&barcode=TSR_SGTDEV001").bytes())
        .at("/data/transit/jenis").asString("");
  }

  @Test
  void aReturnGoesOnlyWhenASecondPersonSaysYes() {
    received();
    assertEquals(303, propose("Budi").status());
    assertEquals("", where(), "nothing was sent yet");
    var id = proposal();
    assertTrue(console.get("/console/ttac/returns").text().contains("segel &lt;rusak"), "escaped");
    assertEquals(422, decide(id, "budi", "approve").status(), "not by the same person");
    assertEquals("", where());
    assertEquals(303, decide(id, "Siti", "approve").status());
    assertEquals("retur", where());
    assertTrue(console.get("/console/ttac/returns").text().contains("terkirim"));
    assertEquals(409, decide(id, "Tono", "reject").status(), "decided already");
  }

  @Test
  void whatIsRejectedIsNotSentAndWhatTtacWouldRefuseIsNotProposed() {
    assertEquals(422, propose("Budi").status(), "not held here yet");
    received();
    assertEquals(422, propose(" ").status(), "no name");
    assertEquals(303, propose("Budi").status());
    assertEquals(303, decide(proposal(), "Siti", "reject").status());
    assertEquals("", where());
    assertTrue(console.get("/console/ttac/returns").text().contains("ditolak"));
  }

  @Test
  void anotherFacilitysProposalsAreNotThere() {
    received();
    propose("Budi");
    var id = proposal();
    console.forgetCookies();
    console.form("/console/ttac", "/console/ttac/login", "email", "apotek@sarana-b.example", "password", "jejak-456");
    assertFalse(console.get("/console/ttac/returns").text().contains("usulan-"));
    assertEquals(422, decide(id, "Siti", "approve").status());
  }

  @Test
  void aPhotographIsReadIntoTheList() {
    var symbol = console.get("/console/ttac/symbol?barcode=SGTDEV001PRM0001");
    assertEquals(200, symbol.status());
    var body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + console.csrf("/console/ttac/phone")
        + "\r\n--b\r\nContent-Disposition: form-data; name=\"barcodes\"\r\n\r\nLAMA-1\r\n--b\r\nContent-Disposition:"
        + " form-data; name=\"picture\"; filename=\"foto.png\"\r\nContent-Type: image/png\r\n\r\n"
        + new String(symbol.bytes(), StandardCharsets.ISO_8859_1) + "\r\n--b--\r\n";
    var read = console.raw("/console/ttac/phone", "multipart/form-data; boundary=b",
        body.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(read.text().contains("LAMA-1\nSGTDEV001PRM0001"), read.text());
  }

  @Test
  void aPackShowsWhatItHoldsAndWhereItWas() {
    received();
    var page = console.get("/console/ttac/pack?barcode=SKD_SGTDEV001").text();
    for (var word : new String[] {"TSR_SGTDEV001", "SGTDEV001PRM0005", "<svg class=\"plot holders\"",
        "1. PBF Nusantara Medika, Bekasi", "2. Sarana A, Jakarta Selatan"}) {
      assertTrue(page.contains(word), word + " is not in " + page);
    }
  }
}
