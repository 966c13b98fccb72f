package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Weekday;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.contract.rs.QueueStatus;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.antrean.contract.rs.Ticket;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.domain.Patient;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.domain.Taking;
import id.jejak.facility.queue.domain.Taking.Known;
import id.jejak.facility.queue.domain.Taking.Verdict;
import id.jejak.facility.queue.http.Gate.Reply;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.BookingStore.Given;
import id.jejak.facility.queue.store.BookingStore.Ground;
import id.jejak.facility.queue.store.BookingStore.NewBooking;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.ScheduleStore.Found;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The state of sessions, and their numbers. A number costs one look and one statement: the statement is the lock, so no
 * number is given twice and no place twice, however many ask at once. Thread-safe.
 */
public final class Numbers {
  private final Db db;
  private final ScheduleStore sessions;
  private final BookingStore bookings;
  private final Trail trail;
  private final Options options;
  private final Ids ids;
  private final InstantSource clock;

  Numbers(Db db, ScheduleStore sessions, BookingStore bookings, Trail trail, Options options, Ids ids, InstantSource clock) {
    this.db = db;
    this.sessions = sessions;
    this.bookings = bookings;
    this.trail = trail;
    this.options = options;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who wants a number, where and when, as it was asked. Prints nothing of the patient. */
  record Wish(String sub, int doctor, Optional<LocalDate> day, Optional<Hours> hours, String card, String nik,
      String phone, int kind, String reference) {
    Holder holder() {
      return new Holder(card, nik, phone);
    }

    Taking.Asked asked() {
      boolean member = !card.isEmpty();
      return new Taking.Asked(day, member, !member || card.matches("[0-9]{1," + Limits.CARD_LENGTH + "}"),
          nik.matches("[0-9]{" + Limits.NIK_LENGTH + "}"), kind,
          reference.isEmpty() && !member || reference.matches("[A-Za-z0-9]{1," + Limits.REFERENCE_LENGTH + "}"));
    }

    @Override
    public String toString() {
      return "Wish[***]";
    }
  }

  /** What became of a wish. */
  sealed interface Outcome {
    /** There is a number. */
    record Numbered(Session session, Patient patient, Given given) implements Outcome {}

    /** There is none. */
    record Refused(Verdict why) implements Outcome {}
  }

  Reply status(Asked asked) {
    var sub = asked.text("kodepoli");
    int doctor = asked.code("kodedokter");
    var day = asked.date("tanggalperiksa");
    var found = find(sub, doctor, day, Hours.read(asked.text("jampraktek")));
    if (found.clinic().isEmpty()) {
      throw Stop.with(RsMessage.CLINIC_UNKNOWN);
    }
    if (found.doctor().isEmpty()) {
      throw Stop.with(RsMessage.DOCTOR_UNKNOWN);
    }
    var date = day.orElseThrow(() -> Stop.with(RsMessage.DATE_MALFORMED));
    if (date.isBefore(options.zone().date(clock.instant()))) {
      throw Stop.with(RsMessage.DATE_PASSED);
    }
    var session = found.session().filter(one -> !one.closed()).orElseThrow(() ->
        Stop.with(RsMessage.NO_SESSION, Weekday.name(Weekday.of(date)), date.toString()));
    var jkn = session.jkn();
    var other = session.other();
    return Reply.of(new QueueStatus(session.clinicName(), session.doctorName(), jkn.taken() + other.taken(),
        session.waiting(), session.calledNumber(), jkn.left(), jkn.quota(), other.left(), other.quota(), jkn.left(),
        jkn.quota(), other.left(), other.quota(), ""));
  }

  Reply take(Asked asked) {
    var kind = asked.number("jeniskunjungan").orElse(0);
    var wish = new Wish(asked.text("kodepoli"), asked.code("kodedokter"), asked.date("tanggalperiksa"),
        Hours.read(asked.text("jampraktek")), asked.text("nomorkartu"), asked.text("nik"),
        asked.shortened("nohp", Limits.CODE_LENGTH), kind < 1 || kind > 4 ? 0 : (int) kind,
        asked.text("nomorreferensi"));
    var why = trail.bpjs(RsOperations.TAKE, Purpose.REGISTRATION);
    return switch (take(wish, why)) {
      case Outcome.Refused(var verdict) -> {
        if (ofPatient(verdict)) {
          db.read(handle -> {
            trail.touched(handle, why, Deed.READ, wish.holder());
            return true;
          });
        }
        throw refusal(verdict);
      }
      case Outcome.Numbered(var session, var patient, var given) -> Reply.of(ticket(session, patient, given));
    };
  }

  private Ticket ticket(Session session, Patient patient, Given given) {
    return new Ticket(session.number(given.number()), given.number(), given.code(), patient.record(),
        session.clinicName(), session.doctorName(), session.estimate(given.number(), options.zone()).toEpochMilli(),
        given.jkn().left(), given.jkn().quota(), given.other().left(), given.other().quota(), Words.HINT_60);
  }

  /** Whether a refusal tells something of the patient, and not only of the clinic. */
  private static boolean ofPatient(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Twice _, Verdict.ReferenceTaken _, Verdict.ReferralOver _, Verdict.Full _, Verdict.PatientUnknown _,
          Verdict.Fit _ -> true;
      case Verdict.ClinicUnknown _, Verdict.DoctorUnknown _, Verdict.DateMalformed _, Verdict.DatePassed _,
          Verdict.BeyondHorizon _, Verdict.ShortNotice _, Verdict.ClinicClosed _, Verdict.SessionUnknown _,
          Verdict.SessionOver _, Verdict.Malformed _ -> false;
    };
  }

