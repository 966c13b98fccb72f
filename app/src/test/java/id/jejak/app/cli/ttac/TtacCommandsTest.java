package id.jejak.app.cli.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TtacCommandsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

  private final StringWriter out = new StringWriter();
  private String failure = "";

  private int run(Object command, String... args) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((e, line, parsed) -> {
          failure = String.valueOf(e.getMessage());
          return 2;
        })
        .execute(args);
  }

  @Test
  void aSymbolIsWrittenAsTheFilesNameSays(@TempDir Path folder) throws IOException {
    var png = folder.resolve("a.PNG");
    assertEquals(0, run(new SymbolCommand(CLOCK), "(90)GKL1222251043A1(10)B1(17)290630(21)S1",
        "--out", png.toString()));
    assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
    var svg = folder.resolve("a.svg");
    assertEquals(0, run(new SymbolCommand(CLOCK), "SGTDEV001PRM0001", "--carrier", "qr", "--out", svg.toString()));
    assertTrue(Files.readString(svg).startsWith("<svg"));
    assertEquals(0, run(new SymbolCommand(CLOCK), "SGTDEV001PRM0001", "--carrier", "qr"));
    assertEquals(Files.readString(svg), out.toString());
  }

  @Test
  void whatCannotBeDrawnOrWrittenSaysWhy(@TempDir Path folder) {
    assertEquals(2, run(new SymbolCommand(CLOCK), "A", "--out", folder.resolve("a.gif").toString()));
    assertTrue(failure.contains(".png or .svg"), failure);
    assertEquals(2, run(new SymbolCommand(CLOCK), "A".repeat(5000)));
    assertTrue(failure.startsWith("cannot be drawn"), failure);
    assertEquals(2, run(new SymbolCommand(CLOCK), "A", "--out", folder.resolve("none/a.svg").toString()));
    assertTrue(failure.startsWith("cannot write"), failure);
  }

  @Test
  void aTraceNeedsToKnowWhoAsksAndWhom() {
    assertEquals(2, run(new TraceCommand(), "A"));
    assertTrue(failure.startsWith("say who asks"), failure);
    assertEquals(2, run(new TraceCommand(), "A", "--token", "x", "--url", "http://127.0.0.1:1"));
    assertTrue(failure.startsWith("nothing answers at http://127.0.0.1:1"), failure);
  }

  @Test
  void aTimelineTellsWhatItIsWhereItIsAndWhatHappened() {
    var lines = Timeline.of(Json.read("""
        {"barcode": "90NIE\\u001d21S\\u001b[2J", "barcode_level": "primer", "status": "active", "nie": "TR202358291",
         "batch_no": "STRIAL", "exp_date": "2030-12-31", "holder": {"id": 284, "nama": "PBF"},
         "transit": {"from": {"id": 284, "nama": "PBF"}, "to": {"id": 123, "nama": "Sarana A"}, "jenis": "kirim",
          "since": "2026-11-22T02:30:00Z", "since_wib": "2026-11-22 09:30:00"},
         "inside": ["SKD", "TSR"], "total": 4, "offset": 0, "limit": 2, "history": [
         {"life": 1, "at_wib": "2026-11-22 09:00:00", "event": "register", "sarana": {"id": 284, "nama": "PBF"},
          "from": null, "to": null, "jenis": null, "reason": null, "via": null, "parent": "SKD", "request": "r"},
         {"life": 1, "at_wib": "2026-11-22 09:30:00", "event": "return", "sarana": {"id": 284, "nama": "PBF"},
          "from": {"id": 284, "nama": "PBF"}, "to": {"id": 123, "nama": "Sarana A"}, "jenis": "retur",
          "reason": "rusak", "via": "TSR", "parent": null, "request": "r"}]}""")).lines().toList();
    assertEquals(java.util.List.of(
        "90NIE<GS>21S?[2J  primer, active",
        "  NIE TR202358291, batch STRIAL, expires 2030-12-31",
        "  on its way (kirim) from 284 PBF to 123 Sarana A since 2026-11-22 09:30:00",
        "  inside SKD, in TSR",
        "",
        "  2026-11-22 09:00:00  register      by 284 PBF, into SKD",
        "  2026-11-22 09:30:00  return        284 PBF -> 123 Sarana A, with TSR: rusak",
        "  and 2 more"), lines);
  }
}
