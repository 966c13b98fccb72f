package id.jejak.facility.queue.remote;

import id.jejak.antrean.client.Acknowledged;
import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.client.NewBooking;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.Words;
import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.Remedy;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.queue.contract.Debt;
import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.domain.Zone;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.facility.queue.store.ScheduleStore;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Carries what the hospital owes to BPJS. What was there already is done. A booking that BPJS turns out not to know,
 * though Mobile JKN made it, is told first, once, and then what happened to it. Thread-safe.
 */
public final class BpjsCarrier implements Carrier {
  private final Db db;
  private final BookingStore bookings;
  private final ScheduleStore sessions;
  private final Trail trail;
  private final Zone zone;
  private final BpjsLine line;

  /** A carrier over the queue's own tables, from which the patient's part of a booking is read when it goes. */
  public BpjsCarrier(Db db, BookingStore bookings, ScheduleStore sessions, Trail trail, Zone zone,
      BpjsLine line) {
    this.db = db;
    this.bookings = bookings;
    this.sessions = sessions;
    this.trail = trail;
    this.zone = zone;
    this.line = line;
  }

  @Override
  public String remote() {
    return Debt.REMOTE;
  }

  @Override
  public Carried carry(Parcel parcel) {
    return line.client().map(client -> carry(client, parcel))
        .orElseGet(() -> new Carried.Later(Optional.empty(), "no address of BPJS, or no credentials, are set"));
  }

  private Carried carry(BpjsClient client, Parcel parcel) {
    var body = parcel.body();
    var code = body.path("kodebooking").asString();
    return switch (parcel.kind()) {
      case Debt.ADD -> add(client, code);
      case Debt.TASK -> known(client, code, one -> one.task(code, body.path("taskid").intValue(),
          Instant.ofEpochMilli(body.path("waktu").longValue()), Optional.of(body.path("jenisresep").asString(""))
              .filter(text -> !text.isEmpty())));
      case Debt.CANCEL -> carried(client.cancelAgain(code, body.path("keterangan").asString("")));
      case Debt.PHARMACY -> known(client, code, one -> one.addPharmacy(code,
          body.path("jenisresep").asString().equals("racikan"), body.path("nomorantrean").intValue(), ""));
      default -> new Carried.Refused(Remedy.HUMAN, "kind", "nobody here carries " + parcel.kind());
    };
  }

  private Carried known(BpjsClient client, String code, Function<BpjsClient, Answer<Acknowledged>> call) {
    var first = call.apply(client);
    if (!unknown(first)) {
      return carried(first);
    }
    var added = add(client, code);
    return added instanceof Carried.Done ? carried(call.apply(client)) : added;
  }

  private static boolean unknown(Answer<?> answer) {
    return answer instanceof Answer.Refused<?>(_, var message)
        && message.equalsIgnoreCase(Message.BOOKING_UNKNOWN.text());
  }

  private Carried add(BpjsClient client, String code) {
    var why = trail.program("queue.bpjs.add", Purpose.REPORTING);
    return db.transaction(tx -> bookings.find(tx, code).flatMap(booking ->
            sessions.byId(tx, booking.session()).map(session -> told(tx, why, booking, session))))
        .map(booking -> carried(client.add(booking)))
        .orElseGet(() -> new Carried.Refused(Remedy.HUMAN, "booking", "the booking is not here any more"));
  }

  private NewBooking told(Handle tx, Optional<Why> why, Booking booking, Session session) {
    var jkn = session.jkn();
    var other = session.other();
    var holder = bookings.holder(booking); // opened when it goes and no earlier
    trail.touched(tx, why, Deed.READ, holder);
    return new NewBooking(booking.code(), booking.member() ? holder.card() : null, holder.nik(),
        holder.phone().isEmpty() ? "-" : holder.phone(), session.sub(), session.clinicName(), booking.newPatient(),
        booking.record(), booking.day(), session.doctor(), session.doctorName(),
        session.open() + "-" + session.close(), booking.kind(), booking.member() ? booking.reference() : null,
        session.number(booking.number()), booking.number(), session.estimate(booking.number(), zone),
        new NewBooking.Places(jkn.left(), jkn.quota(), other.left(), other.quota()), Words.HINT_60);
  }

  private static Carried carried(Answer<Acknowledged> answer) {
    return switch (answer) {
      case Answer.Done<Acknowledged>(var done, var note) -> new Carried.Done(Json.read(Json.write((Object) Map.of(
          "message", done.message(), "note", note))));
      case Answer.Refused<Acknowledged>(var code, var message) ->
          new Carried.Refused(remedy(message), code, message);
      case Answer.Later<Acknowledged>(var after, var why) -> new Carried.Later(Optional.of(after), why);
      case Answer.Unknown<Acknowledged>(var why) -> new Carried.Unknown(why);
    };
  }

  /** By what is known of BPJS's words. */
  private static Remedy remedy(String message) {
    if (message.equals(Message.SIGNATURE_WRONG.text()) || message.equals(Message.USER_KEY_WRONG.text())) {
      return Remedy.CREDENTIALS;
    }
    boolean mapping = message.contains("dokter") || message.contains("Dokter") || message.contains("Poli");
    return mapping ? Remedy.FIX_MAPPING : Remedy.FIX_DATA;
  }

  @Override
  public Optional<Carried> lookFor(Parcel parcel) {
    return line.client().map(client -> lookFor(client, parcel))
        .orElseGet(() -> Optional.of(new Carried.Later(Optional.empty(), "no address of BPJS is set")));
  }

  private static Optional<Carried> lookFor(BpjsClient client, Parcel parcel) {
    var code = parcel.body().path("kodebooking").asString();
    return switch (parcel.kind()) {
      case Debt.TASK -> seen(client.tasks(code), rows -> rows.stream()
          .anyMatch(row -> row.taskid() == parcel.body().path("taskid").intValue()));
      case Debt.ADD -> seen(client.registered(code), rows -> !rows.isEmpty());
      case Debt.CANCEL -> seen(client.registered(code), rows -> rows.stream()
          .anyMatch(row -> row.status().equalsIgnoreCase(Words.CANCELLED)));
      default -> Optional.empty(); // nothing lists the pharmacy's numbers, and a repeat is told apart by 208
    };
  }

  private static <T> Optional<Carried> seen(Answer<T> answer, Function<T, Boolean> there) {
    return switch (answer) {
      case Answer.Done<T>(var value, _) -> there.apply(value)
          ? Optional.of(new Carried.Done(Json.read("{\"message\":\"found by reading back\"}"))) : Optional.empty();
      case Answer.Refused<T>(var code, var message) -> unknown(answer) ? Optional.empty()
          : Optional.of(new Carried.Refused(remedy(message), code, message));
      case Answer.Later<T>(var after, var why) -> Optional.of(new Carried.Later(Optional.of(after), why));
      case Answer.Unknown<T>(var why) -> Optional.of(new Carried.Unknown(why));
    };
  }
}