  /** Gives a number in Mobile JKN, in a statement that stands alone; while keys rotate, in a transaction. */
  private Outcome take(Wish wish, Optional<Why> why) {
    try {
      return numbered(handle -> {
        var ground = bookings.ground(handle, wish.sub(), wish.doctor(), wish.day(), wish.hours().map(Hours::open),
            wish.hours().map(Hours::close), wish.card(), wish.nik(), wish.reference());
        return unopened(ground.session(), wish.day(), wish.hours()) ? Optional.<Outcome>empty()
            : Optional.of(take(handle, wish, ground, Booking.Source.MOBILE_JKN, why));
      }, wish).orElseGet(() -> {
        var found = find(wish.sub(), wish.doctor(), wish.day(), wish.hours());
        return numbered(handle -> take(handle, wish, found(handle, wish, found), Booking.Source.MOBILE_JKN, why), wish);
      });
    } catch (BookingStore.Clash e) { // somebody was faster by a moment
      var found = find(wish.sub(), wish.doctor(), wish.day(), wish.hours());
      return clashed(judge(wish, db.read(handle -> found(handle, wish, found)), clock.instant()));
    }
  }

  private <T> T numbered(Function<Handle, T> work, Wish wish) {
    return bookings.settled() ? db.read(work) : db.transaction(tx -> {
      bookings.alone(tx, wish.card(), wish.nik());
      return work.apply(tx);
    });
  }

  /** Gives a number at the desk, within the caller's transaction, which cannot look again when somebody was faster. */
  Outcome take(Handle tx, Wish wish, Found found, Optional<Why> why) {
    bookings.alone(tx, wish.card(), wish.nik());
    try {
      return take(tx, wish, found(tx, wish, found), Booking.Source.DESK, why);
    } catch (BookingStore.Clash e) {
      return new Outcome.Refused(new Verdict.Twice());
    }
  }

  private static Outcome clashed(Verdict again) {
    return new Outcome.Refused(again instanceof Verdict.Fit ? new Verdict.Twice() : again);
  }

  private Outcome take(Handle handle, Wish wish, Ground ground, Booking.Source source, Optional<Why> why) {
    var now = clock.instant();
    var verdict = judge(wish, ground, now);
    return verdict instanceof Verdict.Fit(var session, var patient)
        ? bookings.take(handle, new NewBooking(session.id(), wish.asked().member(), wish.holder(), patient.record(),
                !patient.complete(), wish.kind(), wish.reference(), source, now), why)
            .<Outcome>map(given -> new Outcome.Numbered(session, patient, given))
            .orElseGet(() -> new Outcome.Refused(new Verdict.Full()))
        : new Outcome.Refused(verdict);
  }

