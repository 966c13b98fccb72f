package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsFreshnessTest {
  private static final List<Key<?>> KEYS =
      List.of(Key.number("http.port", 8080, 0, 65_535, "Port | address."));

  @TempDir
  Path root;

  @BeforeEach
  void placesForTheTables() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("README.md"),
        "# Top\n<!-- operations -->\nold\n<!-- /operations -->\nBottom\n");
    Files.writeString(root.resolve("docs/settings.md"), "<!-- settings -->\n<!-- /settings -->\n");
  }

  @Test
  void rewritesWhatIsStaleAndNamesItOnce() throws IOException {
    var stale = rewrite(Samples.system());
    assertEquals(6, stale.size(), stale::toString);
    assertTrue(stale.contains(Path.of("README.md")), stale::toString);
    assertEquals(List.of(), rewrite(Samples.system()));

    Files.writeString(root.resolve("docs/reference/sample/sample.pack.list.md"), "changed by hand");
    assertEquals(List.of(Path.of("docs/reference/sample/sample.pack.list.md")), rewrite(Samples.system()));
    assertEquals(List.of(), rewrite(Samples.system()));
  }

  @Test
  void keepsWhatStandsAroundATable() throws IOException {
    rewrite(Samples.system());
    var readme = Files.readString(root.resolve("README.md"));
    assertTrue(readme.startsWith("# Top\n<!-- operations -->\n| document |"), readme);
    assertTrue(readme.endsWith("|\n<!-- /operations -->\nBottom\n"), readme);
    assertTrue(readme.contains("| `GET /pack/list` | partly: Sorting. |"), readme);
    assertTrue(readme.contains("sample/sample.pack.trace.md) | `GET /pack/{barcode}/trace` | ours |"));
    var settings = Files.readString(root.resolve("docs/settings.md"));
    assertTrue(settings.contains("| `http.port` | `8080` | Port \\| address. |"));
  }

  @Test
  void removesThePageOfAnOperationThatIsGoneAndNothingElse() throws IOException {
    rewrite(Samples.system());
    var ours = root.resolve("docs/reference/sample/README.md");
    Files.writeString(ours, "by hand");
    var stale = rewrite(Samples.system(List.of(Samples.LOGIN, Samples.LIST, Samples.RECEIVE)));
    assertEquals(List.of(Path.of("README.md"), Path.of("docs/reference/sample/sample.pack.trace.md")), stale);
    assertFalse(Files.exists(root.resolve("docs/reference/sample/sample.pack.trace.md")));
    assertTrue(Files.exists(ours));
  }

  @Test
  void saysWhichFileHasNoPlaceForItsTable() throws IOException {
    Files.writeString(root.resolve("README.md"), "no table");
    var failure = assertThrows(IllegalStateException.class, () -> rewrite(Samples.system()));
    var said = failure.getMessage();
    assertTrue(said.contains("README.md has no lines <!-- operations -->"), said);
  }

  @Test
  void textsCannotBreakOutOfATable() throws IOException {
    rewrite(Samples.system());
    var page = Files.readString(root.resolve("docs/reference/sample/sample.pack.receive.md"));
    var row = page.lines().filter(line -> line.startsWith("| 2 |")).findFirst().orElseThrow();
    assertEquals(5, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
    assertTrue(row.endsWith("\\<script\\>alert(\"x\" & 'y')\\</script\\> \\`\\| \\* |"), row);
  }

  private List<Path> rewrite(SystemDocs system) {
    return DocsFreshness.rewrite(root, List.of(system), KEYS);
  }
}
