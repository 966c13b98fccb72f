package id.jejak.verify.bench.chain;

import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Aim;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Measure;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.served.SealedPatients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Recorder;
import tools.jackson.databind.JsonNode;

/**
 * Whole journeys of patients: a number through Mobile JKN, check-in, called, with the doctor, prescribed, a number at the
 * pharmacy, one serial handed over. Patients come one behind the other without a pause; counted is a journey when SATUSEHAT
 * and BPJS have everything that is owed to them for it, and at the end everything must be there. A round is a stretch of
 * that stream: were each round to end with an empty outbox, it would measure the seconds that SATUSEHAT takes for a national
 * number. Times are those of a patient, without what is delivered later. Bare SQL has nothing to set beside it.
 */
final class Journeys {
  private static final String PHARMACY = "/facility/v1/pharmacy";
  private static final String STAFF = "application/json\r\nAuthorization: Bearer demo-rs-sarana-a";
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final SealedPatients KNOWN = new SealedPatients("B", 6_000_000_000L, 320_000_000_000L);
  private static final int CLIENTS = 16;
  private static final int CLINICS = 40;
  private static final int FIRST_DOCTOR = 900_000;
  /** Seconds before it is measured: a journey runs through everything, and the compiler is busy with it for minutes. */
  private static final int WARM = 240;
  private static final int ROUND = 30;
  /** So many a second are prepared, which is more than can be. */
  private static final int MOST = 100;
  /** What BPJS is told of each: check-in, called, served, the pharmacy's number, being prepared, handed over. */
  private static final int TOLD_BPJS = 6;
  private static final int PATIENCE_SECONDS = 60;
  private static final int LOOK_MILLIS = 200;
  private static final String REST = """
      select count(*) filter (where state <> 'PARKED') as owed,
             coalesce(min(case when state = 'PARKED' then remote || ' ' || kind || ': ' || code || ' ' || reason end), '')
        from delivery.parcel
      """;
  private static final String TOLD = """
      select count(*) filter (where remote = 'satusehat' and kind = 'dispenses') as satusehat,
             count(*) filter (where remote = 'antrean') as bpjs
        from delivery.settled
       where outcome = 'DONE'
      """;

  private final Stage stage;
  private final LocalDate day;
  /** The world's time when it was set, and this process's time then. */
  private final Instant nine;
  private final long clockSet;
  private final String user;
  private final String token;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final Recorder times = new Recorder(3);
  private volatile boolean open = true;

  Journeys(Stage stage) throws IOException {
    this.stage = stage;
    try (var wire = new Wire(stage.port())) {
      wire.call(Wire.request("POST", "/sandbox/reset", new byte[0]));
      var now = Instant.parse(get(wire, "/sandbox/clock").path("now").stringValue());
      var morning = now.atZone(JAKARTA).truncatedTo(ChronoUnit.DAYS).plusDays(1).with(LocalTime.of(9, 0));
      day = morning.toLocalDate();
      nine = morning.toInstant();
      wire.call(post("/sandbox/clock", Map.of("now", nine.toString())));
      clockSet = System.nanoTime(); // behind it: nobody checks in before it is so late
      var rs = get(wire, "/sandbox/world").path("antrean").path("rs");
      user = rs.path("username").stringValue();
      token = Json.read(wire.call(Wire.request("GET", "/rs/token", "application/json\r\nx-username: " + user
          + "\r\nx-password: " + rs.path("password").stringValue(), new byte[0]))).at("/response/token").stringValue();
    }
  }

