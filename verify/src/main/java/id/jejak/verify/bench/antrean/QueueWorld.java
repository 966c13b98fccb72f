package id.jejak.verify.bench.antrean;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.kernel.json.Json;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import id.jejak.verify.served.SealedPatients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo hospital and BPJS, with as many sessions, patients and bookings as a measurement wants. */
final class QueueWorld implements AutoCloseable {
  private static final int FIRST_DOCTOR = 900_000;
  private static final SealedPatients KNOWN = new SealedPatients("B", 6_000_000_000L, 320_000_000_000L);
  private static final int HASH_BYTES = 32;
  /** What card, identity number and phone take when they are sealed. */
  private static final int SEALED_BYTES = 110;
  private static final String TAKE = """
      with place as (
        update queue.session
           set last_number = last_number + 1, waiting = waiting + 1, taken_jkn = taken_jkn + 1
         where id = ? and taken_jkn < quota_jkn
        returning id, day, letter, last_number
      )
      insert into queue.booking (code, session, number, day, jkn, key_id, sealed, index_key, card, nik, record,
                                 new_patient, kind, reference, source, created_at)
      select to_char(day, 'DDMMYYYY') || letter || last_number, id, last_number, day, true, 0, ?, 0, ?, ?, ?, false, 1,
             ?, 'MOBILE_JKN', now()
        from place
      returning code
      """;
  private static final String LEFT = """
      select b.number, s.called_number, c.name, d.name,
             (select count(*)
                from queue.booking o
               where o.session = b.session and o.number <= b.number and o.waiting)
        from queue.booking b
        join queue.session s on s.id = b.session
        join queue.clinic c on c.sub = s.sub
        join queue.doctor d on d.code = s.doctor
       where b.code = ?
      """;
  private static final String TASK = """
      with locked as (
        select kode_ppk, kodebooking from antrean.antrean where kode_ppk = ? and kodebooking = ? for update
      )
      insert into antrean.task (kode_ppk, kodebooking, taskid, wakturs, waktu)
      select kode_ppk, kodebooking, 3, now(), now() from locked
      returning taskid
      """;
  private static final String TASKS = """
      select taskid, wakturs, waktu
        from antrean.task
       where kode_ppk = ? and kodebooking = ?
       order by taskid
      """;

  private final Stage stage;
  private final Handle handle;
  private final InstantSource clock;
  private final JsonNode bpjs;
  private final JsonNode rs;
  private final String token;
  private final LocalDate day;

  QueueWorld(Stage stage) throws IOException, SQLException {
    this.stage = stage;
    this.handle = Jdbi.create(stage.connect()).open();
    try (var wire = new Wire(stage.port())) {
      wire.call(Wire.request("POST", "/sandbox/reset", new byte[0]));
      var world = Json.read(wire.call(Wire.request("GET", "/sandbox/world", new byte[0]))).path("antrean");
      bpjs = world.path("bpjs");
      rs = world.path("rs");
      token = Json.read(wire.call(tokenRequest())).path("response").path("token").stringValue();
      clock = ofTheServer(wire);
    }
    day = WibText.date(clock.instant()).plusDays(1);
  }

  /** The time it is there: signatures are looked at by it. */
  private static InstantSource ofTheServer(Wire wire) throws IOException {
    var now = Instant.parse(Json.read(wire.call(Wire.request("GET", "/sandbox/clock", new byte[0]))).path("now")
        .stringValue());
    long then = System.nanoTime();
    return () -> now.plusNanos(System.nanoTime() - then);
  }

  byte[] tokenRequest() {
    return request("GET", "/rs/token", Map.of(Header.USERNAME, rs.path("username").stringValue(), Header.PASSWORD,
        rs.path("password").stringValue()), new byte[0]);
  }

  private static byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
        + "\r\nContent-Length: " + body.length + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    var all = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private byte[] ask(String path, Map<String, ?> body) {
    return request("POST", "/rs" + path, Map.of(Header.TOKEN, token, Header.USERNAME,
        rs.path("username").stringValue()), Json.write((Object) body));
  }

  private byte[] signed(String path, Map<String, ?> body) {
    var consId = bpjs.path("cons_id").stringValue();
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    return request("POST", "/antreanrs" + path, Map.of(Header.CONS_ID, consId, Header.TIMESTAMP, timestamp,
        Header.SIGNATURE, Signature.of(consId, timestamp, bpjs.path("secret_key").stringValue()), Header.USER_KEY,
        bpjs.path("user_key").stringValue()), Json.write((Object) body));
  }

  /** So many doctors at one clinic, each with one session tomorrow in which everybody has a place. */
  void sessions(int count) {
    stage.progress(count + " sessions");
    execute("truncate queue.session, queue.booking, queue.event, queue.owed", Map.of());
    execute("insert into queue.doctor (code, name) select :first + g, 'dr. ' || g from generate_series(0, :last) g"
        + " on conflict do nothing", Map.of("first", FIRST_DOCTOR, "last", count - 1));
    execute("""
        insert into queue.session (id, sub, doctor, day, open, close, letter, quota_jkn, quota_other, seconds_each)
        select 1 + g, 'ANA', :first + g, cast(:day as date), '08:00', '16:00', 'L' || chr(65 + g / 26)
               || chr(65 + g % 26), 10000000, 10, 300
          from generate_series(0, :last) g
        """, Map.of("first", FIRST_DOCTOR, "last", count - 1, "day", day.toString()));
  }

