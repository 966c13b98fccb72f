package id.jejak.verify.bench.satusehat;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SATUSEHAT's measurements, with a thousand resources stored and then with a million. Each beside bare SQL that writes
 * or reads the same bytes.
 */
public final class SatusehatSuite implements Suite {
  private static final int CLIENTS = 16;
  private static final int FEW = 1_000;
  private static final int ENTRIES = 10;
  private static final int TO_DISPENSE = 10_000;

  private interface Measurement {
    Line run(Stage stage, Clinic clinic, String stored) throws IOException, SQLException;
  }

  private interface Maker {
    Worker make(int seed) throws IOException, SQLException;
  }

  private final Map<String, Measurement> all = new LinkedHashMap<>();
  private @Nullable Clinic clinic;

  /** All of them. */
  public SatusehatSuite() {
    all.put("create", this::create);
    all.put("read", this::read);
    all.put("search", this::search);
    all.put("transaction", this::transaction);
    all.put("eresep", this::eresep);
    all.put("dispense", this::dispense);
  }

  @Override
  public List<String> names() {
    var names = new ArrayList<>(all.keySet());
    names.add("million");
    return List.copyOf(names);
  }

  private Clinic clinic(Stage stage) throws IOException {
    var there = clinic == null ? new Clinic(stage) : clinic;
    clinic = there;
    return there;
  }

  @Override
  public void warmUp(Stage stage) throws IOException, SQLException {
    var there = clinic(stage);
    there.fill(FEW);
    stage.progress("warming up for " + stage.warming() + " s");
    var kinds = List.of(creating(there), reading(there, 1), searching(there, 1), looking(there, 1), dispensing(stage, there),
        bundling(there));
    for (var one : kinds) {
      var workers = workers(seed -> new Call(stage.port(), one, "{"));
      stage.load().fully(workers, (double) stage.warming() / kinds.size(), new Measure());
      close(workers);
    }
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException, SQLException {
    var there = clinic(stage);
    if (!name.equals("million")) {
      return List.of(all.get(name).run(stage, there, "1,000 stored"));
    }
    int many = stage.sized(1_000_000, 20_000);
    there.fill(many);
    settle(stage);
    var lines = new ArrayList<Line>();
    for (var one : all.values()) {
      lines.add(one.run(stage, there, many == 1_000_000 ? "1,000,000 stored" : "20,000 stored"));
    }
    return lines;
  }

  /** As a database stands that was filled over months: without this, what the filling left to autovacuum is measured. */
  private static void settle(Stage stage) throws SQLException {
    stage.progress("vacuum, analyze, checkpoint");
    try (var connection = stage.connect(); var statement = connection.createStatement()) {
      statement.execute("vacuum (analyze) satusehat.resource, satusehat.history, satusehat.term, satusehat.word,"
          + " satusehat.nrn");
      statement.execute("checkpoint");
    }
  }

  private static Supplier<byte[]> creating(Clinic clinic) {
    return () -> clinic.post("/MedicationRequest", Papers.item(clinic.number("C")));
  }

  private static Supplier<byte[]> reading(Clinic clinic, int seed) {
    var items = clinic.items();
    var random = new Random(seed);
    return () -> clinic.get("/MedicationRequest/" + items.get(random.nextInt(items.size())));
  }

  private static Supplier<byte[]> searching(Clinic clinic, int seed) {
    var numbers = clinic.numbers();
    var random = new Random(seed);
    return () -> clinic.get("/MedicationRequest?identifier=" + Papers.SYSTEM + "prescription/national%7C"
        + numbers.get(random.nextInt(numbers.size())));
  }

  private static Supplier<byte[]> looking(Clinic clinic, int seed) {
    var numbers = clinic.numbers();
    var random = new Random(seed);
    return () -> clinic.lookup(numbers.get(random.nextInt(numbers.size())));
  }

  /** Each item in its turn, so that none has more dispenses than another. */
  private static Supplier<byte[]> dispensing(Stage stage, Clinic clinic) throws IOException {
    var items = clinic.dispensable(stage.sized(TO_DISPENSE, 400));
    var turn = new AtomicInteger();
    return () -> clinic.dispense(items.get(Math.floorMod(turn.getAndIncrement(), items.size())));
  }

  private static Supplier<byte[]> bundling(Clinic clinic) {
    return () -> {
      var some = new String[ENTRIES];
      for (int i = 0; i < ENTRIES; i++) {
        some[i] = Papers.item(clinic.number("T"));
      }
      return clinic.post("", Papers.bundle(some));
    };
  }

  private Line create(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    var content = Papers.item("B1").getBytes(StandardCharsets.UTF_8);
    return beside(stage, "create MedicationRequest, " + stored, "resources",
        _ -> new Call(stage.port(), creating(clinic), "\"versionId\""), seed -> Bare.writing(stage, content, 1, seed),
        List.of(Aim.perSecond(2_000), Aim.p99(50)));
  }

  private Line read(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    return beside(stage, "read, " + stored, "reads",
        seed -> new Call(stage.port(), reading(clinic, seed), "\"versionId\""),
        seed -> Bare.reading(stage, clinic.items(), seed), List.of(Aim.perSecond(12_000)));
  }

  private Line search(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    return beside(stage, "items by national number, " + stored, "searches",
        seed -> new Call(stage.port(), searching(clinic, seed), "\"total\":2"),
        seed -> Bare.prescription(stage, clinic.numbers(), 2, seed), List.of(Aim.perSecond(5_000)));
  }

  private Line transaction(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    var content = Papers.item("B1").getBytes(StandardCharsets.UTF_8);
    return beside(stage, "transaction of 10, " + stored, "bundles",
        _ -> new Call(stage.port(), bundling(clinic), "transaction-response"),
        seed -> Bare.writing(stage, content, ENTRIES, seed), List.of(Aim.perSecond(250)));
  }

  private Line eresep(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    return beside(stage, "eresep by number, " + stored, "lookups",
        seed -> new Call(stage.port(), looking(clinic, seed), "\"item_count\":2"),
        seed -> Bare.prescription(stage, clinic.numbers(), 2, seed), List.of(Aim.perSecond(5_000)));
  }

  private Line dispense(Stage stage, Clinic clinic, String stored) throws IOException, SQLException {
    var content = Papers.dispense("B1", "x".repeat(36)).getBytes(StandardCharsets.UTF_8);
    var requests = dispensing(stage, clinic);
    return beside(stage, "guarded dispense, " + stored, "dispenses",
        _ -> new Call(stage.port(), requests, "\"versionId\""), seed -> Bare.writing(stage, content, 1, seed),
        List.of(Aim.perSecond(800)));
  }

  private static Line beside(Stage stage, String name, String unit, Maker ours, Maker bare, List<Aim> aims)
      throws IOException, SQLException {
    stage.progress(name);
    var our = workers(ours);
    var their = workers(bare);
    try {
      var rounds = new Rounds(stage, into -> stage.load().fully(our, stage.seconds(), into),
          into -> stage.load().fully(their, stage.seconds(), into));
      return new Line(name, unit, rounds.ours(), rounds.bare(), aims);
    } finally {
      close(our);
      close(their);
    }
  }

  private static List<Worker> workers(Maker maker) throws IOException, SQLException {
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < CLIENTS; i++) {
      workers.add(maker.make(i));
    }
    return workers;
  }

  private static void close(List<Worker> workers) throws IOException, SQLException {
    for (var worker : workers) {
      worker.close();
    }
  }
}
