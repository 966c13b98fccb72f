package id.jejak.antrean.client;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.rs.OwnSurgery;
import id.jejak.antrean.contract.rs.PharmacyStatus;
import id.jejak.antrean.contract.rs.PharmacyTicket;
import id.jejak.antrean.contract.rs.QueueStatus;
import id.jejak.antrean.contract.rs.Remaining;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.antrean.contract.rs.Surgery;
import id.jejak.antrean.contract.rs.Ticket;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A hospital's services as Mobile JKN uses them: any hospital's, at its own paths. Gets a token by itself. Every call
 * answers with an {@link Answer}. Names of both generations of the document are understood. Thread-safe.
 */
public final class RsClient {
  private final RsSession session;

  /** A client. Nothing is sent until the first call. */
  public RsClient(Handler transport, RsSettings settings) {
    this.session = new RsSession(transport, settings);
  }

  /** Asks for a token now, to see whether the credentials are good. Not needed before other calls. */
  public Answer<Acknowledged> login() {
    return session.token().map(_ -> new Acknowledged("Ok"));
  }

  /** The state of one session. */
  public Answer<QueueStatus> status(String sub, int doctor, LocalDate day, String hours) {
    return read(RsOperations.STATUS, Map.of("kodepoli", sub, "kodedokter", doctor, "tanggalperiksa", day.toString(),
        "jampraktek", hours)).map(told -> {
          var row = told.response();
          int leftMembers = Reading.either(row, "sisakuotajkn", "sisaquotajkn");
          int members = Reading.either(row, "kuotajkn", "quotajkn");
          int leftOthers = Reading.either(row, "sisakuotanonjkn", "sisaquotanonjkn");
          int others = Reading.either(row, "kuotanonjkn", "quotanonjkn");
          return new QueueStatus(text(row, "namapoli"), text(row, "namadokter"), integer(row, "totalantrean"),
              integer(row, "sisaantrean"), text(row, "antreanpanggil"), leftMembers, members, leftOthers, others,
              leftMembers, members, leftOthers, others, text(row, "keterangan"));
        });
  }

  /**
   * Takes a number. Without an answer it may have been taken: a repeat is then refused with the rule of one number a
   * day, and the number itself can only be found at the hospital.
   */
  public Answer<Taken> take(Visitor visitor) {
    var answer = session.call(RsOperations.TAKE, visitor.body(), true);
    if (answer instanceof Answer.Refused<Told>(var code, var message)
        && code.equals(Integer.toString(Code.NEW_PATIENT.number()))) {
      return new Answer.Done<>(new Taken.NewPatient(message));
    }
    return answer.map(told -> new Taken.Booked(ticket(told.response())));
  }

  private static Ticket ticket(JsonNode row) {
    return new Ticket(text(row, "nomorantrean"), integer(row, "angkaantrean"), text(row, "kodebooking"),
        text(row, "norm"), text(row, "namapoli"), text(row, "namadokter"), Reading.number(row, "estimasidilayani"),
        Reading.either(row, "sisakuotajkn", "sisaquotajkn"), Reading.either(row, "kuotajkn", "quotajkn"),
        Reading.either(row, "sisakuotanonjkn", "sisaquotanonjkn"), Reading.either(row, "kuotanonjkn", "quotanonjkn"),
        text(row, "keterangan"));
  }

  /** How long a patient still waits. */
  public Answer<Remaining> remaining(String code) {
    return read(RsOperations.REMAINING, Map.of("kodebooking", code)).map(told -> {
      var row = told.response();
      return new Remaining(text(row, "nomorantrean"), text(row, "namapoli"), text(row, "namadokter"),
          integer(row, "sisaantrean"), text(row, "antreanpanggil"), Reading.number(row, "waktutunggu"),
          text(row, "keterangan"));
    });
  }

  /** Cancels a booking. */
  public Answer<Acknowledged> cancel(String code, String reason) {
    return write(RsOperations.CANCEL, Map.of("kodebooking", code, "keterangan", reason));
  }

  /** The patient is here. */
  public Answer<Acknowledged> checkIn(String code, Instant time) {
    return write(RsOperations.CHECK_IN, Map.of("kodebooking", code, "waktu", time.toEpochMilli()));
  }

  /** Registers a patient; answers the number of the medical record, with the hospital's words as the note. */
  public Answer<String> register(Newcomer newcomer) {
    var answer = session.call(RsOperations.REGISTER, newcomer.body(), true);
    return answer instanceof Answer.Done<Told>(var told, _)
        ? new Answer.Done<>(text(told.response(), "norm"), told.message())
        : answer.map(told -> text(told.response(), "norm"));
  }

  /** The planned operations of some days, both ends included. */
  public Answer<List<Surgery>> surgeries(LocalDate from, LocalDate to) {
    return read(RsOperations.SURGERIES, Map.of("tanggalawal", from.toString(), "tanggalakhir", to.toString()))
        .map(told -> Reading.rows(told.response(), row -> new Surgery(text(row, "kodebooking"),
            text(row, "tanggaloperasi"), text(row, "jenistindakan"), text(row, "kodepoli"), text(row, "namapoli"),
            integer(row, "terlaksana"), text(row, "nopeserta"), Reading.number(row, "lastupdate"))));
  }

  /** The planned operations of a member. */
  public Answer<List<OwnSurgery>> surgeriesOf(String card) {
    return read(RsOperations.SURGERIES_OF_MEMBER, Map.of("nopeserta", card))
        .map(told -> Reading.rows(told.response(), row -> new OwnSurgery(text(row, "kodebooking"),
            text(row, "tanggaloperasi"), text(row, "jenistindakan"), text(row, "kodepoli"), text(row, "namapoli"),
            integer(row, "terlaksana"))));
  }

  /** Takes a number in the pharmacy's queue. */
  public Answer<PharmacyTicket> takePharmacy(String code) {
    return session.call(RsOperations.TAKE_PHARMACY, Map.of("kodebooking", code), true).map(told ->
        new PharmacyTicket(text(told.response(), "jenisresep"), integer(told.response(), "nomorantrean"),
            text(told.response(), "keterangan")));
  }

  /** The state of the pharmacy's queue. */
  public Answer<PharmacyStatus> pharmacyStatus(String code) {
    return read(RsOperations.PHARMACY_STATUS, Map.of("kodebooking", code)).map(told ->
        new PharmacyStatus(text(told.response(), "jenisresep"), integer(told.response(), "totalantrean"),
            integer(told.response(), "sisaantrean"), integer(told.response(), "antreanpanggil"),
            text(told.response(), "keterangan")));
  }

  private Answer<Told> read(Operation operation, Map<String, Object> body) {
    return session.call(operation, body, false);
  }

  private Answer<Acknowledged> write(Operation operation, Map<String, Object> body) {
    return session.call(operation, body, true).map(told -> new Acknowledged(told.message()));
  }

  private static String text(JsonNode row, String name) {
    return Reading.text(row, name);
  }

  private static int integer(JsonNode row, String name) {
    return Reading.integer(row, name);
  }
}
