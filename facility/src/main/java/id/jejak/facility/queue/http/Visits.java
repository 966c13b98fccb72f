package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.PharmacyStatus;
import id.jejak.antrean.contract.rs.PharmacyTicket;
import id.jejak.antrean.contract.rs.Remaining;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.domain.Happening.Origin;
import id.jejak.facility.queue.domain.Journey.Decision;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.http.Gate.Reply;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.BookingStore.Standing;
import id.jejak.facility.queue.store.BookingStore.Visit;
import id.jejak.facility.queue.store.PharmacyStore;
import id.jejak.facility.queue.store.PharmacyStore.Ticket;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Together;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What Mobile JKN does with a booking: looks, cancels, comes, waits for medicine. Thread-safe. */
final class Visits {
  /** A clock that is further off is not believed: the hospital's own stands in its place. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Db db;
  private final BookingStore bookings;
  private final PharmacyStore pharmacy;
  private final Happenings happenings;
  private final Trail trail;
  private final Options options;
  private final InstantSource clock;
  /** Everybody asks in the same hour of the morning. */
  private final Together<String, Optional<Standing>> standings;

  Visits(Db db, BookingStore bookings, PharmacyStore pharmacy, Happenings happenings, Trail trail,
      Options options, InstantSource clock) {
    this.db = db;
    this.bookings = bookings;
    this.pharmacy = pharmacy;
    this.happenings = happenings;
    this.trail = trail;
    this.options = options;
    this.clock = clock;
    this.standings = new Together<>(codes -> db.read(handle -> bookings.standing(handle, codes)));
  }

  private static String code(Asked asked, RsMessage unknown) {
    var code = asked.text("kodebooking");
    if (code.isEmpty() || code.length() > Limits.BOOKING_LENGTH) {
      throw Stop.with(unknown);
    }
    return code;
  }

  Reply remaining(Asked asked) {
    var code = code(asked, RsMessage.BOOKING_UNKNOWN);
    var standing = standings.ask(code)
        .orElseThrow(() -> Stop.with(RsMessage.BOOKING_UNKNOWN));
    if (standing.cancelled()) {
      throw Stop.with(RsMessage.BOOKING_CANCELLED);
    }
    return Reply.of(new Remaining(Session.number(standing.letter(), standing.number()), standing.clinic(),
        standing.doctor(), standing.left(), Session.called(standing.letter(), standing.called()),
        Session.wait(standing.perPatient(), standing.left()), ""));
  }

  Reply cancel(Asked asked) {
    var code = code(asked, RsMessage.BOOKING_UNKNOWN);
    var reason = asked.shortened("keterangan", Limits.REASON_LENGTH);
    var why = trail.bpjs(RsOperations.CANCEL, Purpose.PATIENT_REQUEST);
    return db.ending(tx -> {
      var one = happenings.lock(tx, code).orElseThrow(() -> Stop.with(RsMessage.BOOKING_UNKNOWN));
      var visit = one.visit();
      if (!visit.booking().active()) {
        throw Stop.with(RsMessage.CANCELLED_BEFORE);
      }
      if (visit.journey().served()) {
        throw Stop.with(RsMessage.SERVED);
      }
      if (visit.booking().day().isBefore(options.zone().date(clock.instant()))) {
        throw Stop.with(RsMessage.CANCEL_TOO_LATE);
      }
      one.cancel(reason, false);
      return one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(visit.booking())), Reply.done());
    });
  }

  Reply checkIn(Asked asked) {
    var code = code(asked, RsMessage.CHECK_IN_UNKNOWN);
    var told = asked.millis("waktu");
    var why = trail.bpjs(RsOperations.CHECK_IN, Purpose.TREATMENT);
    return db.ending(tx -> {
      var one = happenings.lock(tx, code).orElseThrow(() -> Stop.with(RsMessage.CHECK_IN_UNKNOWN));
      var visit = one.visit();
      var now = clock.instant();
      judge(visit, told, now);
      boolean near = Duration.between(told, now).abs().compareTo(SKEW) <= 0;
      var decision = one.record(visit.journey().arrival(), near ? told : now, Origin.MOBILE_CHECK_IN, "");
      return switch (decision) {
        case Decision.Recorded _ -> one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(visit.booking())),
            Reply.done());
        case Decision.Already _, Decision.Closed _, Decision.NotOnTheWay _, Decision.Unfit _ ->
            throw Stop.with(RsMessage.CHECK_IN_AGAIN);
      };
    });
  }

  private void judge(Visit visit, Instant told, Instant now) {
    if (!visit.booking().active()) {
      throw Stop.with(RsMessage.CHECK_IN_CANCELLED);
    }
    if (visit.journey().here()) {
      throw Stop.with(RsMessage.CHECK_IN_AGAIN);
    }
    var day = visit.booking().day();
    if (!options.zone().date(told).equals(day) || !options.zone().date(now).equals(day)) {
      throw Stop.with(RsMessage.CHECK_IN_OTHER_DAY);
    }
    var session = visit.session();
    if (!now.isBefore(session.end(options.zone()))) {
      throw Stop.with(RsMessage.CHECK_IN_OVER, session.open() + "-" + session.close());
    }
  }

  Reply takePharmacy(Asked asked) {
    var code = code(asked, RsMessage.CHECK_IN_UNKNOWN);
    var why = trail.bpjs(RsOperations.TAKE_PHARMACY, Purpose.DISPENSING);
    return db.ending(tx -> {
      var one = happenings.lock(tx, code).orElseThrow(() -> Stop.with(RsMessage.CHECK_IN_UNKNOWN));
      var visit = one.visit();
      if (!visit.booking().active()) {
        throw Stop.with(RsMessage.PHARMACY_CANCELLED);
      }
      if (!visit.journey().here()) {
        throw Stop.with(RsMessage.PHARMACY_NOT_HERE);
      }
      boolean compounded = visit.booking().prescription().orElseThrow(() -> Stop.with(RsMessage.NO_PRESCRIPTION));
      var ticket = one.ticket(compounded);
      return one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(visit.booking())),
          Reply.of(new PharmacyTicket(kind(ticket), ticket.number(), "")));
    });
  }

  Reply pharmacyStatus(Asked asked) {
    var code = code(asked, RsMessage.CHECK_IN_UNKNOWN);
    return db.read(handle -> {
      var ticket = pharmacy.ticket(handle, code);
      if (ticket.isEmpty()) {
        throw Stop.with(bookings.find(handle, code).isEmpty() ? RsMessage.CHECK_IN_UNKNOWN
            : RsMessage.PHARMACY_NOT_QUEUED);
      }
      var line = pharmacy.line(handle, ticket.get());
      return Reply.of(new PharmacyStatus(kind(ticket.get()), line.total(), line.waiting(), line.called(), ""));
    });
  }

  private static String kind(Ticket ticket) {
    return ticket.compounded() ? "Racikan" : "Non Racikan";
  }
}
