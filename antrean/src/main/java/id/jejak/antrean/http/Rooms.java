package id.jejak.antrean.http;

import id.jejak.antrean.contract.SandboxOperations;
import id.jejak.antrean.store.BookingStore;
import id.jejak.antrean.store.ChangeStore;
import id.jejak.antrean.store.ConsumerStore;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.RegistrationStore;
import id.jejak.antrean.store.VclaimStore;
import id.jejak.antrean.store.WaitStore;
import id.jejak.antrean.store.WorldStore;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Tree;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything behind the routes, put together once. */
public final class Rooms implements Part.Sandbox {
  /** The members of a world file that are this side's. */
  public static final List<String> WORLD = List.copyOf(WorldFile.MEMBERS);

  private final Consumers consumers;
  private final Gate gate;
  private final Hfis hfis;
  private final Queueing queueing;
  private final Tasks tasks;
  private final Looking looking;
  private final References references;
  private final Controls controls;
  private final Referrals referrals;
  private final Demo demo;
  private final DemoWorld demoWorld;
  private final SandboxBookings sandbox;
  private final WorldFile worldFile;

  /**
   * Puts the rooms together over what every part is given.
   *
   * @throws id.jejak.kernel.config.StartFailure when the key of the kept secrets is missing or another one
   */
  public Rooms(Context context) {
    var db = context.db();
    var clock = context.clock();
    var options = Options.of(context.settings());
    var bookings = new BookingStore();
    var doctors = new HfisStore();
    var members = new MemberStore();
    var vclaim = new VclaimStore();
    var words = new VclaimWords(doctors, members);
    var worlds = new WorldStore();
    var box = SecretBox.open(context.settings().get(Options.SECRET_KEY),
        context.derived().toAbsolutePath().resolveSibling("antrean.key"), context.random());
    consumers = new Consumers(db, new ConsumerStore(), box, clock);
    consumers.check();
    gate = new Gate(consumers, options, clock);
    hfis = new Hfis(db, doctors, new ChangeStore(), context.ids(), clock);
    queueing = new Queueing(db, bookings, hfis, options, clock);
    tasks = new Tasks(db, bookings, options, clock);
    looking = new Looking(db, new RegistrationStore(), new WaitStore(), clock);
    references = new References(db, doctors, members);
    controls = new Controls(db, vclaim, doctors, members, hfis, words, clock);
    referrals = new Referrals(db, vclaim, doctors, members, words, clock);
    demoWorld = new DemoWorld();
    demo = new Demo(db, worlds, members, bookings, vclaim, box, demoWorld, clock);
    sandbox = new SandboxBookings(db, bookings, hfis, demoWorld, clock);
    worldFile = new WorldFile(db, worlds, members, box, clock);
  }

  /** The settings that these rooms know. */
  public static List<Key<?>> settings() {
    return Options.KEYS;
  }

  Gate gate() {
    return gate;
  }

  Hfis hfis() {
    return hfis;
  }

  Queueing queueing() {
    return queueing;
  }

  Tasks tasks() {
    return tasks;
  }

  Looking looking() {
    return looking;
  }

  References references() {
    return references;
  }

  Controls controls() {
    return controls;
  }

  Referrals referrals() {
    return referrals;
  }

  /** Makes a booking known as Mobile JKN does. */
  public id.jejak.kernel.http.Handler booked() {
    return sandbox.put();
  }

  /** The wish of the first patient with the first doctor, as Mobile JKN sends it, without a day. */
  public Map<String, Object> wish() {
    var usual = demoWorld.usual();
    return Tree.of("nomorkartu", usual.card(), "nik", usual.nik(), "nohp", "085635228888", "kodepoli", usual.sub(),
        "norm", usual.record(), "kodedokter", usual.doctor(), "jampraktek", usual.hours(), "jeniskunjungan", 1,
        "nomorreferensi", usual.reference());
  }

  /** Fills an empty queue from its part of a world file. */
  public void load(JsonNode world) {
    worldFile.load(world);
  }

  @Override
  public void reset() {
    demo.reset();
    consumers.forget();
  }

  @Override
  public void restored() {
    consumers.forget();
  }

  @Override
  public void prepare() {
    demo.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return demoWorld.shown();
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.route(SandboxOperations.BOOKING, sandbox.put()),
        Route.route(SandboxOperations.DECISION, sandbox.decide()));
  }
}