  /** So many patients with a record. */
  void patients(int count) {
    stage.progress(String.format(Locale.ROOT, "%,d patients", count));
    execute("delete from queue.patient where record like 'B%'", Map.of());
    KNOWN.put(stage.data(), handle.getConnection(), 0, count);
    handle.execute("vacuum (analyze) queue.patient, queue.session, queue.booking");
  }

  /** As long as a hash. */
  private static byte[] hash(String text) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
  }

  byte[] take(int patient, int sessions) {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", KNOWN.card(patient));
    body.put("nik", KNOWN.nik(patient));
    body.put("nohp", "085635228888");
    body.put("kodepoli", "ANA");
    body.put("norm", "B" + patient);
    body.put("tanggalperiksa", day.toString());
    body.put("kodedokter", FIRST_DOCTOR + patient % sessions);
    body.put("jampraktek", "08:00-16:00");
    body.put("jeniskunjungan", 1);
    body.put("nomorreferensi", "R" + patient);
    return ask("/ambilantrean", body);
  }

  List<Worker> bareTake(Supplier<@Nullable Integer> next, int sessions, int connections) throws SQLException {
    return BareCalls.many(connections, stage, TAKE, next, patient -> new Object[] {1L + patient % sessions,
        new byte[SEALED_BYTES], hash(KNOWN.card(patient)), hash(KNOWN.nik(patient)), "B" + patient, "R" + patient});
  }

  /** So many sessions with so many who wait in each. */
  void bookings(int sessions, int each) {
    sessions(sessions);
    execute("""
        insert into queue.booking (code, session, number, day, jkn, key_id, sealed, index_key, record, new_patient,
                                   kind, reference, source, created_at)
        select 'S' || s || 'N' || n, s, n, cast(:day as date), true, 0, '', 0, 'B', false, 1, '', 'MOBILE_JKN', now()
          from generate_series(1, :sessions) s
         cross join generate_series(1, :each) n
        """, Map.of("day", day.toString(), "sessions", sessions, "each", each));
    execute("update queue.session set last_number = :each, waiting = :each, taken_jkn = :each", Map.of("each", each));
    handle.execute("vacuum (analyze) queue.session, queue.booking");
  }

  byte[] left(int sessions, int each, Random random) {
    return ask("/sisaantrean", Map.of("kodebooking", code(random.nextInt(sessions * each), each)));
  }

  private static String code(int number, int each) {
    return "S" + (1 + number / each) + "N" + (1 + number % each);
  }

  List<Worker> bareLeft(int sessions, int each, int connections) throws SQLException {
    var random = new Random(2);
    return BareCalls.many(connections, stage, LEFT, () -> next(random, sessions * each),
        number -> new Object[] {code(number, each)});
  }

  private static int next(Random random, int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  /** So many bookings of Mobile JKN for today at BPJS, each with its first tasks of a known patient. */
  void told(int bookings, int tasks) {
    stage.progress(String.format(Locale.ROOT, "%,d bookings", bookings));
    execute("delete from antrean.task", Map.of());
    execute("delete from antrean.antrean where kodebooking like 'B%'", Map.of());
    var hospital = bpjs.path("kode_ppk").stringValue();
    var today = WibText.date(clock.instant()).toString();
    execute("""
        insert into antrean.antrean (kode_ppk, kodebooking, jkn, nomorkartu, nik, nohp, kdsubspesialis, norm, tanggal,
                                     kodedokter, jampraktek, jeniskunjungan, nomorreferensi, nomorantrean,
                                     angkaantrean, estimasi, pasienbaru, sumberdata, isi, created_at)
        select :hospital, 'B' || g, true, '', '', '', 'ANA', '', cast(:today as date), 12345, '08:00-16:00', 1, '', 'A',
               1, 0, false, 'Mobile JKN', '', now()
          from generate_series(0, :last) g
        """, Map.of("hospital", hospital, "today", today, "last", bookings - 1));
    if (tasks > 0) {
      execute("""
          insert into antrean.task (kode_ppk, kodebooking, taskid, wakturs, waktu)
          select :hospital, 'B' || g, 2 + t, now() + make_interval(mins => t), now()
            from generate_series(0, :last) g
           cross join generate_series(1, :tasks) t
          """, Map.of("hospital", hospital, "last", bookings - 1, "tasks", tasks));
    }
    handle.execute("vacuum (analyze) antrean.antrean, antrean.task");
  }

  byte[] task(int booking) {
    return signed("/antrean/updatewaktu", Map.of("kodebooking", "B" + booking, "taskid", 3, "waktu", clock.millis()));
  }

  List<Worker> bareTask(Supplier<@Nullable Integer> next, int connections) throws SQLException {
    var hospital = bpjs.path("kode_ppk").stringValue();
    return BareCalls.many(connections, stage, TASK, next, booking -> new Object[] {hospital, "B" + booking});
  }

  byte[] tasks(int booking) {
    return signed("/antrean/getlisttask", Map.of("kodebooking", "B" + booking));
  }

  List<Worker> bareTasks(int bookings, int connections) throws SQLException {
    var hospital = bpjs.path("kode_ppk").stringValue();
    var random = new Random(2);
    return BareCalls.many(connections, stage, TASKS, () -> next(random, bookings),
        booking -> new Object[] {hospital, "B" + booking});
  }

  private void execute(String sql, Map<String, ?> values) {
    handle.createUpdate(sql).bindMap(values).execute();
  }

  @Override
  public void close() {
    handle.close();
  }
}
