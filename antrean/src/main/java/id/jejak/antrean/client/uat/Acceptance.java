package id.jejak.antrean.client.uat;

import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scenarios of the acceptance test, in their order, against any hospital: what was expected and what was said.
 * Texts that the form or four admitted systems have in common must be said word by word; of the others the code counts.
 * Takes one number and cancels it, and registers one patient. For one thread.
 */
public final class Acceptance {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
  private static final List<RsMessage> LOOSE = List.of(RsMessage.PASSWORD_MISSING, RsMessage.DOCTOR_UNKNOWN,
      RsMessage.NO_SESSION, RsMessage.BOOKING_CANCELLED, RsMessage.CHECK_IN_UNKNOWN, RsMessage.CHECK_IN_AGAIN,
      RsMessage.CHECK_IN_OTHER_DAY, RsMessage.CHECK_IN_CANCELLED, RsMessage.DONE);

  /** What the hospital has, on which the scenarios stand. Prints nothing of the patient. */
  public record Ground(String sub, int doctor, String hours, LocalDate day, LocalDate past, String card, String nik,
      String record, String reference, String newCard, String newNik) {
    @Override
    public String toString() {
      return "Ground[" + sub + " " + doctor + " " + hours + " " + day + "]";
    }
  }

  /**
   * One scenario that was run.
   *
   * @param expected words, with placeholders
   * @param passed whether the hospital is right
   * @param note what differs though it passed; empty otherwise
   */
  public record Step(String service, String scenario, int expectedCode, String expected, Spoken said, boolean passed,
      String note) {}

  private final HospitalCalls calls;
  private final Ground ground;
  private final Consumer<Step> progress;
  private final List<Step> steps = new ArrayList<>();

  /**
   * A run.
   *
   * @param progress is told each step once it was run
   */
  public Acceptance(HospitalCalls calls, Ground ground, Consumer<Step> progress) {
    this.calls = calls;
    this.ground = ground;
    this.progress = progress;
  }

  /** Runs every scenario. */
  public List<Step> run() {
    step("username atau password salah", RsMessage.WRONG_PASSWORD, calls.token("bukan-password-ini"));
    var first = step("username dan password benar", RsMessage.DONE, calls.token());
    var token = first.response().path("token").asString("");
    step("token tidak berlaku", RsMessage.TOKEN_EXPIRED, calls.call(RsOperations.STATUS, "token-yang-salah", status()));
    status(token);
    var code = take(token);
    remaining(token, code);
    checkIn(token, code);
    cancel(token, code);
    register(token);
    surgeries(token);
    return List.copyOf(steps);
  }

  private void status(String token) {
    run(RsOperations.STATUS, token, "poli tidak ditemukan", RsMessage.CLINIC_UNKNOWN,
        with(status(), "kodepoli", "ZZZ"));
    run(RsOperations.STATUS, token, "format tanggal salah", RsMessage.DATE_MALFORMED,
        with(status(), "tanggalperiksa", "01-01-2021"));
    run(RsOperations.STATUS, token, "tanggal sudah lewat", RsMessage.DATE_PASSED,
        with(status(), "tanggalperiksa", ground.past().toString()));
    run(RsOperations.STATUS, token, "berhasil", RsMessage.DONE, status());
  }

  private String take(String token) {
    run(RsOperations.TAKE, token, "format tanggal salah", RsMessage.DATE_MALFORMED,
        with(wish(), "tanggalperiksa", "01-01-2021"));
    run(RsOperations.TAKE, token, "tanggal sudah lewat", RsMessage.DATE_PASSED,
        with(wish(), "tanggalperiksa", ground.past().toString()));
    run(RsOperations.TAKE, token, "poli tidak ditemukan", RsMessage.CLINIC_UNKNOWN, with(wish(), "kodepoli", "ZZZ"));
    run(RsOperations.TAKE, token, "jadwal dokter belum tersedia", RsMessage.SESSION_UNKNOWN,
        with(wish(), "jampraktek", "00:01-00:02"));
    var stranger = with(with(with(wish(), "nomorkartu", ground.newCard()), "nik", ground.newNik()), "norm", "");
    run(RsOperations.TAKE, token, "pasien baru", RsMessage.NEW_PATIENT, with(stranger, "nomorreferensi",
        ground.newCard() + "A00001"));
    var taken = run(RsOperations.TAKE, token, "berhasil", RsMessage.DONE, wish());
    run(RsOperations.TAKE, token, "mengambil kedua kali pada tanggal yang sama", RsMessage.TAKEN_TODAY, wish());
    return taken.response().path("kodebooking").asString("");
  }

  private void remaining(String token, String code) {
    run(RsOperations.REMAINING, token, "kode booking tidak ada", RsMessage.BOOKING_UNKNOWN, booking("TIDAK-ADA"));
    run(RsOperations.REMAINING, token, "berhasil", RsMessage.DONE, booking(code));
  }

