package id.jejak.facility.pharmacy;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Delivery;
import id.jejak.delivery.Ledger;
import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Practitioner;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.http.Actors;
import id.jejak.facility.pharmacy.http.DemoActors;
import id.jejak.facility.pharmacy.http.Doors;
import id.jejak.facility.pharmacy.http.Patients;
import id.jejak.facility.pharmacy.http.PharmacyFaults;
import id.jejak.facility.pharmacy.http.QueueDesk;
import id.jejak.gateway.Gateway;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
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
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import id.jejak.kfa.Kfa;
import id.jejak.satusehat.Satusehat;
import id.jejak.ttac.Ttac;
import id.jejak.ttac.contract.barcode.BarcodeWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** The pharmacy over a throw-away database, with a small delivery and, when asked for, the national systems beside it. */
public final class TestPharmacy implements AutoCloseable {
  /** A Sunday, nine in the morning in Jakarta. */
  public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  public static final String HOSPITAL = "demo-rs-sarana-a";
  public static final String APOTEK = "demo-apotek-sarana-b";
  public static final String PATIENT = "P02029542843";

  public final Db db;
  public final SettableClock clock = new SettableClock(InstantSource.system());
  public final Handler handler;
  /** What stands between the pharmacy and the national systems: nothing, unless a test puts something there. */
  public volatile UnaryOperator<Handler> line = UnaryOperator.identity();
  public final Desk desk = new Desk();
  /** Staff as SATUSEHAT knows them, beside those of the demo world. */
  public final Map<String, Practitioner> practitioners = new ConcurrentHashMap<>();
  /** Where the facilities' rooms are; none is known unless a test says so. */
  public volatile List<Facility> facilities = List.of();
  /** Keys of which parked parcels were driven again, and with which code. */
  public final List<String> again = java.util.Collections.synchronizedList(new ArrayList<>());
  /** Knows every name, and what the audit is told. */
  public final Trails audit = new Trails();
  private final Jobs jobs = new Jobs();
  private final Map<String, Carrier> carriers = new HashMap<>();
  private final List<Ledger> ledgers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** @param national whether TTAC, KFA and SATUSEHAT run beside it */
  public TestPharmacy(boolean national) {
    var where = national ? TestPostgres.freshDatabase(id.jejak.ttac.store.Schema.MIGRATIONS,
            id.jejak.gateway.store.Schema.MIGRATIONS, id.jejak.kfa.store.Schema.MIGRATIONS,
            id.jejak.satusehat.store.Schema.MIGRATIONS, id.jejak.facility.pharmacy.store.Schema.MIGRATIONS)
        : TestPostgres.freshDatabase(id.jejak.facility.pharmacy.store.Schema.MIGRATIONS);
    db = Db.open(new Address(where.jdbcUrl(), where.user(), new Secret(where.password().reveal())));
    db.transaction(tx -> tx.execute("""
        create table public.parcel (id bigserial primary key, remote text, facility text, key text, kind text, body jsonb)
        """));
    clock.set(NOW);
    var keys = new ArrayList<Key<?>>(Pharmacy.settings());
    if (national) {
      keys.addAll(Ttac.settings());
      keys.addAll(Gateway.settings());
      keys.addAll(Kfa.settings());
      keys.addAll(Satusehat.settings());
    }
    var context = new Context(db, clock, jobs, Settings.read(Map.of(), keys, Map.of()), new Ids(InstantSource.system(), 1),
        new SecureRandom(), new NoMail(), TestFolders.own("derived"), true);
    if (national) {
      parts.add(Ttac.start(context));
      parts.add(Gateway.start(context));
      parts.add(Kfa.start(context, Gateway.among(parts).bearers()));
      parts.add(Satusehat.start(context, Gateway.among(parts).bearers()));
    }
    var pharmacy = Pharmacy.start(context, new Doors(new Everybody(), audit, desk,
        () -> facilities, new Post()));
    parts.add(pharmacy);
    var mounts = new ArrayList<Mount>();
    parts.forEach(part -> {
      part.sandbox().orElseThrow().prepare();
      mounts.addAll(part.mounts());
    });
    handler = new Router(mounts, new PharmacyFaults(), new Traffic(new SimpleMeterRegistry()));
    if (national) {
      pharmacy.reachable(request -> line.apply(handler).handle(request));
    }
  }

  /** Puts the demo world back. */
  public void reset() {
    db.transaction(tx -> tx.execute("truncate public.parcel"));
    parts.forEach(part -> part.sandbox().orElseThrow().reset());
  }

  /** Runs what is due by the clock. */
  public void hurry() {
    jobs.soon();
  }

  public Part part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  public Response ask(String token, String method, String path, String body) {
    return handler.handle(Request.of(method, "/facility/v1/pharmacy" + path, Headers.of("Authorization", "Bearer " + token,
        "Content-Type", "application/json"), Body.of(body)));
  }

  public JsonNode post(String token, String path, String body) {
    return whole(ask(token, "POST", path, body));
  }

  public JsonNode get(String token, String path) {
    return whole(ask(token, "GET", path, ""));
  }

  private static JsonNode whole(Response response) {
    var json = Json.read(response.bytes());
    if (response.status() != 200) {
      throw new AssertionError(response.status() + " " + json);
    }
    return json;
  }

  /** The refusal of a request: its status and code. */
  public String refusal(String token, String method, String path, String body) {
    var response = ask(token, method, path, body);
    return response.status() + " " + Json.read(response.bytes()).path("code").asString("");
  }

