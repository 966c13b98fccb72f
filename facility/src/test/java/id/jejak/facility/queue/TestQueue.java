package id.jejak.facility.queue;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.access.Access;
import id.jejak.facility.queue.http.RsFaults;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The hospital's queue over a throw-away database of its own, called in process as BPJS and the desk would. */
public final class TestQueue implements AutoCloseable {
  static final String USER = "mobilejkn";
  static final String PASSWORD = "jejak-rs-284";
  /** A Wednesday, 08:00 in Jakarta. */
  static final Instant NOW = Instant.parse("2021-03-17T01:00:00Z");
  static final String TODAY = "2021-03-17";

  final Db db;
  final SettableClock clock = new SettableClock(InstantSource.system());
  final KeptDelivery delivery = new KeptDelivery();
  final Context context;
  final Access access;
  final Queue queue;
  final Router router;
  private final Jobs jobs = new Jobs();
  private final String base;

  TestQueue() {
    this(Map.of());
  }

  TestQueue(Map<String, String> settings) {
    var where = TestPostgres.freshDatabase();
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    clock.set(NOW);
    context = context(settings, Queue.settings());
    access = Access.start(context(Map.of(), Access.settings()));
    queue = Queue.start(context, access, Optional.of(delivery));
    queue.sandbox().orElseThrow().prepare();
    base = settings.getOrDefault("queue.base", "/rs");
    var mounts = new ArrayList<>(queue.mounts());
    mounts.addAll(access.mounts());
    router = new Router(mounts, new RsFaults(), new Traffic(new SimpleMeterRegistry()));
  }

  private Context context(Map<String, String> settings, List<Key<?>> known) {
    return new Context(db, clock, jobs, Settings.read(settings, known, Map.of()), new Ids(InstantSource.system(), 1),
        new SecureRandom(), new NoMail(), TestFolders.own("derived"), true);
  }

  void reset() {
    clock.set(NOW);
    queue.sandbox().orElseThrow().reset();
    delivery.posted.clear();
  }

  String token() {
    return Json.read(router.handle(Request.of("GET", base + "/token", Headers.of(Header.USERNAME, USER,
        Header.PASSWORD, PASSWORD), Body.EMPTY)).bytes()).path("response").path("token").asString();
  }

  Headers signed() {
    return Headers.of(Header.TOKEN, token(), Header.USERNAME, USER, "Content-Type", "application/json");
  }

  /** Calls a service of the hospital. */
  JsonNode rs(Operation operation, Object body) {
    return rs(operation, body, signed());
  }

  JsonNode rs(Operation operation, Object body, Headers headers) {
    return Json.read(router.handle(Request.of("POST", base + operation.path(), headers,
        Body.of(body instanceof String text ? text : json(body)))).bytes());
  }

  /** {@code code message} of an answer. */
  static String said(JsonNode answer) {
    return answer.path("metadata").path("code").asString() + " " + answer.path("metadata").path("message").asString();
  }

  /** Takes a number for a patient who is made known first. */
  JsonNode take(int patient, String day, Object... changed) {
    know(patient);
    return rs(RsOperations.TAKE, wish(patient, day, changed));
  }

  /** Makes a patient with a record. */
  void know(int patient) {
    db.transaction(tx -> tx.createUpdate("""
            insert into queue.patient (record, card, nik, name, sex, born, phone, address, family_card, region,
                                       complete, created_at)
            values (:record, :card, :nik, 'X', 'L', null, '', '', '', '{}', true, now())
                on conflict do nothing
            """).bind("record", "T" + patient).bind("card", card(patient)).bind("nik", nik(patient)).execute());
  }

  static String card(int patient) {
    return String.format(Locale.ROOT, "%013d", 5_000_000_000L + patient);
  }

  static String nik(int patient) {
    return String.format(Locale.ROOT, "%016d", 3_200_000_000_000_000L + patient);
  }

  static Map<String, Object> wish(int patient, String day, Object... changed) {
    var body = new LinkedHashMap<String, Object>(Map.of("nomorkartu", card(patient), "nik", nik(patient), "nohp",
        "0856", "kodepoli", "ANA", "norm", "T" + patient, "tanggalperiksa", day, "kodedokter", 12346, "jampraktek",
        "08:00-16:00", "jeniskunjungan", 1, "nomorreferensi", "R" + patient));
    for (int i = 0; i < changed.length; i += 2) {
      body.put((String) changed[i], changed[i + 1]);
    }
    return body;
  }

  /** Calls a service of the desk. */
  Response desk(String method, String path, Object body) {
    return router.handle(Request.json(method, "/facility/v1/queue" + path, body.equals("") ? "" : json(body)));
  }

  /** Records an event at the desk; the answer's text. */
  String event(String code, String event) {
    return desk("POST", "/bookings/" + code + "/events", Map.of("event", event)).text();
  }

  static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
  }

  private static final class NoMail implements Mailer {
    @Override
    public void send(Letter letter) {
      throw new IllegalStateException("no letter is written here");
    }

    @Override
    public boolean configured() {
      return false;
    }
  }
}
