package id.jejak.app.sandbox.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Headers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskTest {
  private static String json(String system, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Mask.body(system, "application/json", bytes, bytes.length);
  }

  @Test
  void masksByName() {
    var shown = json("antrean", "{\"nik\": 3212345678987654, \"nama\": \"Budi\","
        + " \"kodepoli\": \"ANA\", \"a\": [{\"nohp\": \"1\"}]}");
    assertFalse(shown.matches("(?s).*(3212|Budi|\"1\").*"), shown);
    assertTrue(shown.contains("ANA"), shown);
  }

  @Test
  void masksByLook() {
    var shown = Mask.patterns("nik 3212345678987654 kartu 0001234567891 hp 085635228888 +6285635228888"
        + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc Bearer abcdef123 kode 1615869169000");
    assertEquals("nik 3212************ kartu 000********** hp *** *** *** Bearer *** kode 1615869169000", shown);
  }

  @Test
  void aCutBodyIsMaskedAllTheSame() {
    var shown = json("antrean", "{\"nik\": \"3212345678987654\", \"nama\": \"Budi San\", \"password\":\"rahas");
    assertFalse(shown.matches("(?s).*(Budi|rahas|32123456).*"), shown);
  }

  @Test
  void whoAPatientIsIsMaskedAndWhatAMedicineIsIsNot() {
    var shown = json("satusehat", "{\"resourceType\": \"Patient\", \"name\": [{\"text\": \"Budi\"}], \"telecom\":"
        + " [{\"value\": \"x\"}]}") + json("satusehat", "{\"resourceType\": \"MedicationRequest\", \"subject\":"
        + " {\"display\": \"Budi\"}, \"medicationReference\": {\"display\": \"Parasetamol\"}}");
    assertFalse(shown.contains("Budi") || shown.contains("\"x\""), shown);
    assertTrue(shown.contains("Parasetamol"), shown);
  }

  @Test
  void namesOfFacilitiesStay() {
    assertTrue(json("ttac", "{\"nama\": \"Sarana A\", \"token\": \"abc\"}").contains("Sarana A"));
    assertFalse(json("ttac", "{\"nama\": \"Sarana A\", \"token\": \"abc\"}").contains("abc"));
  }

  @Test
  void headersAndQueriesAreMasked() {
    var headers = Mask.headers("antrean", Headers.of("Authorization", "Bearer abcdefgh", "x-token", "t",
        "X-cons-id", "7"));
    assertEquals("{Authorization=[***], x-token=[***], X-cons-id=[7]}", headers.toString());
    assertEquals("token=***&barcode=A1", Mask.query("ttac", "token=abc&barcode=A1"));
  }
}
