package id.jejak.facility.queue.http;

import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.LineStore;
import id.jejak.facility.queue.store.LineStore.Line;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.json.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who waits, and who is called next. Thread-safe. */
final class Floor {
  private final Db db;
  private final ScheduleStore sessions;
  private final BookingStore bookings;
  private final LineStore lines;
  private final PatientStore patients;
  private final Happenings happenings;
  private final Options options;
  private final InstantSource clock;

  Floor(Db db, ScheduleStore sessions, BookingStore bookings, LineStore lines, PatientStore patients,
      Happenings happenings, Options options, InstantSource clock) {
    this.db = db;
    this.sessions = sessions;
    this.bookings = bookings;
    this.lines = lines;
    this.patients = patients;
    this.happenings = happenings;
    this.options = options;
    this.clock = clock;
  }

  Object ofSession(DeskAsked asked) {
    return db.read(handle -> {
      var session = sessions.byId(handle, asked.id()).orElseThrow(() -> DeskStop.with(DeskMessage.SESSION_UNKNOWN));
      return lines.ofSession(handle, session.id()).stream().map(Floor::view).toList();
    });
  }

  Object next(DeskAsked asked) {
    return db.transaction(tx -> {
      var session = sessions.lock(tx, asked.id()).orElseThrow(() -> DeskStop.with(DeskMessage.SESSION_UNKNOWN));
      var code = lines.next(tx, session.id()).orElseThrow(() -> Desk.refused("nobody waits for the doctor"));
      var now = clock.instant();
      sessions.call(tx, session.id(), bookings.find(tx, code).orElseThrow().number(), now);
      lines.called(tx, code, now);
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
    return db.read(handle -> record.isEmpty() ? patients.byNumber(handle, card, nik)
        : patients.byRecord(handle, record).map(PatientStore.Found::patient)).<Object>map(found -> {
          return Tree.of("record", found.record(), "new_patient", !found.complete());
        }).orElseThrow(() -> DeskStop.with(DeskMessage.PATIENT_UNKNOWN));
  }

  Object pharmacy(DeskAsked asked) {
    var day = asked.queryDate("day").orElseGet(() -> options.zone().date(clock.instant()));
    return db.read(handle -> lines.ofPharmacy(handle, day)).stream().map(Floor::view).toList();
  }

  Object ticket(DeskAsked asked) {
    return db.transaction(tx -> {
      var visit = happenings.lock(tx, asked.path("code"))
          .orElseThrow(() -> DeskStop.with(DeskMessage.BOOKING_UNKNOWN));
      if (!visit.booking().active() || !visit.journey().here()) {
        throw Desk.refused("the patient is not here");
      }
      boolean compounded = visit.booking().prescription()
          .orElseThrow(() -> Desk.refused("no prescription of this visit was signed"));
      var ticket = happenings.ticket(tx, visit, compounded);
      return Tree.of("code", visit.booking().code(), "compounded", ticket.compounded(), "number", ticket.number(),
          "done", ticket.done());
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
