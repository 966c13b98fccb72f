package id.jejak.facility.queue;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.delivery.Callers;
import id.jejak.delivery.Deliveries;
import id.jejak.facility.access.Access;
import id.jejak.facility.queue.http.RsFaults;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PatientStore.NewPatient;
import id.jejak.facility.queue.store.Safe;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.db.local.Coordinates;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Jobs jobs = new Jobs();
  private final Path folder;
  private final String base;
  private final Map<String, String> tokens = new HashMap<>();

  TestQueue() {
    this(Map.of());
  }

  TestQueue(Map<String, String> settings) {
    this(settings, "queue");
  }

  /**
   * A queue with keys of its own.
   *
   * @param folder of its keys
   */
  TestQueue(Map<String, String> settings, String folder) {
    this(settings, folder, TestPostgres.freshDatabase(id.jejak.facility.access.store.Schema.MIGRATIONS,
        id.jejak.facility.queue.store.Schema.MIGRATIONS), _ -> { });
  }

  /**
   * A queue on a database that had one before.
   *
   * @param folder of its keys
   * @param before what is done with the empty database before the queue starts
   */
  TestQueue(Map<String, String> settings, String folder, Consumer<Db> before) {
    this(settings, folder, TestPostgres.freshDatabase(), before);
  }

  private TestQueue(Map<String, String> settings, String folder, Coordinates where, Consumer<Db> before) {
    this.folder = TestFolders.own(folder).resolve("derived");
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    clock.set(NOW);
    before.accept(db);
    context = context(db, settings, Queue.settings());
    access = Access.start(context(db, Map.of(), Access.settings()));
    queue = Queue.start(context, access, Optional.of(delivery));
    queue.sandbox().orElseThrow().prepare();
    base = settings.getOrDefault("queue.base", "/rs");
    var mounts = new ArrayList<>(queue.mounts());
    mounts.addAll(access.mounts());
    router = new Router(mounts, new RsFaults(), new Traffic(metrics));
  }

  /** Starts a node with the same keys, on another database perhaps. */
  Queue startOn(Db other) {
    return Queue.start(context(other, Map.of(), Queue.settings()), Access.start(context(other, Map.of(),
        Access.settings())), Optional.of(delivery));
  }

  private Context context(Db on, Map<String, String> settings, List<Key<?>> known) {
    return new Context(on, clock, jobs, Settings.read(settings, known, Map.of()), new Ids(InstantSource.system(), 1),
        new SecureRandom(), new NoMail(), folder, true);
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
    db.transaction(tx -> new PatientStore(new Safe(access.vault())).add(tx, new NewPatient("T" + patient, card(patient),
        nik(patient), "X", "L", null, "", "", "", List.of(), true), clock.instant()));
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

  /** Asks a facility's operation as a member of staff of the demo world, where access has one. */
  Response as(String username, String method, String path, Object body) {
    var token = tokens.computeIfAbsent(username, name -> Json.read(router.handle(Request.json("POST",
        "/facility/v1/login", json(Map.of("username", name, "password", "jejak-fasilitas")))).bytes()).path("token")
        .asString());
    return router.handle(Request.of(method, "/facility/v1" + path, Headers.of("Authorization", "Bearer " + token,
        "Content-Type", "application/json"), Body.of(body.equals("") ? "" : json(body))));
  }

  /** Puts what was posted into the outbox of a real delivery, which carries it nowhere. */
  void postAll() {
    try (var real = Deliveries.start(context(db, Map.of(), Deliveries.settings()), Callers.ANYBODY)) {
      db.transaction(tx -> {
        delivery.posted.forEach(parcel -> real.outbox().post(tx, parcel));
        return true;
      });
    }
  }

  /** The only row of a query. */
  String one(String sql) {
    return db.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  /** Records an event at the desk; the answer's text. */
  String event(String code, String event) {
    return desk("POST", "/bookings/" + code + "/events", Map.of("event", event)).text();
  }

  /** What the pharmacy tells the queue, with the end of its transaction. */
  void pharmacy(Function<Handle, List<Sql.Call>> tells) {
    db.ending(tx -> new Db.Ending<>(tells.apply(tx), true));
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
