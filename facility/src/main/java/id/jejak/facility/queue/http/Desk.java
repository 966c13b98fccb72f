package id.jejak.facility.queue.http;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.facility.queue.contract.DeskOperations;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.domain.Happening.Origin;
import id.jejak.facility.queue.domain.Journey;
import id.jejak.facility.queue.domain.Journey.Decision;
import id.jejak.facility.queue.domain.Task;
import id.jejak.facility.queue.http.Happenings.Unfolding;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.BookingStore.Visit;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.SurgeryStore;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the people at the desk and at the doctor's door do, and what the display shows. Thread-safe. */
final class Desk {
  private final Db db;
  private final ScheduleStore sessions;
  private final BookingStore bookings;
  private final SurgeryStore surgeries;
  private final Happenings happenings;
  private final Trail trail;
  private final Options options;
  private final Ids ids;
  private final InstantSource clock;

  Desk(Db db, ScheduleStore sessions, BookingStore bookings, SurgeryStore surgeries, Happenings happenings, Trail trail,
      Options options, Ids ids, InstantSource clock) {
    this.db = db;
    this.sessions = sessions;
    this.bookings = bookings;
    this.surgeries = surgeries;
    this.happenings = happenings;
    this.trail = trail;
    this.options = options;
    this.ids = ids;
    this.clock = clock;
  }

  Object list(DeskAsked asked) {
    var today = options.zone().date(clock.instant());
    var day = asked.queryDate("day").orElse(today);
    if (!day.isBefore(today) && !day.isAfter(today.plusDays(options.taking().horizon()))) {
      db.transaction(tx -> {
        sessions.open(tx, day, ids::next);
        return true;
      });
    }
    return db.read(handle -> sessions.ofDay(handle, day)).stream().map(DeskView::session).toList();
  }

  Object show(DeskAsked asked) {
    return db.read(handle -> {
      var session = sessions.byId(handle, asked.id()).orElseThrow(() -> DeskStop.with(DeskMessage.SESSION_UNKNOWN));
      return DeskView.display(session, bookings.ofSession(handle, session.id()));
    });
  }

  Object change(DeskAsked asked) {
    var closed = asked.flag("closed");
    var places = asked.integer("quota_other", 0, 10_000);
    if (closed.isEmpty() && places.isEmpty()) {
      throw DeskAsked.malformed("closed or quota_other", "one of them");
    }
    return db.transaction(tx -> {
      if (!sessions.change(tx, asked.id(), closed, places)) {
        throw DeskStop.with(DeskMessage.SESSION_UNKNOWN);
      }
      return DeskView.session(sessions.byId(tx, asked.id()).orElseThrow());
    });
  }

  Object booking(DeskAsked asked) {
    var why = trail.staff(asked.actor(), DeskOperations.BOOKING, Purpose.TREATMENT);
    return db.transaction(tx -> {
      var visit = bookings.visit(tx, asked.path("code"))
          .orElseThrow(() -> DeskStop.with(DeskMessage.BOOKING_UNKNOWN));
      trail.touched(tx, why, Deed.READ, bookings.holder(visit.booking()));
      return view(visit);
    });
  }

  private Map<String, Object> view(Visit visit) {
    return DeskView.booking(visit.session(), visit.booking(), visit.journey(), visit.happenings(), options.zone());
  }

  Object event(DeskAsked asked) {
    var word = asked.text("event", Limits.CODE_LENGTH);
    var by = asked.by().orElse("");
    return locked(asked, DeskOperations.EVENT, (_, one) -> {
      var now = clock.instant();
      switch (word) {
        case "check-in" -> arrived(one.visit(), recorded(one.record(one.visit().journey().arrival(), now,
            Origin.CHECK_IN, by)));
        case "admission-call" -> recorded(one.record(Task.ADMISSION_SERVICE, now, Origin.ADMISSION_CALL, by));
        case "admission-done" -> recorded(one.record(Task.CLINIC_WAIT, now, Origin.ADMISSION_DONE, by));
        case "call" -> call(one);
        case "start" -> recorded(one.record(Task.CLINIC_SERVICE, now, Origin.SERVICE_START, by));
        case "finish" -> recorded(one.record(Task.PHARMACY_WAIT, now, Origin.SERVICE_END, by));
        case "absent" -> recorded(one.record(Task.ABSENT, now, Origin.NO_SHOW, by));
        case "pharmacy-call" -> one.callAtPharmacy(now);
        case "pharmacy-start" -> recorded(one.record(Task.PHARMACY_SERVICE, now, Origin.PHARMACY_START, by));
        case "pharmacy-done" -> recorded(one.record(Task.HANDED_OVER, now, Origin.PHARMACY_DONE, by));
        default -> throw DeskAsked.malformed("event", "check-in, admission-call, admission-done, call, start, finish,"
            + " absent, pharmacy-call, pharmacy-start or pharmacy-done");
      }
    });
  }

