package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Packs moved one by one: each is sent by one call and received by the next, every call durable when answered. */
final class SinglePacks {
  private static final int AIM_PER_SECOND = 830;
  private static final int AIM_P99_MILLIS = 50;
  private static final int AT_RATE = 32;
  /** Calls a second that stock is prepared for: whoever is faster is done before the round's time. */
  private static final int MOST_PER_SECOND = 6_000;

  private final Stage stage;
  private final World world;

  SinglePacks(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  List<Line> run() throws IOException, SQLException {
    var lines = new ArrayList<Line>();
    lines.add(measured("send and receive one pack at " + AIM_PER_SECOND + "/s", AT_RATE, AIM_PER_SECOND,
        List.of(Aim.p99(AIM_P99_MILLIS))));
    for (int clients : new int[] {1, 16, 32}) {
      lines.add(measured("send and receive one pack, " + clients + (clients == 1 ? " client" : " clients"), clients, 0,
          List.of(Aim.ratio(0.5))));
    }
    return lines;
  }

  /** At full speed when the rate is 0. */
  private Line measured(String name, int clients, int rate, List<Aim> aims) throws IOException, SQLException {
    int calls = (int) ((rate > 0 ? 2.0 * rate : MOST_PER_SECOND) * stage.seconds() * (stage.rounds() + stage.warmups()));
    int each = calls / 2 + clients * (stage.rounds() + stage.warmups()); // a pack takes two calls
    world.fill(Stock.resting(2 * each));
    int shares = stage.rounds() + stage.warmups();
    var forHttp = new Pile<>(world.units(1, each), shares);
    var forBare = new Pile<>(world.units(each + 1, 2L * each), shares);
    var http = new ArrayList<Worker>();
    var bare = new ArrayList<Worker>();
    for (int i = 0; i < clients; i++) {
      http.add(new Http(stage, requests(forHttp), 1));
      bare.add(new Bare(stage, steps(forBare)));
    }
    try {
      stage.progress(name);
      var rounds = new Rounds(stage, run(http, forHttp, rate), run(bare, forBare, rate));
      return new Line(name, "calls", rounds.ours(), rounds.bare(), aims);
    } finally {
      ReceiveLoose.close(http);
      ReceiveLoose.close(bare);
    }
  }

  private Consumer<Measure> run(List<Worker> workers, Pile<?> pile, int rate) {
    return into -> {
      pile.nextRound();
      if (rate > 0) {
        stage.load().paced(workers, rate, stage.seconds(), into);
      } else {
        stage.load().fully(workers, stage.seconds(), into);
      }
    };
  }

  private Supplier<byte @Nullable []> requests(Pile<World.Unit> pile) {
    return new Supplier<>() {
      private World.@Nullable Unit sent;

      @Override
      public byte @Nullable [] get() {
        var unit = sent;
        if (unit != null) {
          sent = null;
          return world.receive(World.HOSPITAL, List.of(unit.barcode()));
        }
        sent = pile.take();
        return sent == null ? null : world.send(World.DISTRIBUTOR, World.HOSPITAL, List.of(sent.barcode()));
      }
    };
  }

  private static Supplier<Bare.@Nullable Step> steps(Pile<World.Unit> pile) {
    return new Supplier<>() {
      private World.@Nullable Unit sent;

      @Override
      public Bare.@Nullable Step get() {
        var unit = sent;
        if (unit != null) {
          sent = null;
          return Bare.Step.receive(World.HOSPITAL, List.of(unit.key()));
        }
        sent = pile.take();
        return sent == null ? null : Bare.Step.send(World.DISTRIBUTOR, World.HOSPITAL, List.of(sent.key()));
      }
    };
  }
}
