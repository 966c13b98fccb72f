package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The list of what is on its way, over a million packs: the first page and one near the end, all products or one, in
 * shipments of one product, of many, and in the worst shape there is, one shipment for each pack.
 */
final class PendingList {
  private static final int AIM_P99_MILLIS = 20;
  private static final int LOTS = 10;
  private static final int SIZE = 1500;
  private static final int PAGE = 10;
  private static final String NIE = "GKL1222251003A1";

  /** The same page by one statement that knows the shape of the data: loose packs, nothing received yet. */
  private static final String BARE = """
      with walked as (
        select s.event, s.kind, s.from_sarana, s.sent_at, s.reason, s.open,
               sum(s.open) over (order by s.event) - s.open as before, sum(s.open) over () as total
          from ttac.shipment s
         where s.to_sarana = 123 and s.open > 0 and (?::bigint is null or s.lots && array[?::bigint])
      )
      select p.barcode, p.level, l.nie, l.batch_no, l.exp_date, w.kind, w.reason, w.from_sarana, w.sent_at, f.nama,
             w.total
        from walked w
        join ttac.event e on e.id = w.event
       cross join lateral unnest(e.packs[greatest(? - w.before, 0) + 1 : greatest(? - w.before, 0) + ?])
             with ordinality as u (id, n)
        join ttac.pack p on p.id = u.id and p.shipment = w.event
        join ttac.lot l on l.id = p.lot and (?::bigint is null or l.id = ?)
        join ttac.sarana f on f.id = w.from_sarana
       where w.before < ? + ? and w.before + w.open > ?
       order by w.event, u.n
       limit ?
      """;

  private final Stage stage;
  private final World world;

  PendingList(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  List<Line> run() throws IOException, SQLException {
    var lines = new ArrayList<Line>();
    int batches = stage.sized(667, 67);
    var whole = new Stock(batches, SIZE, LOTS, false, true);
    world.fill(whole);
    var of = String.format(Locale.ROOT, " of %,d pending", whole.packs());
    lines.add(page("first page" + of, "", 0, null));
    lines.add(page("last page" + of, "", whole.packs() - PAGE, null));
    lines.add(page("first page" + of + ", by NIE", "&nie=" + NIE, 0, 4L));
    lines.add(page("last page" + of + ", by NIE", "&nie=" + NIE, whole.packs() / LOTS - 2 * SIZE, 4L));
    world.fill(new Stock(batches, SIZE, LOTS, true, true));
    lines.add(page("first page" + of + ", by NIE, shipments mixed", "&nie=" + NIE, 0, null));
    lines.add(page("last page" + of + ", by NIE, shipments mixed", "&nie=" + NIE, whole.packs() / LOTS - 2 * PAGE,
        null));
    var single = new Stock(stage.sized(100_000, 5_000), 1, LOTS, false, true);
    world.fill(single);
    var each = String.format(Locale.ROOT, " of %,d pending, a shipment each", single.packs());
    lines.add(page("first page" + each, "", 0, null));
    lines.add(page("last page" + each, "", single.packs() - PAGE, null));
    return lines;
  }

  /** @param lot what the bare statement filters by; null for all */
  private Line page(String name, String filter, long offset, @org.jspecify.annotations.Nullable Long lot)
      throws IOException, SQLException {
    stage.progress(name);
    var request = Wire.request("GET", World.BASE + "/barcode/pending?token=" + world.token(World.HOSPITAL) + filter
        + "&offset=" + offset + "&limit=" + PAGE, new byte[0]);
    Object[] bound = {lot, lot, offset, offset, PAGE, lot, lot, offset, PAGE, offset, PAGE};
    try (var http = new Http(stage, () -> request, 1); var bare = new Reading(stage, BARE, () -> bound)) {
      var rounds = new Rounds(stage, into -> stage.load().fully(List.of(http), stage.seconds(), into),
          into -> stage.load().fully(List.of(bare), stage.seconds(), into));
      return new Line(name, "pages", rounds.ours(), rounds.bare(), List.of(Aim.p99(AIM_P99_MILLIS)));
    }
  }
}