  private void arrived(Visit visit, Decision.Recorded recorded) {
    if (!options.zone().date(recorded.after().happened().get(visit.journey().arrival()))
        .equals(visit.booking().day())) {
      throw refused("the visit is on " + visit.booking().day());
    }
  }

  private void call(Unfolding one) {
    if (!one.visit().booking().active() || one.visit().journey().has(Task.PHARMACY_WAIT)) {
      throw refused("the patient is not waiting");
    }
    one.called(clock.instant());
  }

  Object correct(DeskAsked asked) {
    var task = Task.of(asked.integer("task", 1, 7).orElseThrow(() ->
        DeskAsked.malformed("task", "a whole number from 1 to 7"))).orElseThrow();
    var at = asked.moment("at");
    var by = asked.by().orElseThrow(() -> DeskAsked.malformed("by", "who says so, or log in"));
    var reason = asked.text("reason", Limits.REASON_LENGTH);
    if (at.isAfter(clock.instant())) {
      throw DeskAsked.malformed("at", "a moment that is past");
    }
    return locked(asked, DeskOperations.CORRECT, (_, one) -> recorded(one.correct(task, at, by, reason)));
  }

  Object cancel(DeskAsked asked) {
    var reason = asked.text("reason", Limits.REASON_LENGTH);
    return locked(asked, DeskOperations.CANCEL, (_, one) -> {
      if (!one.visit().booking().active()) {
        throw refused("the booking is cancelled, or the patient was absent");
      }
      if (one.visit().journey().served()) {
        throw refused("the patient was called by the doctor");
      }
      one.cancel(reason, true);
    });
  }

  @FunctionalInterface
  private interface Work {
    void on(Handle tx, Unfolding one);
  }

  private Object locked(DeskAsked asked, Operation operation, Work work) {
    var code = asked.path("code");
    var why = trail.staff(asked.actor(), operation, Purpose.TREATMENT);
    db.ending(tx -> {
      var one = happenings.lock(tx, code).orElseThrow(() -> DeskStop.with(DeskMessage.BOOKING_UNKNOWN));
      work.on(tx, one);
      return one.ending(trail.touching(tx, why, Deed.WRITE, bookings.holder(one.visit().booking())), true);
    });
    return view(db.read(handle -> bookings.visit(handle, code)).orElseThrow());
  }

  private static Decision.Recorded recorded(Decision decision) {
    return switch (decision) {
      case Decision.Recorded recorded -> recorded;
      case Decision.Already(var task, var at) -> throw refused("task " + task.id() + " was recorded at " + at
          + ", and told to BPJS if it could be");
      case Decision.Closed(var last) -> throw refused(last.map(task -> "the last task is " + task.id())
          .orElse("the booking is cancelled"));
      case Decision.NotOnTheWay(var task) -> throw refused("a patient with a medical record has no task " + task.id());
      case Decision.Unfit(var gap) -> throw refused(why(gap));
    };
  }

  static String why(Journey.Gap gap) {
    return "task " + gap.task().id() + " " + switch (gap.why()) {
      case MISSING -> "was not recorded";
      case WAITS -> "waits for one before it";
      case OFF_DAY -> "is not on the day of the visit in Jakarta";
      case NOT_RISING -> "is not between those before and after it";
    };
  }

  static DeskStop refused(String why) {
    return DeskStop.with(DeskMessage.REFUSED, why);
  }

  Object surgery(DeskAsked asked) {
    var code = asked.path("code");
    var planned = new SurgeryStore.Planned(code,
        asked.date("day").orElseThrow(() -> DeskAsked.malformed("day", "a date such as 2021-03-17")),
        asked.text("procedure", Limits.FIELD_LENGTH), asked.text("clinic", Limits.CODE_LENGTH),
        asked.text("name", Limits.FIELD_LENGTH), asked.flag("done").orElse(false),
        asked.matchingOrEmpty("card", "[0-9]{1,13}", "digits of a card"), clock.instant());
    if (code.isEmpty()) {
      throw DeskAsked.malformed("code", "a code that can be kept");
    }
    var why = trail.staff(asked.actor(), DeskOperations.SURGERY, Purpose.TREATMENT);
    db.transaction(tx -> {
      surgeries.put(tx, planned);
      trail.touched(tx, why, Deed.WRITE, planned.holder());
      return true;
    });
    return Map.of("code", code);
  }
}
