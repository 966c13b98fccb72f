package id.jejak.app.cli.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.time.Jobs;
import id.jejak.ttac.Ttac;
import id.jejak.ttac.http.TtacFaults;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The import as a person types it, over a socket, against TTAC itself. */
@SecondLane
class ImportCommandTest {
  private static final String HEADER = "barcode,level,nie,batch_no,exp_date\n";

  private static Db db;
  private static Jobs jobs;
  private static HttpServer server;

  @TempDir
  private Path folder;

  private record Typed(int status, String out, String failure) {}

  @BeforeAll
  static void start() {
    var where = TestPostgres.freshDatabase();
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    jobs = new Jobs();
    var machine = InstantSource.system();
    var ttac = Ttac.start(new Context(db, machine, jobs, Settings.read(Map.of(), Ttac.settings(), Map.of()),
        new Ids(machine, 1), new SecureRandom(), letter -> { }, TestFolders.own("derived"), true));
    ttac.sandbox().orElseThrow().prepare();
    server = HttpServer.start("127.0.0.1", 0, new Router(ttac.mounts(), new TtacFaults(),
        new Traffic(new SimpleMeterRegistry())), new RequestIds(1));
  }

  @AfterAll
  static void stop() {
    server.close();
    jobs.close();
    db.close();
  }

  private static Typed type(String... arguments) {
    var out = new StringWriter();
    var failure = new String[] {""};
    var line = new CommandLine(new ImportCommand(Map.of())).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((e, _, _) -> {
          failure[0] = e instanceof StartFailure ? String.valueOf(e.getMessage()) : e.toString();
          return 2;
        });
    return new Typed(line.execute(arguments), out.toString(), failure[0]);
  }

  private Typed load(String file) throws IOException {
    var path = folder.resolve("packs.csv");
    Files.writeString(path, file);
    return type(path.toString(), "--url", "http://127.0.0.1:" + server.port() + "/",
        "--email", "pabrik@farma-percontohan.example", "--password=jejak-789");
  }

  @Test
  void saysWhatWasImportedAndThenWhatWasRejected() throws IOException {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      file.append("90NIE1\u001d10B1\u001d1730013121SN").append(i).append(",primer,NIE1,B1,2030-01-31\n");
    }
    var first = load(file.toString());
    assertEquals("packs.csv: 20,000 rows, all imported\n", first.out(), first.failure());
    assertEquals(0, first.status());

    var second = load(file.append("P2,box,NIE1,B1,2030-01-31\n").toString());
    assertEquals(1, second.status());
    var lines = second.out().lines().toList();
    assertEquals("packs.csv: nothing was imported, 20,001 of 20,001 rows were rejected", lines.getFirst());
    assertEquals("  row   column   value                        reason", lines.get(1));
    assertEquals("  2     barcode  90NIE1|10B1|1730013121SN0    is known already", lines.get(2));
    assertEquals("and 19,001 more", lines.getLast());
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoTable() throws IOException {
    var typed = load("nothing\n");
    assertEquals(1, typed.status());
    assertTrue(typed.out().contains("missing: barcode, level"), typed.out());
  }

  @Test
  void whatCannotBeTriedSaysWhyAndWhatToDo() throws IOException {
    assertTrue(type("nowhere.csv", "--token", "t").failure().startsWith("there is no file"));
    var file = Files.writeString(folder.resolve("a.csv"), HEADER).toString();
    var url = "http://127.0.0.1:" + server.port();
    assertTrue(type(file, "--url", url).failure().contains("--email and --password"));
    assertTrue(type(file, "--url", url, "--email", "a@b", "--password=x").failure().contains("E001"));
    assertTrue(type(file, "--url", url, "--token", "x").failure().contains("E003"));
    assertTrue(type(file, "--url", "no address", "--token", "x").failure().contains("is no address"));
    var gone = type(file, "--url", "http://127.0.0.1:1", "--token", "x");
    assertTrue(gone.failure().contains("nothing answers"), gone.failure());
    assertEquals(2, gone.status());
  }

  @Test
  void progressIsABarOnATerminalAndALineElsewhere() {
    try (var bar = new UploadProgress(new PrintWriter(new StringWriter()), true, 4 * 1024 * 1024, "TTAC");
        var line = new UploadProgress(new PrintWriter(new StringWriter()), false, 4 * 1024 * 1024, "TTAC")) {
      bar.sent(2 * 1024 * 1024);
      line.sent(4 * 1024 * 1024);
      assertTrue(bar.line().startsWith("[###############...............] uploading 2.0 of 4.0 MB (50 %)"));
      assertTrue(line.line().startsWith("uploaded, TTAC is checking and writing"));
    }
  }
}
