package id.jejak.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program as a person meets it: a process, its screen, a signal, its exit status. */
@SecondLane
class ServeProcessTest {
  private final List<Process> started = new ArrayList<>();
  private Path room = Path.of("");

  @BeforeEach
  void makeRoom() throws IOException {
    room = Files.createTempDirectory("jejak-process-");
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    for (var process : started) {
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }
    TestPostgres.delete(room);
  }

  private Process jejak(String... words) throws IOException {
    var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var all = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", classPath, "id.jejak.app.cli.Jejak"), Stream.of(words)).toList();
    var process = new ProcessBuilder(all).redirectError(room.resolve("err").toFile()).start();
    started.add(process);
    return process;
  }

  private String screen(Process process) throws IOException {
    var lines = new ArrayList<String>();
    var reader = process.inputReader(StandardCharsets.UTF_8);
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.contains("Ctrl-C")) {
        return String.join("\n", lines);
      }
    }
    throw new AssertionError("ended before it was ready: " + Files.readString(room.resolve("err")));
  }

  @Test
  void startsStopsInOrderAndFindsItsDataAgain() throws IOException, InterruptedException {
    var data = room.resolve("data");
    for (int start = 0; start < 2; start++) {
      var process = jejak("serve", "--port", "0", "--data", data.toString());
      var screen = screen(process);
      var url = Files.readString(data.resolve("jejak.url"));
      assertTrue(screen.contains(" serves at " + url), screen);
      try (var wire = new HttpTransport(url, Duration.ofSeconds(10))) {
        assertEquals(200, wire.handle(Request.get("/health")).status());
      }
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
      assertTrue(Files.notExists(data.resolve("jejak.url")));
      assertTrue(Files.notExists(data.resolve("postgres/postmaster.pid")));
    }
    assertTrue(Files.readString(data.resolve("logs/jejak.jsonl")).contains("\"formattedMessage\":\"ready at "));
  }
}
