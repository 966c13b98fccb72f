package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Receives one tersier by one call, whatever is inside. The same few tersiers go back and forth between distributor
 * and hospital; only the receipts are measured, the three sizes and both sides in turn.
 */
final class ReceiveTersier {
  private static final int FLAT = 2;
  private static final int MEASURED_FROM = 4;
  /** Of each size and side. */
  private static final int TERSIERS = 4;
  private static final double LONG_ENOUGH_SECONDS = 60;

  private final Stage stage;
  private final World world;
  private Pile<byte[]> requests = new Pile<>(List.of(), 1);
  private Pile<Bare.Step> steps = new Pile<>(List.of(), 1);

  ReceiveTersier(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  private final class Size {
    private final String name;
    private final Measure http = new Measure();
    private final Measure bare = new Measure();
    private final List<World.Unit> units;

    Size(int sekunder, int primers, int first) {
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
    world.nextEvent(10);
    int laps = stage.sized(48, 6);
    try (var wire = new Wire(stage.port()); var http = new Http(stage, () -> requests.take(), 1);
        var sql = new Bare(stage, () -> steps.take())) {
      for (int lap = 0; lap < laps; lap++) {
        for (var size : sizes) {
          http(wire, http, size.units.subList(0, TERSIERS), lap, lap < MEASURED_FROM ? new Measure() : size.http);
          bare(wire, sql, size.units.subList(TERSIERS, 2 * TERSIERS), lap,
              lap < MEASURED_FROM ? new Measure() : size.bare);
        }
      }
    }
    var lines = new ArrayList<Line>();
    for (var size : sizes) {
      lines.add(size.line(List.of(Aim.flat(sizes.getFirst().http, FLAT), Aim.ratio(0.5))));
    }
    return lines;
  }

  private void http(Wire wire, Worker worker, List<World.Unit> units, int lap, Measure into) throws IOException {
    int to = setOff(wire, units, lap);
    requests = all(units.stream().map(unit -> world.receive(to, List.of(unit.barcode()))).toList());
    stage.load().fully(List.of(worker), LONG_ENOUGH_SECONDS, into);
  }

  private void bare(Wire wire, Worker worker, List<World.Unit> units, int lap, Measure into) throws IOException {
    int to = setOff(wire, units, lap);
    steps = all(units.stream().map(unit -> Bare.Step.receive(to, List.of(unit.key()))).toList());
    stage.load().fully(List.of(worker), LONG_ENOUGH_SECONDS, into);
  }

  private static <T> Pile<T> all(List<T> things) {
    var pile = new Pile<>(things, 1);
    pile.nextRound();
    return pile;
  }

  /** Sends or gives back, over HTTP and not measured. */
  private int setOff(Wire wire, List<World.Unit> units, int lap) throws IOException {
    boolean forth = lap % 2 == 0;
    for (var unit : units) {
      Http.succeed(wire.call(forth
          ? world.send(World.DISTRIBUTOR, World.HOSPITAL, List.of(unit.barcode()))
          : world.send(World.HOSPITAL, World.DISTRIBUTOR, List.of(unit.barcode()))));
    }
    return forth ? World.HOSPITAL : World.DISTRIBUTOR;
  }

  /** As a producer's three registrations would leave them; ids from {@code first}. */
  private List<World.Unit> fill(int first, int sekunder, int primers) {
    int all = 2 * TERSIERS;
    stage.progress(String.format(Locale.ROOT, "preparing %d tersiers of %,d primers", all, sekunder * primers));
    var sizes = Map.of("first", (long) first, "all", (long) all, "sekunder", (long) sekunder,
        "primers", (long) primers);
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, path, trail)
        select t, 'TSR' || t, 'TSR' || t, 3, 1, '{284}', array[1]
          from generate_series(:first, :first + :all - 1) t
        """, only(sizes, "first", "all"));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, parent, joined, trail)
        select :first + :all + n, 'SKD' || :first + n, 'SKD' || :first + n, 2, 1, :first + n / :sekunder, 1, array[1]
          from generate_series(0, :all * :sekunder - 1) n
        """, only(sizes, "first", "all", "sekunder"));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, lot, parent, joined, trail)
        select i, key, barcode, 1, 1, 1, :first + :all + n / :primers, 1, array[1]
          from (select n, :first + :all * (1 + :sekunder) + n as i, 0 as l
                  from generate_series(0, :all * :sekunder * :primers - 1) n) numbered
         cross join lateral (%s) text
        """.formatted(World.TEXT), sizes);
    world.execute("""
        insert into ttac.content (parent, lot, status, primers)
        select parent, lot, status, count(*)
          from ttac.pack
         where level = 1 and id >= :first
         group by parent, lot, status
        """, only(sizes, "first"));
    world.execute("""
        insert into ttac.content (parent, lot, status, primers)
        select s.parent, c.lot, c.status, sum(c.primers)
          from ttac.content c
          join ttac.pack s on s.id = c.parent
         where s.id >= :first
         group by s.parent, c.lot, c.status
        """, only(sizes, "first"));
    return world.units(first, first + all - 1L);
  }

  private static Map<String, Long> only(Map<String, Long> sizes, String... names) {
    return Arrays.stream(names).collect(Collectors.toMap(name -> name, sizes::get));
  }
}
