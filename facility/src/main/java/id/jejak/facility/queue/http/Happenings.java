package id.jejak.facility.queue.http;

import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import id.jejak.facility.queue.contract.Debt;
import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Happening;
import id.jejak.facility.queue.domain.Happening.Origin;
import id.jejak.facility.queue.domain.Journey;
import id.jejak.facility.queue.domain.Journey.Decision;
import id.jejak.facility.queue.domain.Task;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.BookingStore.Visit;
import id.jejak.facility.queue.store.PatientStore;
import id.jejak.facility.queue.store.PharmacyStore;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Records what happens to patients, and posts what BPJS is owed of it in the same transaction. The only way to a time
 * that BPJS is told. Thread-safe.
 */
public final class Happenings {
  private final ScheduleStore sessions;
  private final BookingStore bookings;
  private final PatientStore patients;
  private final PharmacyStore pharmacy;
  private final Outbox outbox;
  private final Options options;
  private final InstantSource clock;

  Happenings(ScheduleStore sessions, BookingStore bookings, PatientStore patients, PharmacyStore pharmacy,
      Outbox outbox, Options options, InstantSource clock) {
    this.sessions = sessions;
    this.bookings = bookings;
    this.patients = patients;
    this.pharmacy = pharmacy;
    this.outbox = outbox;
    this.options = options;
    this.clock = clock;
  }

  /** Locks a booking, its session first, for what happens to it in this transaction. */
  public Optional<Unfolding> lock(Handle tx, String code) {
    return bookings.lock(tx, code).map(visit -> new Unfolding(tx, visit));
  }

  /** Owes BPJS the news of a booking that was made here. */
  void added(Handle tx, String code) {
    Sql.update(posting(tx, code, Debt.ADD, Map.of()));
  }

  /** Without anything about the patient: the carrier looks that up when it goes. */
  private List<Sql.Call> posting(Handle tx, String code, String kind, Map<String, Object> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", code);
    body.putAll(more);
    return outbox.posting(tx, new Parcel(Debt.REMOTE, options.facility(), code, kind, Json.read(Json.write((Object) body))));
  }

  /**
   * A locked visit while things happen to it: how it stands after each of them, and what is written of them all at the end of
   * the transaction, in one round trip with its commit. For one thread, in one transaction.
   */
  public final class Unfolding {
    private final Handle tx;
    private final List<Sql.Call> last = new ArrayList<>();
    private Visit visit;

    private Unfolding(Handle tx, Visit visit) {
      this.tx = tx;
      this.visit = visit;
    }

    /** The visit as it stands now; its list of happenings is that of before. */
    public Visit visit() {
      return visit;
    }

    /** What is still to be run, in its order, for all of this to have happened. */
    public List<Sql.Call> last() {
      return List.copyOf(last);
    }

    /** The end of the transaction: all of that, and more that is written with it. */
    public <T> Db.Ending<T> ending(List<Sql.Call> more, T result) {
      return new Db.Ending<>(Stream.concat(last.stream(), more.stream()).toList(), result);
    }

    /** Records what happened at a moment. */
    public Decision record(Task task, Instant happened, Origin origin, String by) {
      var at = visit.journey().apart(task, happened);
      return kept(visit.journey().record(task, at), new Happening(task, at, clock.instant(), origin, by, ""));
    }

    /** Records what a named person knows to have happened. */
    Decision correct(Task task, Instant at, String by, String reason) {
      return kept(visit.journey().correct(task, at),
          new Happening(task, at, clock.instant(), Origin.CORRECTION, by, reason));
    }

    private Decision kept(Decision decision, Happening one) {
      if (!(decision instanceof Decision.Recorded(var after, var owed))) {
        return decision;
      }
      var booking = visit.booking();
      last.add(bookings.adding(tx, booking.code(), one));
      if (!visit.journey().has(one.task())) {
        effect(one.task(), one.at());
      }
      for (var task : owed) {
        last.add(bookings.owing(tx, booking.code(), task));
        last.addAll(posting(tx, booking.code(), Debt.TASK, told(booking, task, after)));
      }
      visit = new Visit(visit.session(), booking, after, visit.happenings());
      return decision;
    }

    private void effect(Task task, Instant at) {
      var booking = visit.booking();
      switch (task) {
        case ADMISSION_WAIT, ADMISSION_SERVICE, PHARMACY_SERVICE -> { }
        case CLINIC_WAIT -> {
          if (booking.newPatient()) {
            patients.complete(tx, booking.record());
          }
        }
        case CLINIC_SERVICE -> last.add(sessions.calling(tx, visit.session().id(), booking.number(), at));
        case PHARMACY_WAIT -> {
          last.add(bookings.serving(tx, booking.code()));
          leave(false);
        }
        case HANDED_OVER -> last.add(pharmacy.ending(tx, booking.code()));
        case ABSENT -> {
          last.add(bookings.missing(tx, booking.code()));
          leave(true);
        }
      }
    }

    private void leave(boolean place) {
      last.add(sessions.leaving(tx, visit.session().id(), visit.booking().member(), true, place));
    }

    private Map<String, Object> told(Booking booking, Task task, Journey after) {
      var body = new LinkedHashMap<String, Object>();
      body.put("taskid", task.id());
      body.put("waktu", after.happened().get(task).toEpochMilli());
      if (task == Task.PHARMACY_WAIT && options.pharmacy()) {
        body.put("jenisresep", booking.prescription().map(compounded -> compounded ? "Racikan" : "Non racikan")
            .orElse("Tidak ada"));
      }
      return body;
    }

    /** A prescription was signed: its kind comes first, since BPJS is told it with the task. */
    public Decision prescribed(boolean compounded, Instant at) {
      last.add(bookings.prescribing(tx, visit.booking().code(), compounded));
      visit = new Visit(visit.session(), visit.booking().prescribed(compounded), visit.journey(), visit.happenings());
      return record(Task.PHARMACY_WAIT, at, Origin.PRESCRIPTION_SIGNED, "");
    }

    /** Gives the visit its number in the pharmacy's queue, and owes BPJS the news; the one it has if it has one. */
    PharmacyStore.Ticket ticket(boolean compounded) {
      var code = visit.booking().code();
      return pharmacy.ticket(tx, code).orElseGet(() -> {
        var ticket = pharmacy.take(tx, code, options.zone().date(clock.instant()), compounded, clock.instant());
        last.addAll(posting(tx, code, Debt.PHARMACY, Map.of("jenisresep", compounded ? "racikan" : "non racikan",
            "nomorantrean", ticket.number())));
        return ticket;
      });
    }

    /** The doctor calls. */
    void called(Instant at) {
      last.add(sessions.calling(tx, visit.session().id(), visit.booking().number(), at));
      last.add(bookings.calling(tx, visit.booking().code(), at));
    }

    /** Calls whoever has a number at the pharmacy. */
    void callAtPharmacy(Instant at) {
      var code = visit.booking().code();
      if (pharmacy.ticket(tx, code).filter(one -> !one.done()).isEmpty()) {
        throw Desk.refused("there is no number at the pharmacy that waits");
      }
      last.add(pharmacy.calling(tx, code, at));
    }

    /** Cancels; BPJS is told when it was the hospital that cancelled. */
    void cancel(String reason, boolean byHospital) {
      var booking = visit.booking();
      last.add(bookings.cancelling(tx, booking.code(), reason, clock.instant()));
      leave(true);
      if (byHospital) {
        last.addAll(posting(tx, booking.code(), Debt.CANCEL, Map.of("keterangan", reason)));
      }
    }
  }
}
