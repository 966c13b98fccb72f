package id.jejak.verify.bench.chain;

import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pharmacy's counter and its recalls, over HTTP. A dispense is one serial for a prescription of its own: stock, dispense,
 * price and parcel are durable when it is answered. SATUSEHAT is away meanwhile, since its own work would be measured
 * with it here; what is owed piles up. The prescriptions were told it before. Journeys are measured with both.
 */
final class PharmacyLines {
  private static final String BASE = "/facility/v1/pharmacy";
  private static final String HEAD = "application/json\r\nAuthorization: Bearer demo-rs-sarana-a";
  private static final int RATE = 830;
  private static final int CLIENTS = 32;
  private static final int MOST_PER_SECOND = 3_000;
  private static final int LOT = 1_000;
  private static final Aim P95 = new Aim("p95 < 20 ms", line -> line.ours().millis(0.95) < 20);

  private final Stage stage;

  PharmacyLines(Stage stage) {
    this.stage = stage;
  }

  /** Serials taken out of stock for good: as fast as it goes, and at the nation's rate. */
  List<Line> dispensing() throws IOException, SQLException {
    int warm = Math.max(stage.warmups(), (int) Math.ceil(stage.warming() / stage.seconds()));
    int paced = (int) (1.2 * RATE * stage.seconds() * (stage.warmups() + stage.rounds()));
    int full = (int) (MOST_PER_SECOND * stage.seconds() * (warm + stage.rounds()));
    stage.progress("preparing " + (paced + full) + " packs with a prescription each");
    packs(paced + full, 1, "");
    execute("""
        insert into facility.prescription (id, facility, number, patient, prescriber, organization, coverage, written_at, own,
               encounter, document, nrn)
        select i, 'rs-sarana-a', 'B' || i, 'P' || i, 'N1', '10000005', 'Biaya-Sendiri', now(), true, 'E' || i, 'D' || i,
               'R' || i
          from generate_series(1, %d) i
        """.formatted(paced + full));
    execute("""
        insert into facility.line (id, prescription, place, kind, kfa, name, signa, quantity, unit, repeats, request)
        select i, i, 1, 1, '93990002', 'PANADIN', '3 dd 1', 10, 'TAB', 0, 'M' || i from generate_series(1, %d) i
        """.formatted(paced + full));
    settle();
    sandbox("POST", "{\"system\":\"satusehat\",\"kind\":\"unavailable\",\"probability\":1}");
    var lines = new ArrayList<Line>();
    lines.add(measured("dispense one serial, " + CLIENTS + " clients", IntStream.rangeClosed(1, full), warm, 0,
        List.of(Aim.perSecond(RATE))));
    // At a given rate latency is the question, and it is that of a server that is warm.
    lines.add(measured("dispense one serial at " + RATE + "/s", IntStream.rangeClosed(full + 1, full + paced),
        stage.warmups(), RATE,
        List.of(Aim.p99(50))));
    sandbox("DELETE", "");
    execute("truncate delivery.parcel");
    return lines;
  }

  private void sandbox(String method, String body) throws IOException {
    try (var wire = new Wire(stage.port())) {
      var answer = wire.call(Wire.request(method, "/sandbox/faults", body.getBytes(StandardCharsets.UTF_8)));
      if (answer.contains("unavailable") == body.isEmpty()) {
        throw new IOException("SATUSEHAT does not go away, or does not come back: " + answer);
      }
    }
  }

