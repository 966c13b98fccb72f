package id.jejak.app.cli.kfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@SecondLane
class GenerateCommandTest {
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

  private static GenerateCommand generate() {
    return new GenerateCommand(Map.of());
  }

  @Test
  void aFileHoldsADocumentALine(@TempDir Path folder) throws IOException {
    var file = folder.resolve("dictionary.ndjson");
    assertEquals(0, run(generate(), "--farmasi", "20", "--alkes", "50", "--clean", "--out", file.toString()));
    var lines = Files.readAllLines(file);
    assertTrue(out.toString().startsWith(file + ": " + lines.size() + " rows, "), out.toString());
    assertEquals("Paracetamol 500 mg Tablet (Umum)", Json.read(lines.getFirst()).path("name").asString());
    assertFalse(lines.stream().anyMatch(line -> line.contains("\"kfa_code\":\"/\"")));
  }

  @Test
  void theSeedDecides(@TempDir Path folder) throws IOException {
    for (var seed : new String[] {"1", "1", "2"}) {
      run(generate(), "--farmasi", "60", "--alkes", "0", "--seed", seed, "--out",
          folder.resolve("seed" + seed + ".ndjson").toString());
    }
    assertNotEquals(Files.readString(folder.resolve("seed1.ndjson")), Files.readString(folder.resolve("seed2.ndjson")));
  }

  @Test
  void whatCannotBeDoneSaysWhy(@TempDir Path folder) throws IOException {
    assertEquals(2, run(generate(), "--farmasi", "-1"));
    assertTrue(failure.contains("--farmasi"), failure);
    assertEquals(2, run(generate(), "--farmasi", "5", "--alkes", "0", "--out", folder.resolve("no/a").toString()));
    assertTrue(failure.startsWith("cannot write"), failure);
    assertEquals(2, run(generate(), "--farmasi", "5", "--alkes", "0", "--url", "http://127.0.0.1:1"));
    assertTrue(failure.startsWith("nothing answers"), failure);
    var file = Files.writeString(folder.resolve("atc.csv"), "code,name\nnot one,x\n");
    assertEquals(2, run(new AtcCommand(Map.of()), file.toString()));
    assertTrue(failure.contains("line 2"), failure);
    assertEquals(2, run(new AtcCommand(Map.of()), folder.resolve("none.csv").toString()));
    assertTrue(failure.contains("cannot be read"), failure);
  }
}
