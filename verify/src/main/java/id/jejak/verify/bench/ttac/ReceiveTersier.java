package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Receives one tersier by one call, whatever is inside. The same few tersiers go back and forth between distributor
 * and hospital; only the receipts are measured, the three sizes and both sides in turn.
 */
final class ReceiveTersier {
  private static final int FLAT = 2;
  private static final int MEASURED_FROM = 4;
  /** Of each size and side. */
  private static final int TERSIERS = 4;

  private final Stage stage;
  private final World world;
  private byte @Nullable [] request;
  private Bare.@Nullable Step step;

  ReceiveTersier(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  private final class Size {
    private final String name;
    private final Measure http = new Measure();
    private final Measure bare = new Measure();
    private final List<World.Unit> units;

    Size(int sekunder, int primers, int first) throws SQLException {
      this.name = String.format(Locale.ROOT, "receive one tersier of %,d primers", sekunder * primers);
      this.units = fill(first, sekunder, primers);
    }

    Line line(List<Aim> aims) {
      return new Line(name, "tersiers", http, bare, aims);
    }
  }

  List<Line> run() throws IOException, SQLException {
    world.clear();
    world.lots(1);
    var sizes = List.of(new Size(1, 10, 1), new Size(10, 100, 1_000_000),
        new Size(stage.sized(1000, 100), 100, 10_000_000));
    world.settle();
    world.execute("select setval('ttac.event_id_seq', 10)");
    int laps = stage.sized(28, 6);
    try (var wire = new Wire(stage.port()); var http = new Http(stage, () -> request, 1);
        var sql = new Bare(stage, () -> step)) {
      for (int lap = 0; lap < laps; lap++) {
        for (int i = 0; i < TERSIERS; i++) {
          for (var size : sizes) {
            http(wire, http, size.units.get(i), lap, lap < MEASURED_FROM ? new Measure() : size.http);
            bare(wire, sql, size.units.get(TERSIERS + i), lap, lap < MEASURED_FROM ? new Measure() : size.bare);
          }
        }
      }
    }
    var lines = new ArrayList<Line>();
    for (var size : sizes) {
      lines.add(size.line(List.of(Aim.flat(sizes.getFirst().http, FLAT), Aim.ratio(0.5))));
    }
    return lines;
  }

  private void http(Wire wire, Worker worker, World.Unit unit, int lap, Measure into) throws IOException {
    int to = setOff(wire, unit, lap);
    request = world.receive(to, List.of(unit.barcode()));
    stage.load().once(worker, into);
  }

  private void bare(Wire wire, Worker worker, World.Unit unit, int lap, Measure into) throws IOException {
    int to = setOff(wire, unit, lap);
    step = Bare.Step.receive(to, List.of(unit.key()));
    stage.load().once(worker, into);
  }

  /** Sends or gives back, over HTTP and not measured. */
  private int setOff(Wire wire, World.Unit unit, int lap) throws IOException {
    boolean forth = lap % 2 == 0;
    Http.succeed(wire.call(forth
        ? world.send(World.DISTRIBUTOR, World.HOSPITAL, List.of(unit.barcode()))
        : world.send(World.HOSPITAL, World.DISTRIBUTOR, List.of(unit.barcode()))));
    return forth ? World.HOSPITAL : World.DISTRIBUTOR;
  }

  /** As a producer's three registrations would leave them; ids from {@code first}. */
  private List<World.Unit> fill(int first, int sekunder, int primers) throws SQLException {
    int all = 2 * TERSIERS;
    stage.progress(String.format(Locale.ROOT, "preparing %d tersiers of %,d primers", all, sekunder * primers));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, path, trail)
        select %1$d + t, 'TSR' || %1$d + t, 'TSR' || %1$d + t, 3, 1, '{284}', array[1]
          from generate_series(0, %2$d - 1) t
        """.formatted(first, all));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, parent, joined, trail)
        select %1$d + %2$d + t * %3$d + s, 'SKD' || %1$d + t * %3$d + s, 'SKD' || %1$d + t * %3$d + s, 2, 1,
               %1$d + t, 1, array[1]
          from generate_series(0, %2$d - 1) t
         cross join generate_series(0, %3$d - 1) s
        """.formatted(first, all, sekunder));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, lot, parent, joined, trail)
        select i, key, barcode, 1, 1, 1, %1$d + %2$d + n / %4$d, 1, array[1]
          from (select n, %1$d + %2$d * (1 + %3$d) + n as i, 0 as l
                  from generate_series(0, %2$d * %3$d * %4$d - 1) n) numbered
         cross join lateral (%5$s) text
        """.formatted(first, all, sekunder, primers, World.TEXT));
    world.execute("""
        insert into ttac.content (parent, lot, status, primers)
        select parent, lot, status, count(*)
          from ttac.pack
         where level = 1 and id >= %1$d
         group by parent, lot, status
        """.formatted(first));
    world.execute("""
        insert into ttac.content (parent, lot, status, primers)
        select s.parent, c.lot, c.status, sum(c.primers)
          from ttac.content c
          join ttac.pack s on s.id = c.parent
         where s.id >= %1$d
         group by s.parent, c.lot, c.status
        """.formatted(first));
    return world.units(first, first + all - 1L);
  }
}
