package id.jejak.verify.house;

import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.PlannedFaults;
import id.jejak.app.sandbox.SandboxRoutes;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.wiring.Wiring;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.db.Address;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Migrations;
import id.jejak.kernel.db.TestFolders;
import id.jejak.kernel.db.TestPostgres;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.kernel.observe.Traffic;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.Jobs;
import id.jejak.kernel.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The systems of the house as it is wired, with their demo world and sandbox, on a throw-away database of a real
 * PostgreSQL: asked in this process, or over a socket.
 */
public final class TestHouse implements AutoCloseable {
  /** Made once for all houses; a part whose tables are not among them makes its own, as in an empty database. */
  private static final List<Migrations> TABLES = List.of(id.jejak.ttac.store.Schema.MIGRATIONS,
      id.jejak.gateway.store.Schema.MIGRATIONS, id.jejak.kfa.store.Schema.MIGRATIONS,
      id.jejak.satusehat.store.Schema.MIGRATIONS, id.jejak.antrean.store.Schema.MIGRATIONS,
      id.jejak.delivery.store.Schema.MIGRATIONS, id.jejak.facility.access.store.Schema.MIGRATIONS,
      id.jejak.facility.queue.store.Schema.MIGRATIONS, id.jejak.facility.pharmacy.store.Schema.MIGRATIONS);

  private final Db db;
  private final SettableClock clock;
  private final Jobs jobs = new Jobs();
  private final List<Part> parts = new ArrayList<>();
  private final Router router;
  private final HttpServer server;

  private TestHouse(boolean prompt) {
    var at = TestPostgres.freshDatabase(TABLES.toArray(Migrations[]::new));
    db = Db.open(new Address(at.jdbcUrl(), at.user(), new Secret(at.password().reveal())));
    var machine = InstantSource.system();
    clock = new SettableClock(machine);
    if (prompt) {
      clock.onMove(jobs::soon);
    }
    var wiring = Wiring.house();
    var context = new Context(db, clock, jobs, Settings.read(Map.of(), wiring.settings(), Map.of()),
        new Ids(machine, 0), new SecureRandom(), new NoMail(), TestFolders.own("derived"), true);
    wiring.residents(Optional.empty()).forEach(resident -> parts.add(resident.start().apply(context, parts)));
    parts.forEach(part -> part.sandbox().orElseThrow().prepare());
    var mounts = new ArrayList<Mount>();
    var faults = new PlannedFaults();
    var recorder = new Recorder(machine);
    parts.forEach(part -> part.mounts().forEach(mount -> mounts.add(recorder.around(faults.around(mount)))));
    var explainer = new Explainer(() -> Wiring.docs(parts), mounts);
    mounts.add(new SandboxRoutes(parts, clock, faults, db, recorder, explainer,
        new Replay(recorder, this::ask, request -> request)).mount());
    router = new Router(mounts, mounts.getFirst().faults(), new Traffic(new SimpleMeterRegistry()));
    server = HttpServer.start("127.0.0.1", 0, router, new RequestIds(1));
    parts.forEach(part -> part.reachable(URI.create(url())));
  }

  /** Starts one. */
  public static TestHouse start() {
    return new TestHouse(false);
  }

  /** Starts one whose jobs look again when the clock is moved, as those of a server do. */
  public static TestHouse prompt() {
    return new TestHouse(true);
  }

  private Response ask(Request request) {
    return router.handle(request);
  }

  /** Asked without a socket. */
  public Handler handler() {
    return router;
  }

  /** The database, for what no operation shows. */
  public Db db() {
    return db;
  }

  /** The time it is in the house. */
  public SettableClock clock() {
    return clock;
  }

  /** Scheme, host and port. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** What is served of a documented system: a part may serve more than one, by the name of the mount. */
  public List<Mount> mounts(String name) {
    var systems = Wiring.docs(List.of()).stream().map(SystemDocs::name).toList();
    return parts.stream().flatMap(part -> part.mounts().stream()
        .filter(mount -> systems.contains(mount.name()) ? mount.name().equals(name) : part.name().equals(name)))
        .toList();
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
    parts.reversed().forEach(Part::close);
    db.close();
  }

  private static final class NoMail implements Mailer {
    @Override
    public void send(Letter letter) {
      throw new IllegalStateException("no letter is written without a mail server");
    }

    @Override
    public boolean configured() {
      return false;
    }
  }
}