  List<Line> run() throws IOException, SQLException {
    double warm = stage.sized(WARM, 2);
    double round = stage.sized(ROUND, 3);
    int patients = (int) (MOST * (warm + stage.rounds() * round));
    prepare(patients);
    var measure = new Measure();
    try (var connection = stage.connect();
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("patient-", 0).factory())) {
      stage.progress("journeys without a pause");
      var running = IntStream.range(0, CLIENTS).mapToObj(_ -> threads.submit(() -> come(patients))).toList();
      try {
        stage.load().meanwhile(warm, () -> told(connection), times, new Measure());
        for (int i = 0; i < stage.rounds(); i++) {
          stage.load().meanwhile(round, () -> told(connection), times, measure);
          owed(connection);
          if (next.get() > patients) {
            throw new IllegalStateException("too few patients were prepared for this rate");
          }
        }
      } finally {
        open = false;
        running.forEach(Journeys::wait);
      }
      everythingIsTold(connection);
    }
    return List.of(new Line("journeys with all they owe, " + CLIENTS + " clients", "journeys", measure, null,
        List.of(Aim.perSecond(60))));
  }

  private boolean come(int patients) throws IOException {
    try (var wire = new Wire(stage.port())) {
      for (int patient = next.incrementAndGet(); open && patient <= patients; patient = next.incrementAndGet()) {
        long start = System.nanoTime();
        journey(wire, patient);
        times.recordValue(System.nanoTime() - start);
        done.incrementAndGet();
      }
    }
    return true;
  }

  /** Journeys of which both have been told everything. */
  private static long told(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(TOLD); var row = statement.executeQuery()) {
      row.next();
      return Math.min(row.getLong("satusehat"), row.getLong("bpjs") / TOLD_BPJS);
    }
  }

  /** Parcels that are still owed. */
  private static long owed(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(REST); var row = statement.executeQuery()) {
      row.next();
      if (!row.getString(2).isEmpty()) {
        throw new IllegalStateException("a parcel was refused: " + row.getString(2));
      }
      return row.getLong(1);
    }
  }

  private void everythingIsTold(Connection connection) throws SQLException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (long owed = owed(connection); owed > 0; owed = owed(connection)) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(owed + " parcels are still owed");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
    long told = told(connection);
    if (told != done.get()) {
      throw new IllegalStateException(done + " journeys were made, and of " + told + " everything was told");
    }
  }

  /** Doctors, sessions, patients who are known, packs in stock. */
  private void prepare(int patients) throws SQLException {
    stage.progress(String.format(Locale.ROOT, "preparing %,d patients and packs", patients));
    try (var connection = stage.connect(); var statement = connection.createStatement()) {
      KNOWN.put(stage.data(), connection, 1, patients + 1);
      for (var sql : List.of(
          "insert into queue.doctor (code, name) select %d + g, 'dr. ' || g from generate_series(0, %d) g"
              .formatted(FIRST_DOCTOR, CLINICS - 1),
          """
          insert into queue.session (id, sub, doctor, day, open, close, letter, quota_jkn, quota_other, seconds_each)
          select 700000 + g, 'ANA', %d + g, '%s', '08:00', '16:00', 'L' || chr(65 + g / 26) || chr(65 + g %% 26), 1000000, 10,
                 300
            from generate_series(0, %d) g
          """.formatted(FIRST_DOCTOR, day, CLINICS - 1),
          "insert into facility.lot (id, nie, batch, expiry) values (700000, 'DKL2499900210A1', 'B0000', '2029-03-31')",
          """
          insert into facility.pack (key, barcode, lot, facility, place, state, units, whole, received_at, trail)
          select chr(29) || 'NDKL2499900210A1' || chr(29) || 'B0000' || chr(29) || '290331' || chr(29) || serial,
                 '90DKL2499900210A1' || chr(29) || '10B0000' || chr(29) || '17290331' || '21' || serial, 700000,
                 'rs-sarana-a', 'RAK-A', 1, 10, 10, now(), '{}'
            from (select 'SN' || lpad(g::text, 9, '0') as serial from generate_series(1, %d) g) t
          """.formatted(patients),
          "vacuum (analyze) queue.patient, queue.session, facility.pack",
          "checkpoint")) {
        statement.execute(sql);
      }
    }
  }

  private static void wait(Future<Boolean> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a journey failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void journey(Wire wire, int patient) throws IOException {
    var code = rs(wire, "/ambilantrean", ticket(patient)).at("/response/kodebooking").stringValue();
    wire.call(post("/sandbox/antrean/bookings", known(patient, code)));
    rs(wire, "/checkinantrean", Map.of("kodebooking", code, "waktu",
        nine.plusNanos(System.nanoTime() - clockSet).toEpochMilli()));
    for (var event : List.of("call", "start")) {
      done(wire, "/facility/v1/queue/bookings/" + code + "/events", Map.of("event", event, "by", "Maya"));
    }
    var prescription = done(wire, PHARMACY + "/prescriptions", Map.of("patient", "P" + patient, "visit", code, "lines",
        List.of(Map.of("kfa", "93990002", "name", "PANADIN", "quantity", 10, "unit", "TAB", "signa", "3 dd 1"))));
    rs(wire, "/ambilantreanfarmasi", Map.of("kodebooking", code));
    var given = done(wire, PHARMACY + "/dispenses", Map.of("prescription", prescription.path("id").asString(""), "items",
        List.of(Map.of("line", prescription.at("/lines/0").asString(""), "packs",
            List.of(Map.of("barcode", barcode(patient)))))));
    if (given.path("dispenses").size() != 1) {
      throw new IllegalStateException("not dispensed: " + given);
    }
  }

  private static String barcode(int number) {
    return "90DKL2499900210A1\u001d10B0000\u001d1729033121" + String.format(Locale.ROOT, "SN%09d", number);
  }

  private Map<String, Object> ticket(int patient) {
    var body = known(patient, "");
    body.remove("kodebooking");
    body.put("norm", "B" + patient);
    body.put("jeniskunjungan", 1);
    return body;
  }

  private Map<String, Object> known(int patient, String code) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", code);
    body.put("nomorkartu", String.format(Locale.ROOT, "%013d", 6_000_000_000L + patient));
    body.put("nik", String.format(Locale.ROOT, "%016d", 320_000_000_000L + patient));
    body.put("nohp", "085635228888");
    body.put("kodepoli", "ANA");
    body.put("tanggalperiksa", day.toString());
    body.put("kodedokter", FIRST_DOCTOR + patient % CLINICS);
    body.put("jampraktek", "08:00-16:00");
    body.put("nomorreferensi", "R" + patient);
    return body;
  }

  private JsonNode rs(Wire wire, String path, Map<String, ?> body) throws IOException {
    var answer = Json.read(wire.call(Wire.request("POST", "/rs" + path, "application/json\r\nx-token: " + token
        + "\r\nx-username: " + user, Json.write((Object) body))));
    if (answer.at("/metadata/code").asInt(0) != 200) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer;
  }

  private static JsonNode done(Wire wire, String path, Map<String, ?> body) throws IOException {
    var answer = Json.read(wire.call(Wire.request("POST", path, STAFF, Json.write((Object) body))));
    if (answer.has("status") && answer.has("advice")) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer;
  }

  private static JsonNode get(Wire wire, String path) throws IOException {
    return Json.read(wire.call(Wire.request("GET", path, new byte[0])).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] post(String path, Map<String, ?> body) {
    return Wire.request("POST", path, Json.write((Object) body));
  }
}
