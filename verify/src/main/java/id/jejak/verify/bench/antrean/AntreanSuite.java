package id.jejak.verify.bench.antrean;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Suite;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The queue's measurements: the hospital's side first, then BPJS's. */
public final class AntreanSuite implements Suite {
  private static final int CLIENTS = 8;
  private static final int CLINICS = 40;
  private static final int SEED = 1;
  private static final int MOST_PER_SECOND = 2_500;

  private interface Measurement {
    List<Line> run(Stage stage, QueueWorld world) throws IOException, SQLException;
  }

  private final Map<String, Measurement> all = new LinkedHashMap<>();

  /** All of them. */
  public AntreanSuite() {
    all.put("token", AntreanSuite::token);
    all.put("take", (stage, world) -> take(stage, world, CLINICS,
        List.of(Aim.perSecond(1_500), Aim.p99(50))));
    all.put("hot", (stage, world) -> take(stage, world, 1, List.of()));
    all.put("left", AntreanSuite::left);
    all.put("task", AntreanSuite::task);
    all.put("tasks", AntreanSuite::tasks);
  }

  @Override
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  @Override
  public void warmUp(Stage stage) throws IOException, SQLException {
    int seconds = stage.warming() / 2;
    int patients = seconds * MOST_PER_SECOND;
    try (var world = new QueueWorld(stage)) {
      world.sessions(CLINICS);
      world.patients(patients);
      var pile = new Pile<>(IntStream.range(0, patients).boxed().toList(), 1);
      pile.nextRound();
      warm(stage, seconds, made(pile, patient -> world.take(patient, CLINICS)));
      world.bookings(CLINICS, 10);
      var random = new Random(SEED);
      warm(stage, seconds, () -> world.left(CLINICS, 10, random));
    }
  }

  private static void warm(Stage stage, int seconds, Supplier<byte @Nullable []> requests) throws IOException, SQLException {
    stage.progress("warming up for " + seconds + " s");
    var http = clients(stage, requests);
    try {
      stage.load().fully(http, seconds, new Measure());
    } finally {
      close(http);
    }
  }

  @Override
  public List<Line> run(String name, Stage stage) throws IOException, SQLException {
    try (var world = new QueueWorld(stage)) {
      return all.get(name).run(stage, world);
    }
  }

  private static List<Line> token(Stage stage, QueueWorld world) throws IOException, SQLException {
    var request = world.tokenRequest();
    return List.of(alone(stage, "token, " + CLIENTS + " clients", () -> request,
        List.of(Aim.perSecond(10_000))));
  }

  private static List<Line> take(Stage stage, QueueWorld world, int sessions, List<Aim> aims)
      throws IOException, SQLException {
    int patients = stage.sized(240_000, 8_000);
    world.sessions(sessions);
    world.patients(patients);
    int rounds = stage.warmups() + stage.rounds();
    var ours = new Pile<>(IntStream.range(0, patients / 2).boxed().toList(), rounds);
    var bare = new Pile<>(IntStream.range(patients / 2, patients).boxed().toList(), rounds);
    return List.of(line(stage, sessions == 1 ? "take on one hot session" : "take across " + sessions + " clinics",
        made(ours, patient -> world.take(patient, sessions)), ours,
        world.bareTake(() -> bare.take(), sessions, CLIENTS), bare, aims));
  }

  private static List<Line> left(Stage stage, QueueWorld world) throws IOException, SQLException {
    world.bookings(CLINICS, 30);
    var random = new Random(SEED);
    return List.of(line(stage, "left before one of 30", () -> world.left(CLINICS, 30, random), null,
        world.bareLeft(CLINICS, 30, CLIENTS), null, List.of(Aim.perSecond(8_000))));
  }

  private static List<Line> task(Stage stage, QueueWorld world) throws IOException, SQLException {
    int bookings = stage.sized(240_000, 8_000);
    world.told(bookings, 0);
    int rounds = stage.warmups() + stage.rounds();
    var ours = new Pile<>(IntStream.range(0, bookings / 2).boxed().toList(), rounds);
    var bare = new Pile<>(IntStream.range(bookings / 2, bookings).boxed().toList(), rounds);
    return List.of(line(stage, "updatewaktu", made(ours, world::task), ours,
        world.bareTask(() -> bare.take(), CLIENTS), bare, List.of(Aim.perSecond(2_000))));
  }

  private static List<Line> tasks(Stage stage, QueueWorld world) throws IOException, SQLException {
    int bookings = stage.sized(20_000, 1_000);
    world.told(bookings, 5);
    var random = new Random(SEED);
    return List.of(line(stage, "getlisttask, encrypted", () -> world.tasks(random.nextInt(bookings)), null,
        world.bareTasks(bookings, CLIENTS), null, List.of()));
  }

  private interface Making {
    byte[] of(int number);
  }

  private static Supplier<byte @Nullable []> made(Pile<Integer> pile, Making making) {
    return () -> {
      var number = pile.take();
      return number == null ? null : making.of(number);
    };
  }

  private static Line line(Stage stage, String name, Supplier<byte @Nullable []> requests,
      @Nullable Pile<Integer> ourPile, List<Worker> bare, @Nullable Pile<Integer> barePile, List<Aim> aims)
      throws IOException, SQLException {
    var http = clients(stage, requests);
    try {
      var rounds = new Rounds(stage, into -> round(stage, http, ourPile, into),
          into -> round(stage, bare, barePile, into));
      return new Line(name, "calls", rounds.ours(), rounds.bare(), aims);
    } finally {
      close(http);
      close(bare);
    }
  }

  private static void round(Stage stage, List<Worker> workers, @Nullable Pile<Integer> pile, Measure into) {
    if (pile != null) {
      pile.nextRound();
    }
    stage.load().fully(workers, stage.seconds(), into);
  }

  private static Line alone(Stage stage, String name, Supplier<byte @Nullable []> requests,
      List<Aim> aims) throws IOException, SQLException {
    var http = clients(stage, requests);
    try {
      var measure = new Measure();
      for (int i = 0; i < stage.warmups(); i++) {
        stage.load().fully(http, stage.seconds(), new Measure());
      }
      for (int i = 0; i < stage.rounds(); i++) {
        stage.load().fully(http, stage.seconds(), measure);
      }
      return new Line(name, "calls", measure, null, aims);
    } finally {
      close(http);
    }
  }

  private static List<Worker> clients(Stage stage, Supplier<byte @Nullable []> requests) throws IOException {
    var shared = (Supplier<byte @Nullable []>) () -> {
      synchronized (requests) { // a seeded Random is shared
        return requests.get();
      }
    };
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < CLIENTS; i++) {
      workers.add(new Calls(stage, shared));
    }
    return workers;
  }

  private static void close(List<Worker> workers) throws IOException, SQLException {
    for (var worker : workers) {
      worker.close();
    }
  }
}
