package id.jejak.verify.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.jejak.app.docs.DocsFreshness;
import id.jejak.app.wiring.Wiring;
import id.jejak.verify.Repository;
import id.jejak.verify.house.TestHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written stays true: generated pages are fresh, links lead somewhere, and the README's first minute works. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");
  private static final Path ROOT = Repository.here().root();

  @Test
  void generatedDocsAreFresh() {
    assertEquals(List.of(), DocsFreshness.rewrite(ROOT, Wiring.docs(List.of()), Wiring.house().settings()),
        "these were stale and have been rewritten: look at the change, and commit it");
  }

  @Test
  void linksBetweenDocsLeadSomewhere() throws IOException {
    var broken = new ArrayList<String>();
    try (var files = Files.walk(ROOT)) {
      for (var file : files.filter(DocsTest::isDoc).toList()) {
        var links = LINK.matcher(Files.readString(file));
        while (links.find()) {
          if (!Files.exists(file.getParent().resolve(links.group(1)))) {
            broken.add(ROOT.relativize(file) + ": " + links.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static boolean isDoc(Path file) {
    var path = "/" + ROOT.relativize(file);
    return path.endsWith(".md") && !path.contains("/target/") && !path.contains("/node_modules/")
        && !path.startsWith("/data/");
  }

  @Test
  void theFirstMinuteWorksWhenPasted() throws IOException, InterruptedException {
    assumeTrue(there("bash") && there("curl") && there("sed"), "needs bash, curl and sed");
    try (var house = TestHouse.start()) {
      var process = new ProcessBuilder("bash", "-c", firstMinute()).redirectErrorStream(true);
      process.environment().put("BASE", house.url());
      var running = process.start();
      var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(running.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
      var lines = output.lines().toList();
      assertEquals(4, lines.size(), output);
      assertTrue(lines.get(0).contains("\"E000\",\"message\":\"Request Success!\""), output);
      assertTrue(lines.get(1).contains("TSR_SGTDEV001") && lines.get(1).contains("\"jumlah_primer\":10"), output);
      assertTrue(lines.get(2).contains("Product reception process was successful"), output);
      assertTrue(lines.get(3).contains("\"event\":\"receive\"") && lines.get(3).contains("Sarana A"), output);
    }
  }

  private static String firstMinute() throws IOException {
    var readme = Files.readString(ROOT.resolve("README.md"));
    int from = readme.indexOf("```sh", readme.indexOf("<!-- first minute -->")) + "```sh".length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  private static boolean there(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }
}
