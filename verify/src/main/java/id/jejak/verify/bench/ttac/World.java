package id.jejak.verify.bench.ttac;

import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The demo world's distributor (284) and hospital (123), and as many packs as a measurement wants: put straight into
 * the tables, set by set, in exactly the shape that calls would have left. Barcodes are BPOM's 90 form.
 */
final class World implements AutoCloseable {
  static final int DISTRIBUTOR = 284;
  static final int HOSPITAL = 123;
  static final String BASE = "/api/v3";
  private static final Year YEAR = Year.of(2026);

  /** A pack's barcode as written and its canonical key. */
  record Unit(String barcode, String key) {}

  private final Stage stage;
  private final Handle handle;
  private final Map<Integer, String> tokens;

  World(Stage stage) throws IOException, SQLException {
    this.stage = stage;
    this.handle = Jdbi.create(stage.connect()).open();
    try (var wire = new Wire(stage.port())) {
      tokens = Map.of(DISTRIBUTOR, login(wire, "gudang@pbf-nusantara.example", "jejak-284"),
          HOSPITAL, login(wire, "farmasi@sarana-a.example", "jejak-123"));
    }
  }

  static byte[] loginRequest(String email, String password) {
    return Wire.request("POST", BASE + "/auth/login", Json.write(Map.of("email", email, "password", password)));
  }

  private static String login(Wire wire, String email, String password) throws IOException {
    var answer = wire.call(loginRequest(email, password));
    Http.succeed(answer);
    return Json.read(answer).path("data").path("user").path("token").stringValue();
  }

  String token(int sarana) {
    return tokens.get(sarana);
  }

  byte[] receive(int sarana, List<String> barcodes) {
    return Wire.request("POST", BASE + "/barcode/receive",
        Json.write(Map.of("token", token(sarana), "barcode", barcodes)));
  }

  byte[] send(int sarana, int target, List<String> barcodes) {
    return Wire.request("POST", BASE + "/barcode/send",
        Json.write(Map.of("token", token(sarana), "id_sarana_tujuan", target, "barcode", barcodes)));
  }

  byte[] giveBack(int sarana, int target, List<String> barcodes) {
    return Wire.request("POST", BASE + "/barcode/return", Json.write(Map.of("token", token(sarana),
        "id_sarana_tujuan", target, "barcode", barcodes, "reason", "segel rusak")));
  }

  /** Throws away all packs and their history. */
  void clear() {
    execute("""
        truncate ttac.lot, ttac.pack, ttac.content, ttac.event, ttac.shipment, ttac.tombstone, ttac.answered
         restart identity
        """, Map.of());
  }

  /** Loose packs, numbered from 1; batch b is registered by event 2b-1 and sent by event 2b. */
  void fill(Stock stock) {
    stage.progress(String.format(java.util.Locale.ROOT, "preparing %,d packs", stock.packs()));
    clear();
    lots(stock.lots());
    Map<String, Object> sizes = Map.of("batches", (long) stock.batches(), "size", (long) stock.size());
    execute("""
        insert into ttac.event (id, kind, at, sarana, from_sarana, to_sarana, packs, request) overriding system value
        select 2 * b - 1 + step, case step when 0 then 0 else 6 end, now(), 284,
               case step when 1 then 284 end, case step when 1 then 123 end,
               array(select generate_series((b - 1) * :size + 1, b * :size)), 'prepared'
          from generate_series(1, :batches) b
         cross join generate_series(0, :last) step
        """, with(sizes, Map.of("last", stock.sent() ? 1 : 0)));
    nextEvent(2L * stock.batches() + 1);
    var lots = Map.<String, Object>of("lots", stock.lots(), "mixed", stock.mixed());
    execute("""
        insert into ttac.pack (id, key, barcode, level, status, lot, path, transit_from, transit_to, transit_kind,
                               shipment, trail)
        select i, key, barcode, 1, 1, l + 1, '{284}', case when :sent then 284 end, case when :sent then 123 end,
               case when :sent then 0 end, case when :sent then 2 * b end,
               case when :sent then array[2 * b - 1, 2 * b] else array[2 * b - 1] end
          from (select i, (i - 1) / :size + 1 as b,
                       mod(case when :mixed then i else (i - 1) / :size end, :lots) as l
                  from generate_series(1, :batches * :size) i) numbered
         cross join lateral (%s) text
        """.formatted(TEXT), with(with(sizes, lots), Map.of("sent", stock.sent())));
    if (stock.sent()) {
      execute("""
          insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, units, open, lots, by_lot)
          select 2 * b, 284, 123, 0, now(), :size, :size,
                 case when :mixed then array(select l from generate_series(1, :lots::bigint) l)
                      else array[mod(b - 1, :lots) + 1] end,
                 case when :mixed then array_fill((:size / :lots)::int, array[:lots]) else array[:size::int] end
            from generate_series(1, :batches) b
          """, with(sizes, lots));
    }
    settle();
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** The number that the next event gets is above this one. */
  void nextEvent(long after) {
    execute("select setval('ttac.event_id_seq', :after)", Map.of("after", after));
  }

  /** Barcode and key of pack {@code i} of lot {@code l}. */
  static final String TEXT = """
      select chr(29) || 'N' || nie || chr(29) || batch || chr(29) || '290630' || chr(29) || serial as key,
             '90' || nie || chr(29) || '10' || batch || chr(29) || '17290630' || '21' || serial as barcode
        from (select 'GKL12222510' || lpad(l::text, 2, '0') || 'A1' as nie, 'B' || lpad(l::text, 4, '0') as batch,
                     'SN' || lpad(i::text, 9, '0') as serial) part""";

  /** Lots 1 to n; lot l+1 has number l in its NIE and batch. */
  void lots(int lots) {
    execute("""
        insert into ttac.lot (id, nie, batch_no, exp_date)
        select l + 1, 'GKL12222510' || lpad(l::text, 2, '0') || 'A1', 'B' || lpad(l::text, 4, '0'), '2029-06-30'
          from generate_series(0, :lots - 1) l
        """, Map.of("lots", lots));
  }

  /** Lets the database finish what the preparation began, and checks that barcodes are what they pretend to be. */
  void settle() {
    execute("vacuum (analyze) ttac.lot, ttac.pack, ttac.content, ttac.event, ttac.shipment", Map.of());
    execute("checkpoint", Map.of());
    long first = handle.createQuery("select min(id) from ttac.pack where level = 1").mapTo(long.class).one();
    for (var unit : units(first, first + 2)) {
      if (!BarcodeText.read(unit.barcode(), YEAR).keys().equals(List.of(unit.key()))) {
        throw new IllegalStateException("prepared packs have other keys than their barcodes: " + unit);
      }
    }
  }

  /** Packs by number. */
  List<Unit> units(long from, long to) {
    return handle.createQuery("select barcode, key from ttac.pack where id between :from and :to order by id")
        .bind("from", from).bind("to", to)
        .map((rs, _) -> new Unit(rs.getString("barcode"), rs.getString("key")))
        .list();
  }

  /** Runs a statement on the database itself. */
  void execute(String sql, Map<String, ?> values) {
    handle.createUpdate(sql).bindMap(values).execute();
  }

  @Override
  public void close() {
    handle.close();
  }
}
