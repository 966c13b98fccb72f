package id.jejak.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.SamplePart;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Near;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SecondLane
class CommandLineTest {
  @TempDir
  private Path data = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Jejak.commandLine(SamplePart.wiring(), Map.of(), () -> Instant.parse("2026-11-22T01:00:00Z"))
        .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
  }

  private void refuses(String expected, String... words) {
    assertEquals(2, run(words));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains(expected), err.toString());
  }

  @ParameterizedTest
  @CsvSource({"serve --prot=0, did you mean --port?", "srve, did you mean serve?", "serve extra, unknown argument extra",
      "xyzzy, see ./jejak --help", "serve --port abc, --port", "serve --port 65536, from 0 to 65535",
      "serve --only hospital, choose national or facility", "serve --world mars.json, choose demo",
      "serve --set sample.stepp=2, unknown setting sample.stepp: did you mean sample.step?",
      "serve --set zzz=2, 'unknown setting zzz, known: '", "serve --set sample.step=x, must be a whole number from 1 to 10",
      "serve --set sample.step=11, must be from 1 to 10",
      "serve --config /nowhere/x, cannot be read", "serve --database-url postgres://x/y, must start with jdbc",
      "serve --database-url jdbc:postgresql://x/y?password=z, carries a password",
      "serve --only facility, no part for --only facility", "serve --host 203.0.113.7, not an address of this machine",
      "bench, needs the source folder"})
  void refusesInOneLine(String words, String expected) {
    var all = new java.util.ArrayList<>(java.util.List.of(words.split(" ")));
    if (all.getFirst().equals("serve")) {
      all.addAll(java.util.List.of("--data", data.toString()));
    }
    refuses(expected, all.toArray(String[]::new));
  }

  @Test
  void refusesToDoNothing() {
    refuses("./jejak serve");
  }

  @Test
  void refusesATakenPortBeforeItTouchesData() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      refuses("is taken", "serve", "--port", Integer.toString(taken.getLocalPort()), "--data", data.toString());
    }
    assertTrue(Files.notExists(data.resolve("postgres")));
  }

  @Test
  void refusesAnUnreachableDatabaseWithoutItsPassword() throws IOException {
    var password = Files.writeString(data.resolve("password"), "hunter2\n");
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    refuses("cannot be reached as jejak", "serve", "--port", "0", "--data", data.toString(),
        "--database-url", "jdbc:postgresql://127.0.0.1:" + closed + "/jejak", "--database-password-file",
        password.toString());
    assertTrue(!err.toString().contains("hunter2"));
  }

  @Test
  void worldSaysWhenNothingRuns() {
    refuses("no Jejak answers at http://127.0.0.1:1", "world", "--url", "http://127.0.0.1:1");
  }

  @Test
  void helpNamesEveryVerb() {
    assertEquals(0, run("--help"));
    for (var verb : new String[] {"serve", "world", "test", "bench"}) {
      assertTrue(out.toString().contains("  " + verb + " "), out.toString());
    }
    assertTrue(!out.toString().contains("train"));
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().matches("(?s)jejak \\d+\\.\\d+\\.\\d+\\S*, Java 25.*"), out.toString());
  }

  @Test
  void countsLettersThatDiffer() {
    assertEquals(2, Near.distance("--prot", "--port"));
    assertEquals(5, Near.distance("", "serve"));
  }
}
