package id.jejak.facility.queue.http;

import id.jejak.delivery.Outbox;
import id.jejak.facility.access.Access;
import id.jejak.facility.access.Looks;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.SandboxOperations;
import id.jejak.facility.queue.domain.Happening.Origin;
import id.jejak.facility.queue.domain.Task;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.DisplayStore;
import id.jejak.facility.queue.store.FigureStore;
import id.jejak.facility.queue.store.LineStore;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PharmacyStore;
import id.jejak.facility.queue.store.Safe;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.SealedRows;
import id.jejak.facility.queue.store.Sealing;
import id.jejak.facility.queue.store.SurgeryStore;
import id.jejak.facility.queue.store.Trail;
import id.jejak.facility.queue.store.WorldStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Everything behind the routes, put together once. */
public final class Rooms implements Part.Sandbox {
  /** A patient who came late may still be on the way through admission when the doors close. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final Db db;
  private final Options options;
  private final boolean demo;
  private final InstantSource clock;
  private final ScheduleStore sessions = new ScheduleStore();
  private final BookingStore bookings;
  private final Trail trail;
  private final Gate gate;
  private final Numbers numbers;
  private final Visits visits;
  private final Registering registering;
  private final Surgeries surgeries;
  private final Desk desk;
  private final WalkIns walkIns;
  private final Floor floor;
  private final Displays displays;
  private final Figures figures;
  private final Happenings happenings;
  private final Demo world;

  /**
   * Puts the rooms together over what every part is given. What lies plain of an earlier version is sealed before.
   *
   * @param access whose keys seal, and whose audit is written into
   * @param outbox to which owed reports are posted
   */
  public Rooms(Context context, Access access, Outbox outbox, Looks looks) {
    db = context.db();
    clock = context.clock();
    demo = context.demo();
    options = Options.of(context.settings(), demo);
    var safe = new Safe(access.vault());
    new Sealing(db, safe).run();
    access.vault().keeps(new SealedRows(safe));
    trail = new Trail(access, options.facility());
    bookings = new BookingStore(safe, trail);
    var patients = new PatientStore(safe);
    var pharmacy = new PharmacyStore();
    var planned = new SurgeryStore(safe);
    gate = new Gate(new HospitalTokens(options.username(), options.password(), options.tokenLife(), clock),
        options.codeAsStatus());
    happenings = new Happenings(sessions, bookings, patients, pharmacy, outbox, options, clock);
    numbers = new Numbers(db, sessions, bookings, trail, options, context.ids(), clock);
    visits = new Visits(db, bookings, pharmacy, happenings, trail, options, clock);
    registering = new Registering(db, patients, trail, options, demo, clock);
    surgeries = new Surgeries(db, planned, trail, demo);
    var lines = new LineStore(safe);
    var screens = new DisplayStore();
    floor = new Floor(db, sessions, bookings, lines, patients, happenings, trail, options, clock);
    displays = new Displays(db, screens, sessions, lines, options, context.ids(), context.random(), clock);
    figures = new Figures(looks, new FigureStore(), options, clock);
    desk = new Desk(db, sessions, bookings, planned, happenings, trail, options, context.ids(),
        clock);
    walkIns = new WalkIns(db, numbers, patients, happenings, trail, options, clock);
    world = new Demo(db, new WorldStore(safe), sessions, patients, planned, screens, options, context.ids(), clock);
  }

  /** How the queue behaves. */
  public Options options() {
    return options;
  }

  /** What records. */
  public Happenings happenings() {
    return happenings;
  }

  /** The bookings. */
  public BookingStore bookings() {
    return bookings;
  }

  /** What is noted in the audit. */
  public Trail trail() {
    return trail;
  }

  /** The sessions. */
  public ScheduleStore sessions() {
    return sessions;
  }

  Gate gate() {
    return gate;
  }

  Numbers numbers() {
    return numbers;
  }

  Visits visits() {
    return visits;
  }

  Registering registering() {
    return registering;
  }

  Surgeries surgeries() {
    return surgeries;
  }

  Desk desk() {
    return desk;
  }

  Floor floor() {
    return floor;
  }

  Displays displays() {
    return displays;
  }

  Figures figures() {
    return figures;
  }

  WalkIns walkIns() {
    return walkIns;
  }

  /** Finds who never came: once a session has been closed for an hour, at the moment at which it closed. */
  public void findAbsent() {
    var now = clock.instant();
    for (var session : db.read(handle -> sessions.unfinished(handle, options.zone().date(now)))) {
      var end = session.end(options.zone());
      if (now.isBefore(end.plus(GRACE))) {
        continue;
      }
      for (var code : db.read(handle -> bookings.notHere(handle, session.id()))) {
        var why = trail.program("queue.absent.find", Purpose.OPERATION);
        db.ending(tx -> happenings.lock(tx, code).map(one -> {
          one.record(Task.ABSENT, end, Origin.NO_SHOW, "");
          return one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(one.visit().booking())), true);
        }).orElseGet(() -> new Db.Ending<>(List.of(), false)));
      }
      db.transaction(tx -> {
        sessions.finish(tx, session.id());
        return true;
      });
    }
  }

  @Override
  public void reset() {
    world.reset();
  }

  @Override
  public void prepare() {
    world.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return Map.of("rs", world.shown());
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.route(SandboxOperations.PRESCRIPTION, this::sign));
  }

  /** What the doctor does in the pharmacy's part of the hospital. */
  private Response sign(Request request) {
    try {
      var asked = Asked.of(request);
      var code = asked.text("kodebooking");
      boolean compounded = asked.number("racikan").orElse(0) == 1;
      boolean signed = db.ending(tx -> happenings.lock(tx, code).map(one -> {
        one.prescribed(compounded, clock.instant());
        return one.ending(List.of(), true);
      }).orElseGet(() -> new Db.Ending<>(List.of(), false)));
      return signed ? Response.json(200, Json.write((Object) Map.of("kodebooking", code)))
          : Response.json(400, Json.write((Object) Map.of("error", "no booking has this kodebooking")));
    } catch (Stop stop) {
      return Response.json(400, Json.write((Object) Map.of("error", stop.envelope().message())));
    }
  }
}
