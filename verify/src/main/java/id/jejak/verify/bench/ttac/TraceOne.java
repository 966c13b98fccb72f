package id.jejak.verify.bench.ttac;

import id.jejak.ttac.contract.TtacOperations;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Rounds;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Where has this pack been: one primer, drawn by a seed, among five million in sekunder of 100 in tersiers of 1,000,
 * each tersier registered, sent and received.
 */
final class TraceOne {
  private static final int AIM_P99_MILLIS = 20;
  private static final int SEED = 1;
  private static final int PRIMERS = 1000;
  private static final int SEKUNDER = 10;

  private static final String BARE = """
      with recursive up as (
        select p.parent, coalesce(p.joined, 0) as joined, p.trail, 0::bigint as since
          from ttac.pack p
         where p.key = ?
         union all
        select p.parent, greatest(up.joined, coalesce(p.joined, 0)), p.trail, up.joined
          from up
          join ttac.pack p on p.id = up.parent
      )
      select e.id, e.kind, e.at, e.sarana, e.from_sarana, e.to_sarana, e.reason, e.parent
        from (select distinct t.id from up cross join unnest(up.trail) as t (id) where t.id > up.since) lived
        join ttac.event e on e.id = lived.id
       order by e.id
      """;

  private final Stage stage;
  private final World world;

  TraceOne(Stage stage, World world) {
    this.stage = stage;
    this.world = world;
  }

  List<Line> run() throws IOException, SQLException {
    if (TtacOperations.ALL.stream().noneMatch(one -> one.id().equals("ttac.barcode.trace"))) {
      stage.progress("no operation traces packs: not measured");
      return List.of();
    }
    int tersiers = stage.sized(5000, 50);
    fill(tersiers);
    long primers = (long) tersiers * PRIMERS;
    var forHttp = new Random(SEED);
    var forBare = new Random(SEED);
    long first = 11L * tersiers + 1;
    try (var http = new Http(stage, () -> request(forHttp.nextLong(first, first + primers)), 1);
        var bare = new Reading(stage, BARE, () -> new Object[] {key(forBare.nextLong(first, first + primers))})) {
      stage.progress("tracing");
      var rounds = new Rounds(stage, into -> stage.load().fully(List.of(http), stage.seconds(), into),
          into -> stage.load().fully(List.of(bare), stage.seconds(), into));
      return List.of(new Line(String.format(Locale.ROOT, "trace one pack of %,d", primers), "packs", rounds.ours(),
          rounds.bare(), List.of(Aim.p99(AIM_P99_MILLIS))));
    }
  }

  private byte[] request(long primer) {
    return Wire.request("GET", World.BASE + "/barcode/trace?token=" + world.token(World.HOSPITAL) + "&barcode="
        + URLEncoder.encode("90GKL1222251000A1\u001d10B0000\u001d1729063021" + serial(primer),
        StandardCharsets.UTF_8), new byte[0]);
  }

  private static String key(long primer) {
    return "\u001dNGKL1222251000A1\u001dB0000\u001d290630\u001d" + serial(primer);
  }

  private static String serial(long primer) {
    return String.format(Locale.ROOT, "SN%09d", primer);
  }

  /** Tersiers first, then sekunder, then primers; event 1 registers everything, 2t sends tersier t, 2t+1 receives it. */
  private void fill(int tersiers) throws SQLException {
    stage.progress(String.format(Locale.ROOT, "preparing %,d packs in holders", tersiers * PRIMERS));
    world.clear();
    world.lots(1);
    world.execute("""
        insert into ttac.event (id, kind, at, sarana, packs, request) overriding system value
        values (1, 0, now(), 284, '{}', 'prepared')
        """);
    world.execute("""
        insert into ttac.event (id, kind, at, sarana, from_sarana, to_sarana, packs, request) overriding system value
        select 2 * t + step, 6 + step, now(), case step when 0 then 284 else 123 end, case step when 0 then 284 end,
               123, array[t], 'prepared'
          from generate_series(1, %d::bigint) t
         cross join generate_series(0, 1) step
        """.formatted(tersiers));
    world.execute("select setval('ttac.event_id_seq', %d)".formatted(2 * tersiers + 2));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, path, received, trail)
        select t, 'TSR' || t, 'TSR' || t, 3, 1, '{284,123}', true, array[1, 2 * t, 2 * t + 1]
          from generate_series(1, %d::bigint) t
        """.formatted(tersiers));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, parent, joined, trail)
        select %1$d + s, 'SKD' || s, 'SKD' || s, 2, 1, (s - 1) / %2$d + 1, 1, array[1]
          from generate_series(1, %1$d::bigint * %2$d) s
        """.formatted(tersiers, SEKUNDER));
    world.execute("""
        insert into ttac.pack (id, key, barcode, level, status, lot, parent, joined, trail)
        select i, key, barcode, 1, 1, 1, %1$d + (n - 1) / %3$d + 1, 1, array[1]
          from (select n, %1$d * (1 + %2$d) + n as i, 0 as l
                  from generate_series(1, %1$d::bigint * %2$d * %3$d) n) numbered
         cross join lateral (%4$s) text
        """.formatted(tersiers, SEKUNDER, PRIMERS / SEKUNDER, World.TEXT));
    world.execute("""
        insert into ttac.content (parent, lot, status, primers)
        select id, 1, 1, case level when 3 then %d else %d end from ttac.pack where level > 1
        """.formatted(PRIMERS, PRIMERS / SEKUNDER));
    world.settle();
  }
}
