package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that move nothing: logging in, which argon2id makes slow on purpose, the list of targets, and the floor under
 * every other number: what one HTTP exchange costs when the server has nothing to do.
 */
final class Logins {
  private static final int CLIENTS = 4;

  private final Stage stage;
  private final World world;

  Logins(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  /** An unknown path, answered by the edge. */
  List<Line> floor() throws IOException, SQLException {
    var request = Wire.request("GET", World.BASE + "/nothing/here", new byte[0]);
    var lines = new ArrayList<Line>();
    for (int clients : new int[] {1, CLIENTS}) {
      var workers = new ArrayList<Worker>();
      for (int i = 0; i < clients; i++) {
        workers.add(new Exchange(stage, request));
      }
      lines.add(alone("bare HTTP exchange, " + clients + (clients == 1 ? " client" : " clients"), workers));
    }
    return lines;
  }

  List<Line> run() throws IOException, SQLException {
    var lines = new ArrayList<Line>();
    var login = World.loginRequest("gudang@pbf-nusantara.example", "jejak-284");
    var targets = Wire.request("GET", World.BASE + "/sarana/mine/get?token=" + world.token(World.DISTRIBUTOR),
        new byte[0]);
    var both = new ArrayList<Worker>();
    for (int i = 0; i < 2; i++) {
      both.add(new Http(stage, () -> login, 1));
    }
    lines.add(alone("login", both));
    var http = new ArrayList<Worker>();
    var bare = new ArrayList<Worker>();
    for (int i = 0; i < CLIENTS; i++) {
      http.add(new Http(stage, () -> targets, 1));
      bare.add(new Targets(stage));
    }
    try {
      var rounds = new Rounds(stage, into -> stage.load().fully(http, stage.seconds(), into),
          into -> stage.load().fully(bare, stage.seconds(), into));
      lines.add(new Line("list of targets, " + CLIENTS + " clients", "calls", rounds.ours(), rounds.bare(),
          List.of(Aim.p99(20))));
    } finally {
      ReceiveLoose.close(http);
      ReceiveLoose.close(bare);
    }
    return lines;
  }

  private Line alone(String name, List<Worker> workers) throws IOException, SQLException {
    try {
      var measure = new Measure();
      for (int i = 0; i < stage.warmups(); i++) {
        stage.load().fully(workers, stage.seconds(), new Measure());
      }
      for (int i = 0; i < stage.rounds(); i++) {
        stage.load().fully(workers, stage.seconds(), measure);
      }
      return new Line(name, "calls", measure, null, List.of());
    } finally {
      ReceiveLoose.close(workers);
    }
  }

  /** The same exchange for ever, whatever the answer. */
  private static final class Exchange implements Worker {
    private final Wire wire;
    private final byte[] request;

    Exchange(Stage stage, byte[] request) throws IOException {
      this.wire = new Wire(stage.port());
      this.request = request;
    }

    @Override
    public long call() throws IOException {
      wire.call(request);
      return 1;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }

  /** Total and first window in one statement. */
  private static final class Targets implements Worker {
    private final Connection connection;
    private final PreparedStatement list;

    Targets(Stage stage) throws SQLException {
      connection = stage.connect();
      list = connection.prepareStatement("""
          select s.id, s.nama, s.alamat, s.aktif, count(*) over ()
            from ttac.target t
            join ttac.sarana s on s.id = t.target
           where t.sarana = 284
           order by s.id
           limit 10
          """);
    }

    @Override
    public long call() throws SQLException {
      return Reading.drain(list);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