  private void checkIn(String token, String code) {
    run(RsOperations.CHECK_IN, token, "kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN,
        with(booking("TIDAK-ADA"), "waktu", at(ground.day())));
    run(RsOperations.CHECK_IN, token, "bukan pada tanggal periksa", RsMessage.CHECK_IN_OTHER_DAY,
        with(booking(code), "waktu", at(ground.day().minusDays(3))));
  }

  private static long at(LocalDate day) {
    return day.atTime(9, 0).toInstant(java.time.ZoneOffset.ofHours(7)).toEpochMilli();
  }

  private void cancel(String token, String code) {
    run(RsOperations.CANCEL, token, "kode booking tidak ada", RsMessage.BOOKING_UNKNOWN,
        with(booking("TIDAK-ADA"), "keterangan", "uji coba"));
    run(RsOperations.CANCEL, token, "berhasil", RsMessage.DONE, with(booking(code), "keterangan", "uji coba"));
    run(RsOperations.CANCEL, token, "sudah dibatalkan", RsMessage.CANCELLED_BEFORE,
        with(booking(code), "keterangan", "uji coba"));
    run(RsOperations.REMAINING, token, "sudah dibatalkan", RsMessage.BOOKING_CANCELLED, booking(code));
    run(RsOperations.CHECK_IN, token, "sudah dibatalkan", RsMessage.CHECK_IN_CANCELLED,
        with(booking(code), "waktu", at(ground.day())));
  }

  private void register(String token) {
    for (var field : NewcomerFields.IN_ORDER) {
      run(RsOperations.REGISTER, token, field.name() + " kosong", field.empty(), with(newcomer(), field.name(), ""));
      if (field.wrong() != field.empty()) {
        run(RsOperations.REGISTER, token, field.name() + " salah format", field.wrong(),
            with(newcomer(), field.name(), "123x"));
      }
    }
    run(RsOperations.REGISTER, token, "berhasil", RsMessage.REGISTERED, newcomer());
    run(RsOperations.REGISTER, token, "data sudah pernah dientrikan", RsMessage.PATIENT_THERE, newcomer());
  }

  private void surgeries(String token) {
    var from = ground.day().toString();
    run(RsOperations.SURGERIES, token, "tanggal akhir lebih kecil", RsMessage.SPAN_REVERSED,
        Map.of("tanggalawal", from, "tanggalakhir", ground.day().minusDays(1).toString()));
    run(RsOperations.SURGERIES, token, "format tanggal salah", RsMessage.DATE_MALFORMED,
        Map.of("tanggalawal", "01-01-2021", "tanggalakhir", from));
    run(RsOperations.SURGERIES, token, "berhasil", RsMessage.DONE, Map.of("tanggalawal", from, "tanggalakhir",
        ground.day().plusDays(30).toString()));
    run(RsOperations.SURGERIES_OF_MEMBER, token, "berhasil", RsMessage.DONE, Map.of("nopeserta", ground.newCard()));
  }

  private Spoken run(Operation operation, String token, String scenario, RsMessage expected, Map<String, ?> body) {
    return step(scenario, expected, calls.call(operation, token, body));
  }

  private Spoken step(String scenario, RsMessage expected, Spoken said) {
    boolean code = said.code() == expected.code().number();
    boolean words = said(expected).matcher(said.message()).matches();
    boolean passed = code && (words || LOOSE.contains(expected));
    var step = new Step(said.service(), scenario, expected.code().number(), expected.text(), said, passed,
        passed && !words ? "other words" : "");
    steps.add(step);
    progress.accept(step);
    return said;
  }

  private static Pattern said(RsMessage expected) {
    return Pattern.compile(PLACEHOLDER.splitAsStream(expected.text()).map(Pattern::quote)
        .collect(Collectors.joining(".*")) + (expected.text().endsWith("}") ? ".*" : ""), Pattern.CASE_INSENSITIVE);
  }

  private Map<String, Object> status() {
    var body = new LinkedHashMap<String, Object>();
    body.put("kodepoli", ground.sub());
    body.put("kodedokter", ground.doctor());
    body.put("tanggalperiksa", ground.day().toString());
    body.put("jampraktek", ground.hours());
    return body;
  }

  private Map<String, Object> wish() {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", ground.card());
    body.put("nik", ground.nik());
    body.put("nohp", "085635228888");
    body.put("norm", ground.record());
    body.putAll(status());
    body.put("jeniskunjungan", 1);
    body.put("nomorreferensi", ground.reference());
    return body;
  }

  private Map<String, Object> newcomer() {
    return NewcomerFields.body(ground.newCard(), ground.newNik());
  }

  private static Map<String, Object> booking(String code) {
    return new LinkedHashMap<>(Map.of("kodebooking", code));
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(name, value);
    return changed;
  }
}