  private Ground found(Handle handle, Wish wish, Found session) {
    return new Ground(session, person(handle, wish));
  }

  private BookingStore.Person person(Handle handle, Wish wish) {
    return bookings.person(handle, wish.card(), wish.nik(), wish.day(), wish.reference());
  }

  private Verdict judge(Wish wish, Ground ground, Instant now) {
    var found = ground.session();
    var person = ground.person();
    return options.taking().judge(wish.asked(), new Known(found.clinic(), found.doctor(), found.session(),
        found.holiday(), person.bookedThatDay(), person.referenceDay(), person.referralUntil(), person.patient()), now);
  }

  /** Looks for a session, and opens the day's sessions when nobody has asked for that day before. */
  Found find(String sub, int doctor, Optional<LocalDate> day, Optional<Hours> hours) {
    var found = db.read(handle -> look(handle, sub, doctor, day, hours));
    return !unopened(found, day, hours) ? found : db.transaction(tx -> {
      sessions.open(tx, day.orElseThrow(), ids::next);
      return look(tx, sub, doctor, day, hours);
    });
  }

  private Found look(Handle handle, String sub, int doctor, Optional<LocalDate> day, Optional<Hours> hours) {
    return sessions.find(handle, sub, doctor, day, hours.map(Hours::open), hours.map(Hours::close));
  }

  /** Whether there is no session yet where there may be one. */
  private boolean unopened(Found found, Optional<LocalDate> day, Optional<Hours> hours) {
    return found.session().isEmpty() && found.clinic().isPresent() && found.doctor().isPresent() && hours.isPresent()
        && day.filter(this::near).isPresent();
  }

  private boolean near(LocalDate day) {
    var today = options.zone().date(clock.instant());
    return !day.isBefore(today) && !day.isAfter(today.plusDays(options.taking().horizon()));
  }

  static Stop refusal(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Fit _ -> throw new IllegalStateException("a number may be taken, so nothing is refused");
      case Verdict.ClinicUnknown _ -> Stop.with(RsMessage.CLINIC_UNKNOWN);
      case Verdict.DoctorUnknown _ -> Stop.with(RsMessage.DOCTOR_UNKNOWN);
      case Verdict.DateMalformed _ -> Stop.with(RsMessage.DATE_MALFORMED);
      case Verdict.DatePassed _ -> Stop.with(RsMessage.DATE_PASSED);
      case Verdict.BeyondHorizon(var first, var last) ->
          Stop.with(RsMessage.BEYOND_HORIZON, first.toString(), last.toString());
      case Verdict.ShortNotice _ -> Stop.with(RsMessage.TOO_SHORT_NOTICE);
      case Verdict.ClinicClosed _ -> Stop.with(RsMessage.CLINIC_CLOSED);
      case Verdict.SessionUnknown(var doctor) -> Stop.with(RsMessage.SESSION_UNKNOWN, doctor);
      case Verdict.SessionOver(var clinic, var at) -> Stop.with(RsMessage.SESSION_OVER, clinic, at.toString());
      case Verdict.Malformed(var field) -> Stop.with(switch (field) {
        case CARD -> RsMessage.CARD_MALFORMED;
        case NIK -> RsMessage.NIK_MALFORMED;
        case KIND -> RsMessage.VISIT_KIND_UNKNOWN;
        case REFERENCE -> RsMessage.REFERENCE_MALFORMED;
      });
      case Verdict.Twice _ -> Stop.with(RsMessage.TAKEN_TODAY);
      case Verdict.ReferenceTaken(var day) -> Stop.with(RsMessage.REFERENCE_TAKEN, day.toString());
      case Verdict.ReferralOver _ -> Stop.with(RsMessage.REFERRAL_EXPIRED);
      case Verdict.Full _ -> Stop.with(RsMessage.QUOTA_FULL);
      case Verdict.PatientUnknown _ -> Stop.with(RsMessage.NEW_PATIENT);
    };
  }
}
