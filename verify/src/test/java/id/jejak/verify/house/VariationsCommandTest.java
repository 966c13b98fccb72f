package id.jejak.verify.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.cli.satusehat.VariationsCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code satusehat variations} against the whole house: tokens of the gateway, a socket, the notice stream. */
class VariationsCommandTest {
  private static TestHouse house;

  @BeforeAll
  static void start() {
    house = TestHouse.start();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private record Said(int status, String out) {}

  private static Said run(String... options) {
    var out = new StringWriter();
    int status = new CommandLine(new VariationsCommand(InstantSource.system())).setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((e, _, _) -> {
          out.append(String.valueOf(e.getMessage()));
          return 2;
        }).execute(options);
    return new Said(status, out.toString());
  }

  @Test
  void playsUntilNothingRemains() {
    var said = run("--url", house.url(), "--only", "insulin,racikan-non-dtd");
    assertEquals(0, said.status(), said.out());
    assertEquals(2, said.out().split("nothing remains of", -1).length - 1, said.out());
    assertTrue(said.out().contains("remains 20 of 30 CAP"), said.out());
  }

  @Test
  void saysWhatIsWrong() {
    assertTrue(run("--url", house.url(), "--only", "obat").out().startsWith("--only takes some of: salep-dtd"));
    var nobody = run("--url", "http://127.0.0.1:1");
    assertEquals(2, nobody.status());
    assertTrue(nobody.out().startsWith("nothing answers at http://127.0.0.1:1"), nobody.out());
  }
}
