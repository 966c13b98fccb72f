package id.jejak.antrean.client.uat;

import static id.jejak.antrean.client.uat.Bodies.booking;
import static id.jejak.antrean.client.uat.Bodies.morning;
import static id.jejak.antrean.client.uat.Bodies.with;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.MissingNode;

/**
 * The scenarios of the acceptance test, in their order, against any hospital: what was expected and what was said.
 * Texts that the form or four admitted systems have in common must be said word by word; of the others the code counts.
 * Takes one number and cancels it, and registers one patient; more only as far as {@link Reach} says. What cannot be
 * brought about from outside is said to be so. For one thread.
 */
public final class Acceptance {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
  private static final Set<RsMessage> LOOSE = Set.of(RsMessage.PASSWORD_MISSING, RsMessage.DOCTOR_UNKNOWN,
      RsMessage.NO_SESSION, RsMessage.BOOKING_CANCELLED, RsMessage.CHECK_IN_UNKNOWN, RsMessage.CHECK_IN_AGAIN,
      RsMessage.CHECK_IN_OTHER_DAY, RsMessage.CHECK_IN_CANCELLED, RsMessage.DONE, RsMessage.BEYOND_HORIZON,
      RsMessage.CARD_MALFORMED, RsMessage.NIK_MALFORMED, RsMessage.VISIT_KIND_UNKNOWN, RsMessage.REFERENCE_MALFORMED,
      RsMessage.QUOTA_FULL, RsMessage.CARD_INVALID, RsMessage.PHARMACY_CANCELLED, RsMessage.PHARMACY_NOT_QUEUED);
  private static final int FAR_DAYS = 400;
  private static final int NOBODY = 999_999;

  /** What the hospital has, on which the scenarios stand. Prints nothing of the patient. */
  public record Ground(String sub, int doctor, String hours, LocalDate day, LocalDate past, String card, String nik,
      String record, String reference, String newCard, String newNik) {
    @Override
    public String toString() {
      return "Ground[" + sub + " " + doctor + " " + hours + " " + day + "]";
    }
  }

  private final HospitalCalls calls;
  private final Ground ground;
  private final Reach reach;
  private final Consumer<Step> progress;
  private final List<Step> steps = new ArrayList<>();
  private String token = "";

  /**
   * A careful run.
   *
   * @param progress is told each step once it was run
   */
  public Acceptance(HospitalCalls calls, Ground ground, Consumer<Step> progress) {
    this(calls, ground, Reach.CAREFUL, progress);
  }

  /** A run that goes so far. */
  public Acceptance(HospitalCalls calls, Ground ground, Reach reach, Consumer<Step> progress) {
    this.calls = calls;
    this.ground = ground;
    this.reach = reach;
    this.progress = progress;
  }

  /** Runs every scenario. */
  public List<Step> run() {
    step("username atau password salah", RsMessage.WRONG_PASSWORD, calls.token("bukan-password-ini"));
    step("password kosong", RsMessage.PASSWORD_MISSING, calls.token(""));
    var first = step("username dan password benar", RsMessage.DONE, calls.token());
    token = first.response().path("token").asString("");
    step("token tidak berlaku", RsMessage.TOKEN_EXPIRED, calls.call(RsOperations.STATUS, "token-yang-salah", status()));
    statuses();
    var code = take();
    run(RsOperations.REMAINING, "kode booking tidak ada", RsMessage.BOOKING_UNKNOWN, booking("TIDAK-ADA"));
    run(RsOperations.REMAINING, "berhasil", RsMessage.DONE, booking(code));
    run(RsOperations.CHECK_IN, "kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN,
        with(booking("TIDAK-ADA"), "waktu", morning(ground.day())));
    run(RsOperations.CHECK_IN, "bukan pada tanggal periksa", RsMessage.CHECK_IN_OTHER_DAY,
        with(booking(code), "waktu", morning(ground.day().minusDays(3))));
    cancel(code);
    checkIn();
    register();
    full();
    surgeries();
    pharmacy(code);
    return List.copyOf(steps);
  }

  private void statuses() {
    run(RsOperations.STATUS, "poli tidak ditemukan", RsMessage.CLINIC_UNKNOWN, with(status(), "kodepoli", "ZZZ"));
    run(RsOperations.STATUS, "dokter tidak ditemukan", RsMessage.DOCTOR_UNKNOWN, with(status(), "kodedokter", NOBODY));
    run(RsOperations.STATUS, "format tanggal salah", RsMessage.DATE_MALFORMED,
        with(status(), "tanggalperiksa", "01-01-2021"));
    run(RsOperations.STATUS, "tanggal sudah lewat", RsMessage.DATE_PASSED,
        with(status(), "tanggalperiksa", ground.past().toString()));
    run(RsOperations.STATUS, "jadwal praktek tidak ada", RsMessage.NO_SESSION,
        with(status(), "jampraktek", "00:01-00:02"));
    run(RsOperations.STATUS, "berhasil", RsMessage.DONE, status());
  }

