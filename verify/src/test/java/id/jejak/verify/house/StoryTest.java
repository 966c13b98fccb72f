package id.jejak.verify.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.cli.demo.DemoCommand;
import id.jejak.verify.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code jejak demo} against the whole house over a socket; the guide tells what it printed. */
class StoryTest {
  private static final String BEGIN = "<!-- story -->\n```\n";
  private static final String END = "```\n<!-- /story -->";
  private static TestHouse house;

  @BeforeAll
  static void start() {
    house = TestHouse.prompt();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private record Said(int status, String out) {}

  private static Said run(String... options) {
    var out = new StringWriter();
    int status = new CommandLine(new DemoCommand()).setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((e, _, _) -> {
          out.append(String.valueOf(e.getMessage()));
          return 2;
        }).execute(options);
    return new Said(status, out.toString());
  }

  @Test
  void theChainIsPlayedAndPlayedAgain() throws IOException {
    var first = run("--url", house.url());
    assertEquals(0, first.status(), first.out());
    var next = run("--url", house.url(), "--keep");
    assertEquals(0, next.status(), next.out());
    assertTrue(next.out().contains("kept as it is"), next.out());
    assertFresh(steady(first.out()));
  }

  @Test
  void saysWhatIsWrong() {
    var nobody = run("--url", "http://127.0.0.1:1");
    assertEquals(2, nobody.status());
    assertTrue(nobody.out().startsWith("nothing answers at http://127.0.0.1:1"), nobody.out());
  }

  private static void assertFresh(String story) throws IOException {
    var guide = Repository.here().root().resolve("docs/guides/story.md");
    var was = Files.readString(guide);
    var fresh = was.substring(0, was.indexOf(BEGIN) + BEGIN.length()) + story + was.substring(was.indexOf(END));
    if (!steps(was).equals(steps(fresh))) {
      Files.writeString(guide, fresh);
    }
    assertEquals(steps(was), steps(fresh),
        "docs/guides/story.md was stale and has been rewritten: look at the change, and commit it");
  }

  /** What is told; under which step a request of a carrier is seen first is the carrier's affair. */
  private static List<String> steps(String guide) {
    return guide.lines().filter(line -> !line.startsWith("      ")).toList();
  }

  /** Without what differs from run to run: numbers, days, how often something was asked, and in which order. */
  private static String steady(String told) {
    var lines = new ArrayList<String>();
    var wires = new TreeSet<String>();
    for (var line : told.lines().toList()) {
      var plain = line.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "...").replaceAll("\\d{6}-[0-9A-Z]{7}", "...")
          .replaceAll("\\d{4}-\\d\\d-\\d\\d", "...").replaceAll("R?\\d{12,}", "...")
          .replaceAll("(?<=[A-Z/ ])\\d{6,8}(?!\\d)", "...").replaceAll("  x\\d+$", "");
      if (plain.startsWith("      ")) {
        wires.add(plain);
      } else {
        lines.addAll(wires);
        wires.clear();
        lines.add(plain);
      }
    }
    lines.addAll(wires);
    return String.join("\n", lines) + "\n";
  }

  /** What the guide leaves out is only what differs. */
  @Test
  void numbersAreLeftOutOfTheGuide() {
    assertEquals(List.of("    lot PND... in ...", "      a  GET /x/...  200"), steady(
        "    lot PND261123 in 250205384201994240\n      a  GET /x/250205384201994240  200\n").lines().toList());
  }
}
