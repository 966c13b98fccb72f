package id.jejak.verify.bench.ttac;

import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  private final Connection connection;
  private final Map<Integer, String> tokens;

  World(Stage stage) throws IOException, SQLException {
    this.stage = stage;
    this.connection = stage.connect();
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
  void clear() throws SQLException {
    execute("""
        truncate ttac.lot, ttac.pack, ttac.content, ttac.event, ttac.shipment, ttac.tombstone, ttac.answered
         restart identity
        """);
  }

  /** Loose packs, numbered from 1; batch b is registered by event 2b-1 and sent by event 2b. */
  void fill(Stock stock) throws SQLException {
    stage.progress(String.format(java.util.Locale.ROOT, "preparing %,d packs", stock.packs()));
    clear();
    lots(stock.lots());
    execute("""
        insert into ttac.event (id, kind, at, sarana, from_sarana, to_sarana, packs, request) overriding system value
        select 2 * b - 1 + step, case step when 0 then 0 else 6 end, now(), 284,
               case step when 1 then 284 end, case step when 1 then 123 end,
               array(select generate_series((b - 1) * %2$d::bigint + 1, b * %2$d::bigint)), 'prepared'
          from generate_series(1, %1$d::bigint) b
         cross join generate_series(0, %3$d) step
        """.formatted(stock.batches(), stock.size(), stock.sent() ? 1 : 0));
    execute("select setval('ttac.event_id_seq', %d)".formatted(2 * stock.batches() + 1));
    execute("""
        insert into ttac.pack (id, key, barcode, level, status, lot, path, transit_from, transit_to, transit_kind,
                               shipment, trail)
        select i, key, barcode, 1, 1, l + 1, '{284}', %5$s
          from (select i, (i - 1) / %2$d + 1 as b, case when %4$b then i else (i - 1) / %2$d end %% %3$d as l
                  from generate_series(1, %1$d::bigint) i) numbered
         cross join lateral (%6$s) text
        """.formatted((long) stock.packs(), stock.size(), stock.lots(), stock.mixed(),
        stock.sent() ? "284, 123, 0, 2 * b, array[2 * b - 1, 2 * b]" : "null, null, null, null, array[2 * b - 1]",
        TEXT));
    if (stock.sent()) {
      execute("""
          insert into ttac.shipment (event, from_sarana, to_sarana, kind, sent_at, units, open, lots,
                                     by_lot)
          select 2 * b, 284, 123, 0, now(), %2$d, %2$d,
                 case when %4$b then array(select l from generate_series(1, %3$d::bigint) l)
                      else array[(b - 1) %% %3$d + 1] end,
                 case when %4$b then array_fill(%2$d / %3$d, array[%3$d]) else array[%2$d] end
            from generate_series(1, %1$d::bigint) b
          """.formatted(stock.batches(), stock.size(), stock.lots(), stock.mixed()));
    }
    settle();
  }

  /** Barcode and key of pack {@code i} of lot {@code l}. */
  static final String TEXT = """
      select chr(29) || 'N' || nie || chr(29) || batch || chr(29) || '290630' || chr(29) || serial as key,
             '90' || nie || chr(29) || '10' || batch || chr(29) || '17290630' || '21' || serial as barcode
        from (select 'GKL12222510' || lpad(l::text, 2, '0') || 'A1' as nie, 'B' || lpad(l::text, 4, '0') as batch,
                     'SN' || lpad(i::text, 9, '0') as serial) part""";

  /** Lots 1 to n; lot l+1 has number l in its NIE and batch. */
  void lots(int lots) throws SQLException {
    execute("""
        insert into ttac.lot (id, nie, batch_no, exp_date)
        select l + 1, 'GKL12222510' || lpad(l::text, 2, '0') || 'A1', 'B' || lpad(l::text, 4, '0'), '2029-06-30'
          from generate_series(0, %d - 1) l
        """.formatted(lots));
  }

  /** Lets the database finish what the preparation began, and checks that barcodes are what they pretend to be. */
  void settle() throws SQLException {
    execute("vacuum (analyze) ttac.lot, ttac.pack, ttac.content, ttac.event, ttac.shipment");
    execute("checkpoint");
    for (var unit : units("level = 1 order by id limit 3")) {
      if (!BarcodeText.read(unit.barcode(), YEAR).keys().equals(List.of(unit.key()))) {
        throw new IllegalStateException("prepared packs have other keys than their barcodes: " + unit);
      }
    }
  }

  /** Packs by number. */
  List<Unit> units(long from, long to) throws SQLException {
    return units("id between " + from + " and " + to + " order by id");
  }

  private List<Unit> units(String which) throws SQLException {
    var units = new ArrayList<Unit>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select barcode, key from ttac.pack where %s".formatted(which))) {
      while (rows.next()) {
        units.add(new Unit(rows.getString(1), rows.getString(2)));
      }
    }
    return units;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