  private String take() {
    refused("format tanggal salah", RsMessage.DATE_MALFORMED, with(wish(), "tanggalperiksa", "01-01-2021"));
    refused("tanggal sudah lewat", RsMessage.DATE_PASSED, with(wish(), "tanggalperiksa", ground.past().toString()));
    refused("tanggal terlalu jauh", RsMessage.BEYOND_HORIZON,
        with(wish(), "tanggalperiksa", ground.day().plusDays(FAR_DAYS).toString()));
    refused("poli tidak ditemukan", RsMessage.CLINIC_UNKNOWN, with(wish(), "kodepoli", "ZZZ"));
    refused("dokter tidak ditemukan", RsMessage.DOCTOR_UNKNOWN, with(wish(), "kodedokter", NOBODY));
    refused("jadwal dokter belum tersedia", RsMessage.SESSION_UNKNOWN, with(wish(), "jampraktek", "00:01-00:02"));
    reach.closed().ifPresentOrElse(day -> refused("poli sedang tutup", RsMessage.CLINIC_CLOSED,
        with(wish(), "tanggalperiksa", day.toString())), () -> untried(RsOperations.TAKE, "poli sedang tutup",
        RsMessage.CLINIC_CLOSED, "sebutkan hari tutup dengan --libur"));
    refused("nomor kartu salah", RsMessage.CARD_MALFORMED, with(wish(), "nomorkartu", "kartu-salah"));
    refused("NIK salah", RsMessage.NIK_MALFORMED, with(wish(), "nik", "123x"));
    refused("jenis kunjungan salah", RsMessage.VISIT_KIND_UNKNOWN, with(wish(), "jeniskunjungan", 9));
    refused("pasien baru", RsMessage.NEW_PATIENT, Bodies.wish(ground, ground.newCard(), ground.newNik(), "",
        ground.newCard() + "A00001"));
    var taken = run(RsOperations.TAKE, "berhasil", RsMessage.DONE, wish());
    refused("mengambil kedua kali pada tanggal yang sama", RsMessage.TAKEN_TODAY, wish());
    return taken.response().path("kodebooking").asString("");
  }

  /** A wish that must be refused; where it is granted, the place is given back. */
  private void refused(String scenario, RsMessage expected, Map<String, Object> wish) {
    var said = run(RsOperations.TAKE, scenario, expected, wish);
    if (said.code() == Code.OK.number()) {
      giveBack(said.response().path("kodebooking").asString(""));
    }
  }

  private void giveBack(String code) {
    calls.call(RsOperations.CANCEL, token, with(booking(code), "keterangan", "uji coba"));
  }

  private void cancel(String code) {
    run(RsOperations.CANCEL, "kode booking tidak ada", RsMessage.BOOKING_UNKNOWN,
        with(booking("TIDAK-ADA"), "keterangan", "uji coba"));
    run(RsOperations.CANCEL, "berhasil", RsMessage.DONE, with(booking(code), "keterangan", "uji coba"));
    run(RsOperations.CANCEL, "sudah dibatalkan", RsMessage.CANCELLED_BEFORE,
        with(booking(code), "keterangan", "uji coba"));
    untried(RsOperations.CANCEL, "pasien sudah dilayani", RsMessage.SERVED,
        "pelayanan hanya dapat dicatat di rumah sakit: uji bersama petugas");
    run(RsOperations.REMAINING, "sudah dibatalkan", RsMessage.BOOKING_CANCELLED, booking(code));
    run(RsOperations.CHECK_IN, "sudah dibatalkan", RsMessage.CHECK_IN_CANCELLED,
        with(booking(code), "waktu", morning(ground.day())));
  }

  /** Only on the day itself can a patient come; the number is taken anew for it, and given back if that is possible. */
  private void checkIn() {
    if (reach.today().filter(ground.day()::equals).isEmpty()) {
      var why = "hanya pada tanggal periksa: jalankan dengan --tanggal hari ini";
      untried(RsOperations.CHECK_IN, "berhasil", RsMessage.DONE, why);
      untried(RsOperations.CHECK_IN, "sudah check in", RsMessage.CHECK_IN_AGAIN, why);
      return;
    }
    var taken = calls.call(RsOperations.TAKE, token, wish());
    var code = taken.response().path("kodebooking").asString("");
    if (taken.code() != Code.OK.number()) {
      var why = "nomor tidak dapat diambil lagi: " + taken.message();
      untried(RsOperations.CHECK_IN, "berhasil", RsMessage.DONE, why);
      untried(RsOperations.CHECK_IN, "sudah check in", RsMessage.CHECK_IN_AGAIN, why);
      return;
    }
    var here = with(booking(code), "waktu", morning(ground.day()));
    run(RsOperations.CHECK_IN, "berhasil", RsMessage.DONE, here);
    run(RsOperations.CHECK_IN, "sudah check in", RsMessage.CHECK_IN_AGAIN, here);
    giveBack(code);
  }