  private Line measured(String name, IntStream numbers, int warm, int rate, List<Aim> aims)
      throws IOException, SQLException {
    var pile = new Pile<>(numbers.mapToObj(PharmacyLines::dispense).toList(), warm + stage.rounds());
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < CLIENTS; i++) {
      workers.add(new Client(stage, pile::take));
    }
    return new Line(name, "dispenses", rounds(workers, pile, warm, rate), null, aims);
  }

  private Measure rounds(List<Worker> workers, Pile<byte[]> pile, int warm, int rate) throws IOException, SQLException {
    var measure = new Measure();
    try {
      for (int round = 0; round < warm + stage.rounds(); round++) {
        pile.nextRound();
        var into = round < warm ? new Measure() : measure;
        if (rate > 0) {
          stage.load().paced(workers, rate, stage.seconds(), into);
        } else {
          stage.load().fully(workers, stage.seconds(), into);
        }
      }
      return measure;
    } finally {
      for (var worker : workers) {
        worker.close();
      }
    }
  }

  private static byte[] dispense(int number) {
    return Wire.request("POST", BASE + "/dispenses", HEAD, ("{\"prescription\":\"" + number + "\",\"items\":[{\"line\":\""
        + number + "\",\"packs\":[{\"barcode\":\"" + barcode(number) + "\"}]}]}").getBytes(StandardCharsets.UTF_8));
  }

  private static String barcode(int number) {
    return "90DKL2499900210A1\\u001d10B0000\\u001d1729033121" + String.format(Locale.ROOT, "SN%09d", number);
  }

  /** The look at a pack, drawn by a seed. */
  List<Line> verifying() throws IOException, SQLException {
    int packs = stage.sized(200_000, 5_000);
    stage.progress("preparing " + packs + " packs");
    packs(packs, 1, "");
    settle();
    var random = new Random(1);
    var requests = random.ints(4_096, 1, packs + 1).mapToObj(i -> Wire.request("POST", BASE + "/verify", HEAD,
        ("{\"barcode\":\"" + barcode(i) + "\"}").getBytes(StandardCharsets.UTF_8))).toList();
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < 8; i++) {
      var own = new Random(i);
      workers.add(new Client(stage, () -> requests.get(own.nextInt(requests.size()))));
    }
    return List.of(new Line("verify at the counter, 8 clients", "packs", rounds(workers, new Pile<>(List.of(), 1),
        stage.warmups(), 0), null, List.of(P95)));
  }

  /** Everybody who was given of a product, the first page; and of one lot, all of its thousand. */
  List<Line> recalling() throws IOException, SQLException {
    int packs = stage.sized(5_000_000, 50_000);
    stage.progress(String.format(Locale.ROOT, "preparing %,d dispensed packs", packs));
    packs(packs, packs / LOT, "4");
    execute("""
        insert into facility.dispense (id, facility, prescription, line, patient, at, staff, quantity, unit, price)
        select i, 'rs-sarana-a', i, i, 'P' || i %% 100000, now(), 'N1', 10, 'TAB', 5500 from generate_series(1, %d) i
        """.formatted(packs));
    execute("""
        insert into facility.portion (lot, id, key, facility, units, dispense, patient, at)
        select (i - 1) / %d + 1, i, chr(29) || 'NDKL2499900210A1' || chr(29) || 'B' || lpad(((i - 1) / %d)::text, 4, '0')
               || chr(29) || '290331' || chr(29) || 'SN' || lpad(i::text, 9, '0'), 'rs-sarana-a', 10, i,
               'P' || i %% 100000, now()
          from generate_series(1, %d) i
        """.formatted(LOT, LOT, packs));
    execute("""
        insert into facility.recall (id, facility, opened_at, staff, kind, value, reason)
        values (1, 'rs-sarana-a', now(), 'N1', 1, 'DKL2499900210A1', 'uji'), (2, 'rs-sarana-a', now(), 'N1', 2, 'B0007', 'uji')
        """);
    settle();
    return List.of(
        once(String.format(Locale.ROOT, "recall of %,d dispensed packs, first page of patients", packs), "/recalls/1/patients",
            2_000),
        once("recall of one lot of 1,000: patients, first page", "/recalls/2/patients", 500),
        once("recall of one lot of 1,000: what is where", "/recalls/2", 500));
  }

  private Line once(String name, String path, int millis) throws IOException, SQLException {
    var request = Wire.request("GET", BASE + path, HEAD, new byte[0]);
    var worker = new Client(stage, () -> request);
    return new Line(name, "answers", rounds(List.of(worker), new Pile<>(List.of(), 1), stage.warmups(), 0), null,
        List.of(new Aim("all < " + millis + " ms", line -> line.ours().millis(1) < millis)));
  }

  /** Packs of so many lots, in this state (on the shelf when it is empty); whatever else there was is gone. */
  private void packs(int packs, int lots, String state) throws SQLException {
    execute("""
        truncate facility.lot, facility.pack, facility.movement, facility.prescription, facility.line, facility.dispense,
                 facility.portion, facility.recall, facility.compound, facility.scan
        """);
    execute("""
        insert into facility.lot (id, nie, batch, expiry)
        select l, 'DKL2499900210A1', 'B' || lpad((l - 1)::text, 4, '0'), '2029-03-31' from generate_series(1, %d) l
        """.formatted(lots));
    execute("""
        insert into facility.pack (key, barcode, lot, facility, place, state, units, whole, received_at, trail)
        select chr(29) || 'NDKL2499900210A1' || chr(29) || batch || chr(29) || '290331' || chr(29) || serial,
               '90DKL2499900210A1' || chr(29) || '10' || batch || chr(29) || '17290331' || '21' || serial, lot, 'rs-sarana-a',
               'RAK-A', %s, 10, 10, now(), '{}'
          from (select (i - 1) %% %d / %d + 1 as lot, 'B' || lpad(((i - 1) %% %d / %d)::text, 4, '0') as batch,
                       'SN' || lpad(i::text, 9, '0') as serial
                  from generate_series(1, %d) i) t
        """.formatted(state.isEmpty() ? "1" : state, packs, Math.max(1, packs / lots), packs, Math.max(1, packs / lots), packs));
  }

  private void settle() throws SQLException {
    execute("vacuum (analyze) facility.lot, facility.pack, facility.prescription, facility.line, facility.dispense,"
        + " facility.portion");
    execute("checkpoint");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = stage.connect(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A client that accepts no refusal. */
  private static final class Client implements Worker {
    private final Wire wire;
    private final Supplier<byte @Nullable []> next;

    Client(Stage stage, Supplier<byte @Nullable []> next) throws IOException {
      this.wire = new Wire(stage.port());
      this.next = next;
    }

    @Override
    public long call() throws IOException {
      var request = next.get();
      if (request == null) {
        return 0;
      }
      var answer = wire.call(request);
      if (answer.contains("\"status\":") && answer.contains("\"advice\":") || answer.contains("\"good\":false")) {
        throw new IllegalStateException("refused: " + answer);
      }
      return 1;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
