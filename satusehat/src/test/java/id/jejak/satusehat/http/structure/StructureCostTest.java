package id.jejak.satusehat.http.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the check of one resource costs; written to a file, not asserted: the machine may be busy. */
class StructureCostTest {
  private static final int ROUNDS = 20_000;

  @Test
  void costOfOneResource() throws IOException {
    var told = new StringBuilder();
    for (var sample : DifferentialLaws.samples()) {
      var type = sample.path("resourceType").asString();
      int flaws = 0;
      for (int i = 0; i < ROUNDS; i++) {
        flaws += StructureCheck.of(type, sample).size();
      }
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        flaws += StructureCheck.of(type, sample).size();
      }
      told.append(String.format(Locale.ROOT, "%s: %.1f microseconds, %d characters%n", type,
          (System.nanoTime() - start) / 1000.0 / ROUNDS, sample.toString().length()));
      assertEquals(0, flaws);
    }
    Files.writeString(Path.of("target", "structure-cost.txt"), told);
  }
}