  private void register() {
    for (var field : NewcomerFields.IN_ORDER) {
      run(RsOperations.REGISTER, field.name() + " kosong", field.empty(), with(newcomer(), field.name(), ""));
      if (field.wrong() != field.empty()) {
        run(RsOperations.REGISTER, field.name() + " salah format", field.wrong(),
            with(newcomer(), field.name(), "123x"));
      }
    }
    run(RsOperations.REGISTER, "berhasil", RsMessage.REGISTERED, newcomer());
    run(RsOperations.REGISTER, "data sudah pernah dientrikan", RsMessage.PATIENT_THERE, newcomer());
  }

  /** A session with few places left is filled up by made-up patients. */
  private void full() {
    var scenario = "kuota penuh";
    var left = calls.call(RsOperations.STATUS, token, status()).response();
    int places = (left.has("sisakuotajkn") ? left.path("sisakuotajkn") : left.path("sisaquotajkn")).asInt(-1);
    if (places < 0 || places > reach.fill()) {
      untried(RsOperations.TAKE, scenario, RsMessage.QUOTA_FULL, "sisa kuota " + places + ": pilih sesi kecil dan"
          + " izinkan dengan --isi " + Math.clamp(places, 1, Reach.MOST) + " atau lebih");
      return;
    }
    var filling = new Filling(calls, token, ground);
    try {
      step(scenario, RsMessage.QUOTA_FULL, filling.overfill(places));
    } finally {
      filling.release();
    }
  }

  private void surgeries() {
    var from = ground.day().toString();
    run(RsOperations.SURGERIES, "tanggal akhir lebih kecil", RsMessage.SPAN_REVERSED,
        Map.of("tanggalawal", from, "tanggalakhir", ground.day().minusDays(1).toString()));
    run(RsOperations.SURGERIES, "format tanggal salah", RsMessage.DATE_MALFORMED,
        Map.of("tanggalawal", "01-01-2021", "tanggalakhir", from));
    run(RsOperations.SURGERIES, "berhasil", RsMessage.DONE, Map.of("tanggalawal", from, "tanggalakhir",
        ground.day().plusDays(30).toString()));
    run(RsOperations.SURGERIES_OF_MEMBER, "nomor kartu salah", RsMessage.CARD_INVALID, Map.of("nopeserta", "123"));
    run(RsOperations.SURGERIES_OF_MEMBER, "berhasil", RsMessage.DONE, Map.of("nopeserta", ground.newCard()));
  }

  /** Only hospitals with a queue in their pharmacy have these two. */
  private void pharmacy(String cancelled) {
    var unknown = calls.call(RsOperations.TAKE_PHARMACY, token, booking("TIDAK-ADA"));
    if (unknown.code() == 0 || unknown.http() == 404) {
      var why = "rumah sakit ini tidak punya antrean farmasi";
      untried(RsOperations.TAKE_PHARMACY, "kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN, why);
      untried(RsOperations.PHARMACY_STATUS, "kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN, why);
      return;
    }
    step("kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN, unknown);
    run(RsOperations.TAKE_PHARMACY, "booking sudah dibatalkan", RsMessage.PHARMACY_CANCELLED, booking(cancelled));
    untried(RsOperations.TAKE_PHARMACY, "berhasil", RsMessage.DONE,
        "resep hanya dapat ditulis di rumah sakit: uji bersama petugas");
    run(RsOperations.PHARMACY_STATUS, "kode booking tidak ada", RsMessage.CHECK_IN_UNKNOWN, booking("TIDAK-ADA"));
    run(RsOperations.PHARMACY_STATUS, "belum masuk antrean farmasi", RsMessage.PHARMACY_NOT_QUEUED,
        booking(cancelled));
  }

  private Spoken run(Operation operation, String scenario, RsMessage expected, Map<String, ?> body) {
    return step(scenario, expected, calls.call(operation, token, body));
  }

  private Spoken step(String scenario, RsMessage expected, Spoken said) {
    boolean words = said(expected).matcher(said.message()).matches();
    boolean passed = said.code() == expected.code().number() && (words || LOOSE.contains(expected));
    keep(new Step(said.service(), scenario, expected.code().number(), expected.text(), said,
        passed ? Step.Result.MET : Step.Result.BROKEN, passed && !words ? "other words" : ""));
    return said;
  }

  private void untried(Operation operation, String scenario, RsMessage expected, String why) {
    keep(new Step(operation.title(), scenario, expected.code().number(), expected.text(), new Spoken(operation.title(),
        "", 0, 0, "", MissingNode.getInstance()), Step.Result.NOT_TRIED, why));
  }

  private void keep(Step step) {
    steps.add(step);
    progress.accept(step);
  }

  private static Pattern said(RsMessage expected) {
    return Pattern.compile(PLACEHOLDER.splitAsStream(expected.text()).map(Pattern::quote)
        .collect(Collectors.joining(".*")) + (expected.text().endsWith("}") ? ".*" : ""), Pattern.CASE_INSENSITIVE);
  }

  private Map<String, Object> status() {
    return Bodies.status(ground);
  }

  private Map<String, Object> wish() {
    return Bodies.wish(ground);
  }

  private Map<String, Object> newcomer() {
    return NewcomerFields.body(ground.newCard(), ground.newNik());
  }
}