  /** A barcode of the demo world, for JSON. */
  public static String panadin(int number) {
    return pack("DKL2499900210A1", "PND2601", LocalDate.of(2029, 3, 31), "PND" + digits(number));
  }

  public static String pack(String nie, String batch, LocalDate expiry, String serial) {
    return BarcodeWriter.separated(BarcodeWriter.byNie(nie, batch, expiry, serial)).replace("\u001d", "\\u001d");
  }

  public static String digits(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }

  /** A prescription of ten tablets of paracetamol that may be repeated; its id and that of its line. */
  public List<String> prescribe(String lines) {
    var answer = post(HOSPITAL, "/prescriptions", "{\"patient\": \"" + PATIENT + "\", \"visit\": \"V1\", \"lines\": [" + lines
        + "]}");
    var ids = new ArrayList<>(List.of(answer.path("id").asString()));
    answer.path("lines").forEach(one -> ids.add(one.asString()));
    return ids;
  }

  public static final String TABLETS = "{\"kfa\": \"93990002\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\","
      + " \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1\", \"repeats\": 1}";

  /** What compares both sides of a day. */
  public List<Ledger> ledgers() {
    return ledgers;
  }

  /** What is owed, oldest first. */
  public List<Parcel> parcels() {
    return db.read(h -> h.createQuery("select remote, facility, key, kind, body from public.parcel order by id")
        .map((row, _) -> new Parcel(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            Json.read(row.getString(5)))).list());
  }

  /** Carries what is owed, in order; what must wait stays. Says what came of each. */
  public List<Carried> carry() {
    var ended = new ArrayList<Carried>();
    for (var one : db.read(h -> h.createQuery("select id, remote, facility, key, kind, body from public.parcel order by id")
        .map((row, _) -> Map.entry(row.getLong(1), new Parcel(row.getString(2), row.getString(3), row.getString(4),
            row.getString(5), Json.read(row.getString(6))))).list())) {
      var carried = carriers.get(one.getValue().remote()).carry(one.getValue());
      ended.add(carried);
      if (carried instanceof Carried.Done) {
        db.transaction(tx -> tx.createUpdate("delete from public.parcel where id = :id").bind("id", one.getKey()).execute());
      }
    }
    return ended;
  }

  /** Somebody gives up what is owed of a kind. */
  public void giveUp(String kind) {
    db.transaction(tx -> tx.createUpdate("delete from public.parcel where kind = :kind").bind("kind", kind).execute());
  }

  /** Carries one of them, out of its turn. */
  public Carried carryOne(Parcel parcel) {
    return carriers.get(parcel.remote()).carry(parcel);
  }

  public Optional<Carried> lookFor(Parcel parcel) {
    return carriers.get(parcel.remote()).lookFor(parcel);
  }

  @Override
  public void close() {
    jobs.close();
    db.close();
  }

  private final class Post implements Delivery, Outbox {
    @Override
    public Outbox outbox() {
      return this;
    }

    @Override
    public void add(Carrier carrier) {
      carriers.put(carrier.remote(), carrier);
    }

    @Override
    public void add(Ledger ledger) {
      ledgers.add(ledger);
    }

    @Override
    public void again(Handle tx, String remote, String key, String code) {
      again.add(key + " " + code);
    }

    @Override
    public long post(Handle tx, Parcel parcel) {
      return tx.createQuery("""
              insert into public.parcel (remote, facility, key, kind, body)
              values (:remote, :facility, :key, :kind, :json::jsonb)
              returning id
              """).bind("remote", parcel.remote()).bind("facility", parcel.facility()).bind("key", parcel.key())
          .bind("kind", parcel.kind()).bind("json", new String(Json.write((Object) parcel.body()), StandardCharsets.UTF_8))
          .mapTo(long.class).one();
    }
  }

  /** Those of the demo world, some of them with a number at SATUSEHAT that is not the one they have here. */
  private final class Everybody implements Actors {
    private final DemoActors demo = new DemoActors();

    @Override
    public Optional<Actor> of(Request request) {
      return demo.of(request);
    }

    @Override
    public Map<String, Practitioner> practitioners(Handle h, Collection<String> staff) {
      var known = new HashMap<>(demo.practitioners(h, staff));
      known.putAll(practitioners);
      return known;
    }
  }

  /** Remembers what the audit was told: operation, deed, purpose and patients of each. */
  public static final class Trails implements Patients {
    public final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());

    @Override
    public Map<String, String> names(Handle tx, Look look, Collection<String> patients) {
      touching(tx, look, Deed.READ, patients);
      var names = new HashMap<String, String>();
      patients.forEach(one -> names.put(one, "Pasien " + one));
      return names;
    }

    @Override
    public List<Sql.Call> touching(Handle tx, Look look, Deed deed, Collection<String> patients) {
      if (!patients.isEmpty()) {
        told.add(look.operation() + " " + deed + " " + look.purpose().word() + " " + patients);
      }
      return List.of();
    }
  }

  /** Remembers what the queue was told. */
  public static final class Desk implements QueueDesk {
    public final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<Sql.Call> prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound) {
      told.add("signed " + visit + (compound ? " compound" : ""));
      return List.of();
    }

    @Override
    public List<Sql.Call> served(Handle tx, String facility, String visit, Instant at, boolean scanned,
        boolean handedOver) {
      if (scanned) {
        told.add("scanned " + visit);
      }
      if (handedOver) {
        told.add("handed over " + visit);
      }
      return List.of();
    }
  }

  private static final class NoMail implements Mailer {
    @Override
    public void send(Letter letter) {
      throw new IllegalStateException("nobody writes letters here");
    }

    @Override
    public boolean configured() {
      return false;
    }
  }
}
