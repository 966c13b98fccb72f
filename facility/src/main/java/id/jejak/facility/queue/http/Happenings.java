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
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  /** Locks a booking, its session first. */
  public Optional<Visit> lock(Handle tx, String code) {
    return sessions.lockOf(tx, code).flatMap(session -> bookings.visit(tx, session, code));
  }

  /** Records what happened at a moment to a locked visit. */
  public Decision record(Handle tx, Visit visit, Task task, Instant happened, Origin origin, String by) {
    var at = visit.journey().apart(task, happened);
    return kept(tx, visit, visit.journey().record(task, at),
        new Happening(task, at, clock.instant(), origin, by, ""));
  }

  /** Records what a named person knows to have happened to a locked visit. */
  Decision correct(Handle tx, Visit visit, Task task, Instant at, String by, String reason) {
    return kept(tx, visit, visit.journey().correct(task, at),
        new Happening(task, at, clock.instant(), Origin.CORRECTION, by, reason));
  }

  private Decision kept(Handle tx, Visit visit, Decision decision, Happening one) {
    if (!(decision instanceof Decision.Recorded(var after, var owed))) {
      return decision;
    }
    var booking = visit.booking();
    bookings.add(tx, booking.code(), one);
    if (!visit.journey().has(one.task())) {
      effect(tx, visit, one.task(), one.at());
    }
    for (var task : owed) {
      bookings.owe(tx, booking.code(), task);
      post(tx, booking.code(), Debt.TASK, told(booking, task, after));
    }
    return decision;
  }

  private void effect(Handle tx, Visit visit, Task task, Instant at) {
    var booking = visit.booking();
    switch (task) {
      case ADMISSION_WAIT, ADMISSION_SERVICE, PHARMACY_SERVICE -> { }
      case CLINIC_WAIT -> {
        if (booking.newPatient()) {
          patients.complete(tx, booking.record());
        }
      }
      case CLINIC_SERVICE -> sessions.call(tx, visit.session().id(), booking.number(), at);
      case PHARMACY_WAIT -> {
        bookings.served(tx, booking.code());
        sessions.leave(tx, visit.session().id(), booking.member(), true, false);
      }
      case HANDED_OVER -> pharmacy.ticket(tx, booking.code()).filter(ticket -> !ticket.done())
          .ifPresent(ticket -> pharmacy.done(tx, booking.code(), ticket));
      case ABSENT -> {
        bookings.absent(tx, booking.code());
        sessions.leave(tx, visit.session().id(), booking.member(), true, true);
      }
    }
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

  /** Gives a locked visit its number in the pharmacy's queue, and owes BPJS the news; the one it has if it has one. */
  PharmacyStore.Ticket ticket(Handle tx, Visit visit, boolean compounded) {
    var code = visit.booking().code();
    return pharmacy.ticket(tx, code).orElseGet(() -> {
      var ticket = pharmacy.take(tx, code, options.zone().date(clock.instant()), compounded, clock.instant());
      post(tx, code, Debt.PHARMACY, Map.of("jenisresep", compounded ? "racikan" : "non racikan", "nomorantrean",
          ticket.number()));
      return ticket;
    });
  }

  /** Calls whoever has a number at the pharmacy. */
  void callAtPharmacy(Handle tx, Visit visit, Instant at) {
    var code = visit.booking().code();
    var ticket = pharmacy.ticket(tx, code).filter(one -> !one.done())
        .orElseThrow(() -> Desk.refused("there is no number at the pharmacy that waits"));
    pharmacy.call(tx, code, ticket, at);
  }

  /** Cancels a locked visit; BPJS is told when it was the hospital that cancelled. */
  void cancel(Handle tx, Visit visit, String reason, boolean byHospital) {
    var booking = visit.booking();
    bookings.cancel(tx, booking.code(), reason, clock.instant());
    sessions.leave(tx, visit.session().id(), booking.member(), true, true);
    if (byHospital) {
      post(tx, booking.code(), Debt.CANCEL, Map.of("keterangan", reason));
    }
  }

  /** Owes BPJS the news of a booking that was made here. */
  void added(Handle tx, String code) {
    post(tx, code, Debt.ADD, Map.of());
  }

  /** Without anything about the patient: the carrier looks that up when it goes. */
  private void post(Handle tx, String code, String kind, Map<String, Object> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", code);
    body.putAll(more);
    outbox.post(tx, new Parcel(Debt.REMOTE, options.facility(), code, kind, Json.read(Json.write((Object) body))));
  }
}
