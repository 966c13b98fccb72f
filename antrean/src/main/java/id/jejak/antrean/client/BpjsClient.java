package id.jejak.antrean.client;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.LaterOperations;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.wire.ClinicRow;
import id.jejak.antrean.contract.wire.DoctorRow;
import id.jejak.antrean.contract.wire.FingerprintClinicRow;
import id.jejak.antrean.contract.wire.FingerprintRow;
import id.jejak.antrean.contract.wire.RegistrationRow;
import id.jejak.antrean.contract.wire.ScheduleRow;
import id.jejak.antrean.contract.wire.TaskRow;
import id.jejak.antrean.contract.wire.WaitRow;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The queue at BPJS for a hospital's program, ours or the real one. Every call answers with an {@link Answer}; nothing
 * is thrown for what another machine does.
 *
 * <p>What was there already (208) is {@link Done}, with BPJS's words as the note, so after an unknown answer
 * {@link #add}, {@link #task} and {@link #addPharmacy} are simply called again, and {@link #cancelAgain} follows a
 * {@link #cancel}. An empty list is {@link Done} with no rows. Thread-safe.
 */
public final class BpjsClient {
  private final SignedCalls calls;

  /**
   * A client. Nothing is sent until the first call.
   *
   * @param transport the way to the server, such as {@code kernel.http.HttpTransport}
   * @param base path before every service, such as {@code /antreanrs}
   */
  public BpjsClient(Handler transport, String base, BpjsCredentials credentials, InstantSource clock) {
    this.calls = new SignedCalls(transport, base, credentials, clock);
  }

  /** Every subspecialty with its clinic. */
  public Answer<List<ClinicRow>> clinics() {
    return rows(LaterOperations.CLINICS, Map.of(), row -> new ClinicRow(text(row, "nmpoli"),
        text(row, "nmsubspesialis"), text(row, "kdsubspesialis"), text(row, "kdpoli")));
  }

  /** Every doctor of HFIS. */
  public Answer<List<DoctorRow>> doctors() {
    return rows(LaterOperations.DOCTORS, Map.of(), row ->
        new DoctorRow(text(row, "namadokter"), integer(row, "kodedokter")));
  }

  /** Who practises at a clinic on a day. */
  public Answer<List<ScheduleRow>> schedule(String clinic, LocalDate day) {
    return rows(AntreanOperations.SCHEDULE, Map.of("kodepoli", clinic, "tanggal", day), row ->
        new ScheduleRow(text(row, "kodesubspesialis"), integer(row, "hari"), integer(row, "kapasitaspasien"),
            integer(row, "libur"), text(row, "namahari"), text(row, "jadwal").replace(" ", ""),
            text(row, "namasubspesialis"), text(row, "namadokter"), text(row, "kodepoli"), text(row, "namapoli"),
            integer(row, "kodedokter")));
  }

  /** The clinics at which a member shows a finger. */
  public Answer<List<FingerprintClinicRow>> fingerprintClinics() {
    return rows(LaterOperations.FINGERPRINT_CLINICS, Map.of(), row ->
        new FingerprintClinicRow(text(row, "kodesubspesialis"), text(row, "namasubspesialis"), text(row, "kodepoli"),
            text(row, "namapoli")));
  }

  /** Whether a member's finger is registered, by card. */
  public Answer<FingerprintRow> fingerprintOfCard(String card) {
    return fingerprint("noka", card);
  }

  /** Whether a member's finger is registered, by national identity number. */
  public Answer<FingerprintRow> fingerprintOfNik(String nik) {
    return fingerprint("nik", nik);
  }

  private Answer<FingerprintRow> fingerprint(String kind, String number) {
    return calls.read(LaterOperations.FINGERPRINT, Map.of("identitas", kind, "noidentitas", number), Map.of())
        .map(told -> new FingerprintRow(text(told.response(), "nomorkartu"), text(told.response(), "nik"),
            text(told.response(), "tgllahir"), integer(told.response(), "daftarfp")));
  }

  /** Asks for other hours of a doctor; they hold from the next day, unless the branch office says no. */
  public Answer<Acknowledged> change(NewHours hours) {
    return write(AntreanOperations.UPDATE_SCHEDULE_LATER, hours.body());
  }

  /** Tells of a booking made at the hospital. */
  public Answer<Acknowledged> add(NewBooking booking) {
    return write(AntreanOperations.ADD, booking.body());
  }

  /** Tells of a number in the pharmacy's queue. */
  public Answer<Acknowledged> addPharmacy(String code, boolean compounded, int number, String remark) {
    return write(LaterOperations.ADD_PHARMACY, Map.of("kodebooking", code, "jenisresep",
        compounded ? "racikan" : "non racikan", "nomorantrean", number, "keterangan", remark));
  }

  /**
   * Tells when something happened to a patient.
   *
   * @param task 1 to 7, or 99
   * @param prescription of hospitals with a pharmacy queue: Tidak ada, Racikan or Non racikan
   */
  public Answer<Acknowledged> task(String code, int task, Instant time, Optional<String> prescription) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodebooking", code);
    body.put("taskid", task);
    body.put("waktu", time.toEpochMilli());
    prescription.ifPresent(kind -> body.put("jenisresep", kind));
    return write(AntreanOperations.TASK, body);
  }

  /** Cancels a booking. */
  public Answer<Acknowledged> cancel(String code, String reason) {
    return write(AntreanOperations.CANCEL, Map.of("kodebooking", code, "keterangan", reason));
  }

  /** Cancels a booking whose cancellation went without answer: that it is cancelled already is what was wanted. */
  public Answer<Acknowledged> cancelAgain(String code, String reason) {
    var answer = cancel(code, reason);
    return answer instanceof Refused<Acknowledged>(_, var message)
        && message.equalsIgnoreCase(Message.BOOKING_CANCELLED.text())
        ? new Done<>(new Acknowledged(message), "an earlier attempt did it, or somebody else: it is cancelled")
        : answer;
  }

  /** The tasks that BPJS has of a booking. */
  public Answer<List<TaskRow>> tasks(String code) {
    return calls.read(AntreanOperations.TASKS, Map.of(), Map.of("kodebooking", code)).map(told ->
        Reading.rows(told.response(), row -> new TaskRow(text(row, "wakturs"), text(row, "waktu"),
            text(row, "taskname"), integer(row, "taskid"), text(row, "kodebooking"))));
  }

  /**
   * Waiting and service times of a day.
   *
   * @param server whether by the times of arrival at BPJS; else by those the hospital told
   */
  public Answer<List<WaitRow>> waits(LocalDate day, boolean server) {
    return rows(LaterOperations.WAITS_OF_DAY, Map.of("tanggal", day, "waktu", server ? "server" : "rs"),
        BpjsClient::wait);
  }

  /** Waiting and service times of a month. */
  public Answer<List<WaitRow>> waits(YearMonth month, boolean server) {
    return rows(LaterOperations.WAITS_OF_MONTH, Map.of("bulan", String.format(Locale.ROOT, "%02d",
        month.getMonthValue()), "tahun", month.getYear(), "waktu", server ? "server" : "rs"), BpjsClient::wait);
  }

  /** The bookings of a day. */
  public Answer<List<RegistrationRow>> registered(LocalDate day) {
    return rows(LaterOperations.REGISTERED_ON, Map.of("tanggal", day), BpjsClient::registration);
  }

  /** One booking; no row when there is none. */
  public Answer<List<RegistrationRow>> registered(String code) {
    return rows(LaterOperations.REGISTERED_AS, Map.of("kodebooking", code), BpjsClient::registration);
  }

  /** The bookings whose patient was not called. */
  public Answer<List<RegistrationRow>> open() {
    return rows(LaterOperations.REGISTERED_OPEN, Map.of(), BpjsClient::registration);
  }

  /** The open bookings of one session. */
  public Answer<List<RegistrationRow>> open(String sub, int doctor, int weekday, String hours) {
    return rows(LaterOperations.REGISTERED_SESSION, Map.of("kodepoli", sub, "kodedokter", doctor, "hari", weekday,
        "jampraktek", hours), BpjsClient::registration);
  }

  private <T> Answer<List<T>> rows(Operation operation, Map<String, ?> path, Function<JsonNode, T> row) {
    return calls.read(operation, path, Map.of()).map(told -> Reading.rows(told.response(), row));
  }

  private Answer<Acknowledged> write(Operation operation, Map<String, Object> body) {
    return calls.write(operation, body).map(told -> new Acknowledged(told.message()));
  }

  private static RegistrationRow registration(JsonNode row) {
    return new RegistrationRow(text(row, "kodebooking"), text(row, "tanggal"), text(row, "kodepoli"),
        integer(row, "kodedokter"), text(row, "jampraktek"), text(row, "nik"), text(row, "nokapst"),
        text(row, "nohp"), text(row, "norekammedis"), integer(row, "jeniskunjungan"), text(row, "nomorreferensi"),
        text(row, "sumberdata"), integer(row, "ispeserta"), text(row, "noantrean"),
        Reading.number(row, "estimasidilayani"), Reading.number(row, "createdtime"), text(row, "status"));
  }

  private static WaitRow wait(JsonNode row) {
    return new WaitRow(text(row, "kdppk"), seconds(row, 1), mean(row, 4), Reading.number(row, "jumlah_antrean"),
        mean(row, 3), text(row, "namapoli"), mean(row, 6), mean(row, 5), text(row, "nmppk"), mean(row, 2),
        mean(row, 1), text(row, "kodepoli"), seconds(row, 5), seconds(row, 4), seconds(row, 3),
        Reading.number(row, "insertdate"), text(row, "tanggal"), seconds(row, 2), seconds(row, 6));
  }

  private static long seconds(JsonNode row, int span) {
    return Reading.number(row, "waktu_task" + span);
  }

  private static long mean(JsonNode row, int span) {
    return Reading.number(row, "avg_waktu_task" + span);
  }

  private static String text(JsonNode row, String name) {
    return Reading.text(row, name);
  }

  private static int integer(JsonNode row, String name) {
    return Reading.integer(row, name);
  }
}
