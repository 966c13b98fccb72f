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

/** Receives loose primers, 1,500 in a call as the field sends them; they were sent beforehand, 1,500 in a call. */
final class ReceiveLoose {
  private static final int SIZE = 1500;
  private static final int AIM = 50_000;
  /** What is prepared for a second of a round: whoever is faster is done before the round's time. */
  private static final int STOCK_PER_SECOND = 40_000;
  private static final List<Integer> CONNECTIONS = List.of(1, 2, 4);

  private final Stage stage;
  private final World world;

  ReceiveLoose(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  List<Line> run() throws IOException, SQLException {
    int round = (int) Math.ceil(stage.seconds() * stage.sized(STOCK_PER_SECOND, STOCK_PER_SECOND / 4) / SIZE);
    int batches = 2 * round * (stage.rounds() + stage.warmups());
    world.fill(Stock.sent(CONNECTIONS.size() * batches, SIZE));
    var lines = new ArrayList<Line>();
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      lines.add(with(CONNECTIONS.get(i), i * batches, batches));
    }
    return lines;
  }

  private Line with(int connections, int first, int batches) throws IOException, SQLException {
    var requests = new ArrayList<byte[]>();
    var steps = new ArrayList<Bare.Step>();
    for (int batch = first; batch < first + batches; batch++) {
      var units = world.units((long) batch * SIZE + 1, (long) (batch + 1) * SIZE);
      if (batch % 2 == 0) {
        requests.add(world.receive(World.HOSPITAL, units.stream().map(World.Unit::barcode).toList()));
      } else {
        steps.add(Bare.Step.receive(World.HOSPITAL, units.stream().map(World.Unit::key).toList()));
      }
    }
    var forHttp = new Pile<>(requests, stage.rounds() + stage.warmups());
    var forBare = new Pile<>(steps, stage.rounds() + stage.warmups());
    var http = Http.sharing(stage, connections, forHttp, SIZE);
    var bare = Bare.sharing(stage, connections, forBare);
    try {
      stage.progress("receiving over " + connections + " connections");
      var rounds = new Rounds(stage, full(http, forHttp), full(bare, forBare));
      return new Line("receive 1,500 loose primers, " + connections + (connections == 1 ? " client" : " clients"),
          "packs", rounds.ours(), rounds.bare(), List.of(Aim.perSecond(AIM), Aim.ratio(0.5)));
    } finally {
      close(http);
      close(bare);
    }
  }

  private java.util.function.Consumer<Measure> full(List<Worker> workers, Pile<?> pile) {
    return into -> {
      pile.nextRound();
      stage.load().fully(workers, stage.seconds(), into);
    };
  }

  static void close(List<? extends Worker> workers) throws IOException, SQLException {
    for (var worker : workers) {
      worker.close();
    }
  }
}
