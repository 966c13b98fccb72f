package id.jejak.app.sandbox.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.app.web.OwnOperations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final Operation ADD = OwnOperations.own("sample.person.add", "POST", "/person/add", "Add", "Adds.",
      List.of(new Param("tanggalahir", Need.REQUIRED, "String", "", "\"2000-01-01\""),
          new Param("kodepoli", Need.OPTIONAL, "String", "", "\"ANA\""),
          new Param("barcode", Need.OPTIONAL, "Array String", "", "[\"A\"]"),
          new Param("request", Need.OPTIONAL, "Object", "", "{\"noSEP\": \"1\", \"user\": \"x\"}")), "{}");

  private static List<String> hints(@Nullable Operation operation, String path, String query, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var seen = new Seen(1, Instant.EPOCH, "sample", operation, "/s", new Seen.Asked("POST", path, query, Headers.NONE,
        "", "", bytes, bytes.length), new Seen.Answered(400, Headers.NONE, new byte[0], 0), 1, null);
    return Nearest.hints(seen, List.of(ADD)).stream().map(Hint::en).toList();
  }

  @Test
  void saysHowTheDocumentWritesAName() {
    assertEquals(List.of("You sent `tanggal_lahir`, the document says `tanggalahir`.",
        "You sent `kodePoli`, the document says `kodepoli`."),
        hints(ADD, "/s/person/add", "", "{\"tanggal_lahir\": \"x\", \"kodePoli\": \"y\"}"));
  }

  @Test
  void saysWhatIsMissingAndWhatIsTooMuch() {
    assertEquals(List.of("`warna` is not in the document, so it is ignored.",
        "`tanggalahir` is required and was not sent."), hints(ADD, "/s/person/add", "warna=merah", ""));
  }

  @Test
  void looksInsideObjectsAndAtArrays() {
    assertEquals(List.of("`barcode` is an array in the document ([...]).",
        "You sent `request.noSep`, the document says `request.noSEP`."), hints(ADD, "/s/person/add", "",
        "{\"tanggalahir\": \"x\", \"barcode\": \"A\", \"request\": {\"noSep\": \"1\", \"user\": \"u\"}}"));
  }

  @Test
  void aPathOneSlipAwayIsFound() {
    assertEquals(List.of("You asked `POST /s/person/ad`, the document says `POST /s/person/add`."),
        hints(null, "/s/person/ad", "", ""));
    assertEquals(List.of(), hints(null, "/s/something/else/entirely", "", ""));
  }

  @Test
  void aValidRequestGetsNoHint() {
    assertEquals(List.of(), hints(ADD, "/s/person/add", "", "{\"tanggalahir\": \"x\"}"));
  }
}
