package id.jejak.facility.queue;

import id.jejak.delivery.Delivery;
import id.jejak.facility.access.Access;
import id.jejak.facility.access.Looks;
import id.jejak.facility.queue.domain.Happening.Origin;
import id.jejak.facility.queue.domain.Task;
import id.jejak.facility.queue.http.DeskRoutes;
import id.jejak.facility.queue.http.Options;
import id.jejak.facility.queue.http.Rooms;
import id.jejak.facility.queue.http.RsRoutes;
import id.jejak.facility.queue.remote.BpjsCarrier;
import id.jejak.facility.queue.remote.BpjsLedger;
import id.jejak.facility.queue.remote.BpjsLine;
import id.jejak.facility.queue.remote.HfisFetch;
import id.jejak.facility.queue.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The hospital's queue, running. The only class that whoever wires the house, and the other wings of a facility, need
 * to know. Thread-safe.
 */
public final class Queue implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
  private static final Key<Duration> FETCH = Key.span("queue.hfis.every", Duration.ofDays(1),
      "How often the doctors' weeks are fetched from HFIS; the demo world has them already.");

  private final Rooms rooms;
  private final List<Mount> mounts;
  private final BpjsLine line;
  private final Looks looks;
  private final boolean demo;

  private Queue(Rooms rooms, BpjsLine line, Access access, Looks looks, boolean demo) {
    this.rooms = rooms;
    this.mounts = List.of(new RsRoutes(rooms).mount(), new DeskRoutes(rooms, access).mount());
    this.line = line;
    this.looks = looks;
    this.demo = demo;
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    var keys = new ArrayList<Key<?>>(Options.KEYS);
    keys.addAll(BpjsLine.KEYS);
    keys.add(FETCH);
    return List.copyOf(keys);
  }

  /**
   * Brings the schema up to date and starts.
   *
   * @param access who stands at the desk, whose keys seal what is kept of patients, and whose audit is written into
   * @param delivery to which reports for BPJS are posted; without one BPJS is told nothing, which the log says
   */
  public static Queue start(Context context, Access access, Optional<Delivery> delivery) {
    return start(context, access, delivery, Looks.at(context.db()));
  }

  /** The same, with a place for what only looks. */
  public static Queue start(Context context, Access access, Optional<Delivery> delivery, Looks looks) {
    Schema.MIGRATIONS.apply(context.db());
    if (delivery.isEmpty()) {
      LOG.warn("there is no delivery: nothing that happens in the hospital's queue is reported to BPJS");
    }
    var rooms = new Rooms(context, access, delivery.map(Delivery::outbox).orElse(Queue::keptByNobody), looks);
    var line = new BpjsLine(context.settings(), context.demo(), context.clock());
    var options = rooms.options();
    delivery.ifPresent(one -> {
      one.add(new BpjsCarrier(context.db(), rooms.bookings(), rooms.sessions(), rooms.trail(), options.zone(),
          line));
      one.add(new BpjsLedger(context.db(), rooms.bookings(), options.facility(), line));
    });
    context.jobs().every(Duration.ofMinutes(1), "absent patients", rooms::findAbsent);
    if (!context.demo()) {
      var fetch = new HfisFetch(context.db(), rooms.sessions(), line, options.zone(), options.othersPercent(),
          options.secondsEach(), context.clock());
      context.jobs().every(context.settings().get(FETCH), "doctors' weeks from HFIS", () -> say(fetch.fetch()));
    }
    return new Queue(rooms, line, access, looks, context.demo());
  }

  private static void say(HfisFetch.Fetched fetched) {
    LOG.info("HFIS: {} sessions fetched, {} gone, {} troubles {}", fetched.sessions(), fetched.gone(),
        fetched.trouble().size(), fetched.trouble().stream().limit(5).toList());
  }

  private static long keptByNobody(Handle tx, id.jejak.delivery.Parcel parcel) {
    return 0;
  }

  /** Fetches the doctors' weeks from HFIS now; at the address that {@link #reachable} or the settings gave. */
  public HfisFetch fetch(Context context) {
    return new HfisFetch(context.db(), rooms.sessions(), line, rooms.options().zone(),
        rooms.options().othersPercent(), rooms.options().secondsEach(), context.clock());
  }

  /**
   * The prescription of a visit was signed: the clinic is done, and the patient may queue at the pharmacy.
   *
   * @param tx the caller's transaction, in which everything happens or nothing
   * @param visit the kodebooking; nothing happens when it is none
   * @param compounded whether the pharmacy has to make something
   * @return what the caller is still to run at the end of this transaction, in its order
   */
  public List<Sql.Call> prescriptionSigned(Handle tx, String visit, Instant at, boolean compounded) {
    return rooms.happenings().lock(tx, visit).map(one -> {
      one.prescribed(compounded, at);
      return one.last();
    }).orElse(List.of());
  }

  /**
   * Codes of the polyclinic that a visit is to: of the subspecialty, and of the polyclinic that it is part of.
   *
   * @return empty when there is no such visit
   */
  public List<String> polyclinics(Handle handle, String visit) {
    return rooms.bookings().polyclinics(handle, visit);
  }

  /**
   * What the pharmacy did for a visit: scanned a first pack, handed the medicine over, or both at once.
   *
   * @param tx the caller's transaction, in which everything happens or nothing
   * @param visit the kodebooking; nothing happens when it is none
   * @return what the caller is still to run at the end of this transaction, in its order
   */
  public List<Sql.Call> served(Handle tx, String visit, Instant at, boolean scanned, boolean handedOver) {
    return rooms.happenings().lock(tx, visit).map(one -> {
      if (scanned) {
        one.record(Task.PHARMACY_SERVICE, at, Origin.FIRST_SCAN, "");
      }
      if (handedOver) {
        one.record(Task.HANDED_OVER, at, Origin.HAND_OVER, "");
      }
      return one.last();
    }).orElse(List.of());
  }

  @Override
  public String name() {
    return "rs";
  }

  /** Beside BPJS's side, whose people and hours it shares. */
  @Override
  public WorldEntry worldEntry() {
    return new WorldEntry("antrean", List.of("rs"));
  }

  @Override
  public List<Mount> mounts() {
    return mounts;
  }

  @Override
  public void load(JsonNode world) {
    throw new StartFailure("antrean.rs: the hospital's queue takes nothing from a world file; doctors' weeks come from"
        + " HFIS, and user and password are the settings queue.username and queue.password");
  }

  @Override
  public void meters(MeterRegistry registry) {
    looks.meters(registry);
  }

  @Override
  public void reachable(URI at) {
    line.reachable(at);
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(rooms) : Optional.empty();
  }
}
