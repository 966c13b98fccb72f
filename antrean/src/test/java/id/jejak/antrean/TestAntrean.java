package id.jejak.antrean;

import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.crypto.AnswerCipher;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.antrean.http.AntreanFaults;
import id.jejak.antrean.store.Schema;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Mount;
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
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** BPJS's side over a throw-away database of its own, called in process as a hospital would. */
public final class TestAntrean implements AutoCloseable {
  public static final String CONS_ID = "31002";
  public static final String SECRET = "jejak-rahasia-31002";
  public static final String USER_KEY = "jejak-kunci-31002";
  public static final String HOSPITAL = "1311R002";
  /** A Tuesday, 08:00 in Jakarta. */
  public static final Instant NOW = Instant.parse("2021-03-16T01:00:00Z");

  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final Handler handler;
  public final Router router;
  public final Context context;
  private final Jobs jobs = new Jobs();
  private final Antrean antrean;

  public TestAntrean() {
    this(Map.of());
  }

  /** With settings. */
  public TestAntrean(Map<String, String> settings) {
    var where = TestPostgres.freshDatabase(Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    clock.set(NOW);
    context = new Context(db, clock, jobs, Settings.read(settings, Antrean.settings(), Map.of()),
        new Ids(InstantSource.system(), 1), new SecureRandom(), new NoMail(), TestFolders.own("derived"), true);
    antrean = Antrean.start(context);
    var mounts = new ArrayList<Mount>(antrean.mounts());
    var sandbox = antrean.sandbox().orElseThrow();
    sandbox.prepare();
    mounts.add(new Mount("sandbox", List.of("/sandbox"), sandbox.routes(), new AntreanFaults(Dialect.ANTREAN)));
    router = new Router(mounts, new AntreanFaults(Dialect.ANTREAN), new Traffic(new SimpleMeterRegistry()));
    handler = router;
  }

  /** Puts the demo world back, at {@link #NOW}. */
  public void reset() {
    clock.set(NOW);
    antrean.sandbox().orElseThrow().reset();
  }

  /** The demo world. */
  public JsonNode world() {
    return Json.read(Json.write((Object) antrean.sandbox().orElseThrow().world()));
  }

  /** The four headers, as of now. */
  public Headers signed() {
    return signed(CONS_ID, SECRET, USER_KEY, Long.toString(clock.instant().getEpochSecond()));
  }

  /** The four headers. */
  public static Headers signed(String consId, String secret, String userKey, String timestamp) {
    return Headers.of(Header.CONS_ID, consId, Header.TIMESTAMP, timestamp, Header.SIGNATURE,
        Signature.of(consId, timestamp, secret), Header.USER_KEY, userKey);
  }

  /** Reads below the address of the slides, and opens the response. */
  public JsonNode get(String path) {
    return call("GET", "/arsws/rest/v2" + path, "");
  }

  /** Writes below the address of the slides. */
  public JsonNode post(String path, Object body) {
    return call("POST", "/arsws/rest/v2" + path, body instanceof String text ? text : json(body));
  }

  /** Calls, signed, and opens the response. */
  public JsonNode call(String method, String path, String body) {
    var headers = signed().plus("Content-Type", "Application/x-www-form-urlencoded");
    var timestamp = headers.first(Header.TIMESTAMP).orElseThrow();
    return opened(handler.handle(Request.of(method, path, headers, Body.of(body))), timestamp);
  }

  /** An answer with its response opened. */
  public static JsonNode opened(Response response, String timestamp) {
    var answer = Json.read(response.bytes());
    if (!answer.path("response").isString()) {
      return answer;
    }
    var open = new LinkedHashMap<String, Object>();
    answer.propertyStream().forEach(one -> open.put(one.getKey(), one.getKey().equals("response")
        ? Json.read(new AnswerCipher(CONS_ID, SECRET, timestamp).open(one.getValue().stringValue()))
        : one.getValue()));
    return Json.read(Json.write((Object) open));
  }

  /** A value as JSON text. */
  public static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  /** {@code code message} of an answer. */
  public static String said(JsonNode answer) {
    var metadata = answer.path("metadata").isMissingNode() ? answer.path("metaData") : answer.path("metadata");
    return metadata.path("code").asString() + " " + metadata.path("message").asString();
  }

  /** Makes a booking known as Mobile JKN does. */
  public void booking(String code, String day, boolean newPatient) {
    var answer = handler.handle(Request.json("POST", "/sandbox/antrean/bookings", json(Map.of("kodebooking", code,
        "tanggalperiksa", day, "pasienbaru", newPatient ? 1 : 0))));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.text());
    }
  }

  /** Tells a task and gives back what was said. */
  public String task(String code, int task, Instant time) {
    return said(post("/antrean/updatewaktu", Map.of("kodebooking", code, "taskid", task, "waktu",
        time.toEpochMilli())));
  }

  /** The slides' body of Tambah Antrean with another code and day, some members changed; an empty text removes. */
  public static Map<String, Object> add(String code, String day, Object... changed) {
    var body = new LinkedHashMap<String, Object>(Map.ofEntries(Map.entry("kodebooking", code),
        Map.entry("jenispasien", "JKN"), Map.entry("nomorkartu", "00012345678"), Map.entry("nik", "3212345678987654"),
        Map.entry("nohp", "085635228888"), Map.entry("kodepoli", "ANA"), Map.entry("namapoli", "Anak"),
        Map.entry("pasienbaru", 0), Map.entry("norm", "123345"), Map.entry("tanggalperiksa", day),
        Map.entry("kodedokter", 12345), Map.entry("namadokter", "Dr. Hendra"), Map.entry("jampraktek", "08:00-16:00"),
        Map.entry("jeniskunjungan", 1), Map.entry("nomorreferensi", "0001R0040116A000001"),
        Map.entry("nomorantrean", "A-12"), Map.entry("angkaantrean", 12),
        Map.entry("estimasidilayani", 1615869169000L)));
    for (int i = 0; i < changed.length; i += 2) {
      body.remove((String) changed[i]);
      if (!changed[i + 1].equals("")) {
        body.put((String) changed[i], changed[i + 1]);
      }
    }
    return body;
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
