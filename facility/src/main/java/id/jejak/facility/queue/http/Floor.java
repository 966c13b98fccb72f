package id.jejak.facility.queue.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.FloorOperations;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.LineStore;
import id.jejak.facility.queue.store.LineStore.Line;
import id.jejak.facility.queue.store.Looks;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.json.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who waits, and who is called next. Thread-safe. */
final class Floor {
  private final Db db;
  private final ScheduleStore sessions;
  private final BookingStore bookings;
  private final LineStore lines;
  private final PatientStore patients;
  private final Happenings happenings;
  private final Trail trail;
  private final Looks looks;
  private final Options options;
  private final InstantSource clock;

  Floor(Db db, ScheduleStore sessions, BookingStore bookings, LineStore lines, PatientStore patients,
      Happenings happenings, Trail trail, Options options, InstantSource clock) {
    this.db = db;
    this.sessions = sessions;
    this.bookings = bookings;
    this.lines = lines;
    this.patients = patients;
    this.happenings = happenings;
    this.trail = trail;
    this.looks = new Looks(clock);
    this.options = options;
    this.clock = clock;
  }

  Object ofSession(DeskAsked asked) {
    return seen(asked, FloorOperations.LINE_OF, Purpose.TREATMENT, tx -> lines.ofSession(tx,
        sessions.byId(tx, asked.id()).orElseThrow(() -> DeskStop.with(DeskMessage.SESSION_UNKNOWN)).id()));
  }

  /** A list of patients, each of whom was then seen; who keeps it open sees them once. */
  private Object seen(DeskAsked asked, Operation operation, Purpose purpose, Function<Handle, List<Line>> list) {
    var why = trail.staff(asked.actor(), operation, purpose);
    long staff = asked.actor().map(Actor::staff).orElse(Actor.NOBODY);
    var fresh = new AtomicReference<List<Line>>(List.of());
    var all = db.transaction(tx -> {
      var found = list.apply(tx);
      fresh.set(looks.fresh(staff, operation.id(), found, Line::code));
      trail.touched(tx, why, Deed.READ, fresh.get().stream().map(lines::holder).toList());
      return found;
    });
    looks.noted(staff, operation.id(), fresh.get(), Line::code);
    return all.stream().map(Floor::view).toList();
  }

  Object next(DeskAsked asked) {
    var why = trail.staff(asked.actor(), FloorOperations.NEXT, Purpose.TREATMENT);
    return db.transaction(tx -> {
      var session = sessions.lock(tx, asked.id()).orElseThrow(() -> DeskStop.with(DeskMessage.SESSION_UNKNOWN));
      var code = lines.next(tx, session.id()).orElseThrow(() -> Desk.refused("nobody waits for the doctor"));
      var now = clock.instant();
      var booking = bookings.find(tx, code).orElseThrow();
      Sql.update(List.of(sessions.calling(tx, session.id(), booking.number(), now), bookings.calling(tx, code, now)));
      trail.touched(tx, why, Deed.WRITE, bookings.holder(booking));
      return lines.ofSession(tx, session.id()).stream().filter(one -> one.code().equals(code)).findFirst()
          .map(Floor::view).orElseThrow();
    });
  }

  Object find(DeskAsked asked) {
    var card = asked.matchingOrEmpty("card", "[0-9]{11,13}", "11 to 13 digits");
    var nik = asked.matchingOrEmpty("nik", "[0-9]{16}", "16 digits");
    var record = asked.textOrEmpty("record", Limits.CODE_LENGTH).orElse("");
    if (card.isEmpty() && nik.isEmpty() && record.isEmpty()) {
      throw DeskAsked.malformed("card, nik or record", "one of them");
    }
    var why = trail.staff(asked.actor(), FloorOperations.FIND, Purpose.REGISTRATION);
    return db.transaction(tx -> {
      var found = record.isEmpty() ? patients.byNumber(tx, card, nik) : patients.byRecord(tx, record);
      trail.touched(tx, why, Deed.READ, found.map(PatientStore.Found::holder).orElseGet(() -> new Holder(card, nik, "")));
      return found;
    }).map(PatientStore.Found::patient).<Object>map(found -> {
      return Tree.of("record", found.record(), "new_patient", !found.complete());
    }).orElseThrow(() -> DeskStop.with(DeskMessage.PATIENT_UNKNOWN));
  }

  Object pharmacy(DeskAsked asked) {
    var day = asked.queryDate("day").orElseGet(() -> options.zone().date(clock.instant()));
    return seen(asked, FloorOperations.PHARMACY, Purpose.DISPENSING, tx -> lines.ofPharmacy(tx, day));
  }

  Object ticket(DeskAsked asked) {
    var why = trail.staff(asked.actor(), FloorOperations.TICKET, Purpose.DISPENSING);
    return db.ending(tx -> {
      var one = happenings.lock(tx, asked.path("code"))
          .orElseThrow(() -> DeskStop.with(DeskMessage.BOOKING_UNKNOWN));
      var visit = one.visit();
      if (!visit.booking().active() || !visit.journey().here()) {
        throw Desk.refused("the patient is not here");
      }
      boolean compounded = visit.booking().prescription()
          .orElseThrow(() -> Desk.refused("no prescription of this visit was signed"));
      var ticket = one.ticket(compounded);
      return one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(visit.booking())),
          Tree.of("code", visit.booking().code(), "compounded", ticket.compounded(), "number", ticket.number(),
              "done", ticket.done()));
    });
  }

  private static Map<String, @Nullable Object> view(Line one) {
    return Tree.of("code", one.code(), "number", one.number(), "record", one.record(), "member", one.member(),
        "new_patient", one.newPatient(), "source", one.source().toLowerCase(Locale.ROOT).replace('_', '-'),
        "step", one.step().word(), "since", one.since().map(Instant::toString).orElse(null),
        "compounded", one.compounded().orElse(null), "ticket", one.ticket().orElse(null), "calls", one.calls(),
        "called_at", one.calledAt().map(Instant::toString).orElse(null));
  }
}
