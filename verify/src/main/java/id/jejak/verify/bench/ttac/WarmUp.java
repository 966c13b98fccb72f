package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that is measured later, at once and for long enough: single packs and batches of 1,500 go to and fro, and are
 * listed and traced meanwhile.
 */
final class WarmUp {
  private static final int SINGLE_CLIENTS = 4;
  private static final int SINGLES = 1000;
  private static final int BATCHES = 20;
  private static final int SIZE = 1500;

  private final Stage stage;
  private final World world;

  WarmUp(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  void run() throws IOException, SQLException {
    int seconds = stage.warming();
    int singles = SINGLE_CLIENTS * SINGLES;
    world.fill(Stock.resting(singles + BATCHES * SIZE));
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < SINGLE_CLIENTS; i++) {
      workers.add(toAndFro(IntStream.range(1 + i * SINGLES, 1 + (i + 1) * SINGLES)
          .mapToObj(n -> world.units(n, n)).toList()));
    }
    workers.add(toAndFro(IntStream.range(0, BATCHES).mapToObj(batch ->
        world.units(1L + singles + (long) batch * SIZE, singles + (batch + 1L) * SIZE)).toList()));
    workers.add(reading(world.units(1, SINGLES)));
    stage.progress("warming up for " + seconds + " s");
    try {
      stage.load().fully(workers, seconds, new Measure());
    } finally {
      ReceiveLoose.close(workers);
    }
  }

  /** Sent, received, given back, and received again, list by list: then all is as before but for its history. */
  private Worker toAndFro(List<List<World.Unit>> lists) throws IOException {
    var call = IntStream.iterate(0, n -> n + 1).iterator();
    return new Http(stage, () -> {
      int n = call.nextInt();
      var barcodes = lists.get(n / 4 % lists.size()).stream().map(World.Unit::barcode).toList();
      return switch (n % 4) {
        case 0 -> world.send(World.DISTRIBUTOR, World.HOSPITAL, barcodes);
        case 1 -> world.receive(World.HOSPITAL, barcodes);
        case 2 -> world.giveBack(World.HOSPITAL, World.DISTRIBUTOR, barcodes);
        default -> world.receive(World.DISTRIBUTOR, barcodes);
      };
    }, 1);
  }

  private Worker reading(List<World.Unit> units) throws IOException {
    var call = IntStream.iterate(0, n -> n + 1).iterator();
    return new Http(stage, () -> {
      int n = call.nextInt();
      var path = n % 2 == 0 ? "/barcode/pending?limit=10&token="
          : "/barcode/trace?barcode=" + URLEncoder.encode(units.get(n % units.size()).barcode(), StandardCharsets.UTF_8)
              + "&token=";
      return Wire.request("GET", World.BASE + path + world.token(World.HOSPITAL), new byte[0]);
    }, 1);
  }
}
