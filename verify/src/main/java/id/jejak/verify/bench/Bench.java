package id.jejak.verify.bench;

import id.jejak.kernel.db.local.LocalPostgres;
import id.jejak.kernel.db.local.Settings;
import id.jejak.verify.bench.antrean.AntreanSuite;
import id.jejak.verify.bench.camera.CameraSuite;
import id.jejak.verify.bench.chain.ChainSuite;
import id.jejak.verify.bench.kfa.KfaSuite;
import id.jejak.verify.bench.satusehat.SatusehatSuite;
import id.jejak.verify.bench.ttac.TtacSuite;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/**
 * {@code ./jejak bench}: measures a system on a durable server of its own, in another process, and prints a table.
 * What was asked for and not reached is said in the table; only a measurement that failed ends with status 1.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measures a system on this machine and prints a table.")
public final class Bench implements Callable<Integer> {
  private static final Map<String, Suite> SUITES = Map.of("ttac", new TtacSuite(), "kfa", new KfaSuite(),
      "chain", new ChainSuite(), "camera", new CameraSuite(),
      "satusehat", new SatusehatSuite(),
      "antrean", new AntreanSuite());

  @Parameters(index = "0", arity = "0..1", defaultValue = "ttac", paramLabel = "NAME", description = "what to measure")
  private String name = "ttac";

  @Option(names = "--scale", defaultValue = "full", description = "small: just to try; full: what aims are stated for")
  private String scale = "full";

  @Option(names = "--only", split = ",", paramLabel = "NAME", description = "these measurements only")
  private @Nullable List<String> only;

  @Option(names = "--seconds", defaultValue = "3", description = "length of one round; four are measured of each")
  private double seconds;

  @Option(names = "--out", paramLabel = "DIR", description = "folder for the raw numbers")
  private @Nullable Path out;

  @Option(names = "--data", paramLabel = "DIR",
      description = "where to put throw-away data; on the disk to be measured (default: the folder for such data)")
  private @Nullable Path data;

  @Option(names = "--statements",
      description = "also print which SQL statements took the time of PostgreSQL; counting them costs a little of it")
  private boolean statements;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws IOException, SQLException {
    var suite = SUITES.get(name);
    if (suite == null || only != null && !suite.names().containsAll(only)
        || !List.of("small", "full").contains(scale) || seconds <= 0) {
      System.err.println(suite == null ? "bench " + name + " is unknown: choose one of " + SUITES.keySet()
          : "--scale is small or full, --seconds above 0, and --only one of " + suite.names());
      return 2;
    }
    var room = data == null ? Files.createTempDirectory("jejak-bench-")
        : Files.createTempDirectory(Files.createDirectories(data), "bench-");
    try {
      return statements ? counted(suite, room) : measured(suite, room);
    } finally {
      delete(room);
    }
  }

  private int measured(Suite suite, Path room) throws IOException, SQLException {
    try (var served = Served.start(room.resolve("data"), List.of())) {
      return measure(suite, new Stage(served, scale.equals("full"), seconds, Bench::say), room, _ -> {});
    }
  }

  private int counted(Suite suite, Path room) throws IOException, SQLException {
    var data = room.resolve("data");
    try (var database = LocalPostgres.start(data, Settings.durable().withStatementStatistics(true));
        var served = Served.node(data, List.of(), database.coordinates(), List.of());
        var counts = Statements.of(database.coordinates())) {
      return measure(suite, new Stage(served, scale.equals("full"), seconds, Bench::say), room,
          name -> say("statements of " + name + "\n" + counts.since()));
    }
  }

  private interface Afterwards {
    void look(String name) throws SQLException;
  }

  private int measure(Suite suite, Stage stage, Path room, Afterwards afterwards) throws IOException, SQLException {
    var facts = Machine.facts(stage, room);
    facts.put("scale", scale + ", " + stage.rounds() + " rounds of " + seconds + " s");
    facts.forEach((key, value) -> System.out.println(key + ": " + value));
    var lines = new ArrayList<Line>();
    boolean failed = false;
    suite.warmUp(stage);
    afterwards.look("the warm-up");
    for (var one : suite.names()) {
      if (only == null || only.contains(one)) {
        try {
          say(one);
          var measured = suite.run(one, stage);
          lines.addAll(measured);
          System.err.print(Table.of(measured)); // what comes later may fail
          afterwards.look(one);
        } catch (IOException | SQLException | RuntimeException e) { // the others are worth their hour all the same
          say(one + " FAILED: " + e.getMessage());
          failed = true;
        }
      }
    }
    suite.found().forEach((key, value) -> {
      facts.put(key, value);
      System.out.println(key + ": " + value);
    });
    var table = Table.of(lines);
    System.out.println();
    System.out.print(table);
    if (out != null) {
      Raw.write(out, name, facts, lines, table);
    }
    return failed ? 1 : 0;
  }

  private static void say(String what) {
    System.err.println("bench: " + what);
  }

  private static void delete(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
