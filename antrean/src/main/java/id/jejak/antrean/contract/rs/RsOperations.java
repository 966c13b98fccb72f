package id.jejak.antrean.contract.rs;

import id.jejak.antrean.contract.Code;
import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The services that each hospital hosts, in the order of the slides, the two later ones last. Each hospital has its own
 * paths and tells BPJS; those here are ours unless configured otherwise.
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Katalog Web Service Antrean - RS", seen = "2026-11")
public final class RsOperations {
  /** Generate Token. */
  public static final Operation TOKEN = answers(hospital("rs.token.get", "GET", "/token",
      "Generate Token",
      "Gives the token that every other call needs; user and password come in headers.")
      .example("""
          {"token": "1231242353534645645"}"""),
      RsMessage.PASSWORD_MISSING, RsMessage.WRONG_PASSWORD, RsMessage.DONE);

  /** Get Status Antrean. */
  public static final Operation STATUS = answers(hospital("rs.queue.status", "POST", "/statusantrean",
      "Get Status Antrean",
      "The state of one session, asked for before a number is taken.")
      .params(param("kodepoli", "String", "kode subspesialis BPJS", "\"ANA\""),
          param("kodedokter", "Integer", "kode dokter BPJS", "12346"),
          param("tanggalperiksa", "String", "yyyy-mm-dd", "\"2020-01-28\""),
          param("jampraktek", "String", "jam praktek", "\"08:00-16:00\""))
      .example("""
          {"namapoli": "Anak", "namadokter": "Dr. Hendra", "totalantrean": 25, "sisaantrean": 4,
          "antreanpanggil": "A-21", "sisakuotajkn": 5, "kuotajkn": 30, "sisakuotanonjkn": 5,
          "kuotanonjkn": 30, "keterangan": ""}"""),
      RsMessage.CLINIC_UNKNOWN, RsMessage.DOCTOR_UNKNOWN, RsMessage.DATE_MALFORMED, RsMessage.DATE_PASSED,
      RsMessage.NO_SESSION, RsMessage.DONE);

  /** Ambil Antrean. */
  public static final Operation TAKE = answers(hospital("rs.queue.take", "POST", "/ambilantrean",
      "Ambil Antrean",
      "Takes a number for a patient. 202 sends the patient to Pasien Baru first.")
      .params(param("nomorkartu", "String", "kosong jika NON JKN", "\"00012345678\""),
          param("nik", "String", "nik", "\"3212345678987654\""),
          param("nohp", "String", "no hp", "\"085635228888\""),
          param("kodepoli", "String", "kode subspesialis BPJS", "\"ANA\""),
          param("norm", "String", "no rekam medis yang tercatat pada VClaim", "\"123345\""),
          param("tanggalperiksa", "String", "yyyy-mm-dd", "\"2021-01-28\""),
          param("kodedokter", "Integer", "kode dokter BPJS", "12345"),
          param("jampraktek", "String", "jam praktek", "\"08:00-16:00\""),
          param("jeniskunjungan", "Integer", "1-4", "1"),
          param("nomorreferensi", "String", "rujukan atau surat kontrol", "\"0001R0040116A000001\""))
      .example("""
          {"nomorantrean": "A-12", "angkaantrean": 12, "kodebooking": "16032021A001", "norm": "123345",
          "namapoli": "Anak", "namadokter": "Dr. Hendra", "estimasidilayani": 1615869169000,
          "sisakuotajkn": 5, "kuotajkn": 30, "sisakuotanonjkn": 5, "kuotanonjkn": 30,
          "keterangan": "Peserta harap 60 menit lebih awal guna pencatatan administrasi."}""")
      .inferred("The path is free: each hospital tells BPJS its own.",
          "The slides want a number taken the day before at the latest; in the field the same day is allowed. With the"
              + " setting queue.strict the same day is refused: Pengambilan nomor antrian paling cepat H - 1."),
      RsMessage.CLINIC_UNKNOWN, RsMessage.DOCTOR_UNKNOWN, RsMessage.DATE_MALFORMED, RsMessage.DATE_PASSED,
      RsMessage.BEYOND_HORIZON, RsMessage.CLINIC_CLOSED, RsMessage.SESSION_UNKNOWN,
      RsMessage.SESSION_OVER, RsMessage.CARD_MALFORMED, RsMessage.NIK_MALFORMED, RsMessage.VISIT_KIND_UNKNOWN,
      RsMessage.REFERENCE_MALFORMED, RsMessage.TAKEN_TODAY, RsMessage.REFERENCE_TAKEN, RsMessage.REFERRAL_EXPIRED,
      RsMessage.QUOTA_FULL, RsMessage.NEW_PATIENT, RsMessage.DONE);

  /** Get Sisa Antrean. */
  public static final Operation REMAINING = answers(hospital("rs.queue.remaining", "POST", "/sisaantrean",
      "Get Sisa Antrean",
      "How long one patient still waits, on the day.")
      .params(param("kodebooking", "String", "kode booking", "\"16032021A001\""))
      .example("""
          {"nomorantrean": "A20", "namapoli": "Anak", "namadokter": "Dr. Hendra", "sisaantrean": 12,
          "antreanpanggil": "A-8", "waktutunggu": 9000, "keterangan": ""}"""),
      RsMessage.BOOKING_UNKNOWN, RsMessage.BOOKING_CANCELLED, RsMessage.DONE);

  /** Batal Antrean. */
  public static final Operation CANCEL = answers(hospital("rs.queue.cancel", "POST", "/batalantrean",
      "Batal Antrean",
      "Cancels a booking.")
      .params(param("kodebooking", "String", "kode booking", "\"16032021A001\""),
          param("keterangan", "String", "alasan pasien membatalkan", "\"Ada kebutuhan mendadak\"")),
      RsMessage.BOOKING_UNKNOWN, RsMessage.CANCELLED_BEFORE, RsMessage.SERVED, RsMessage.CANCEL_TOO_LATE,
      RsMessage.DONE);

  /** Check In. */
  public static final Operation CHECK_IN = answers(hospital("rs.queue.checkin", "POST", "/checkinantrean",
      "Check In",
      "The patient is here; the waiting time begins.")
      .params(param("kodebooking", "String", "kode booking", "\"16032021A001\""),
          param("waktu", "Integer", "milidetik", "1616559330000")),
      RsMessage.MILLIS_EXPECTED, RsMessage.CHECK_IN_UNKNOWN, RsMessage.CHECK_IN_CANCELLED, RsMessage.CHECK_IN_AGAIN,
      RsMessage.CHECK_IN_OTHER_DAY, RsMessage.CHECK_IN_OVER, RsMessage.DONE);

  /** Data Pasien Baru. */
  public static final Operation REGISTER = answers(hospital("rs.patient.register", "POST", "/pasienbaru",
      "Data Pasien Baru",
      "Registers a patient who has no medical record.")
      .params(param("nomorkartu", "String", "nomor kartu", "\"00012345678\""),
          param("nik", "String", "nik", "\"3212345678987654\""),
          param("nomorkk", "String", "nomor KK", "\"3212345678987654\""),
          param("nama", "String", "nama", "\"sumarsono\""),
          param("jeniskelamin", "String", "L / P", "\"L\""),
          param("tanggallahir", "String", "yyyy-mm-dd; the slides write tanggalahir", "\"1985-03-01\""),
          param("nohp", "String", "no hp", "\"085635228888\""),
          param("alamat", "String", "alamat", "\"alamat yang muncul merupakan alamat lengkap\""),
          param("kodeprop", "String", "kode propinsi BPJS", "\"11\""),
          param("namaprop", "String", "propinsi", "\"Jawa Barat\""),
          param("kodedati2", "String", "kode dati 2", "\"0120\""),
          param("namadati2", "String", "dati 2", "\"Kab. Bandung\""),
          param("kodekec", "String", "kode kecamatan", "\"1319\""),
          param("namakec", "String", "kecamatan", "\"Soreang\""),
          param("kodekel", "String", "kode kelurahan", "\"D2105\""),
          param("namakel", "String", "kelurahan", "\"Cingcin\""),
          param("rw", "String", "RW", "\"001\""),
          param("rt", "String", "RT", "\"013\""))
      .example("""
          {"norm": "123456"}"""),
      RsMessage.CARD_EMPTY, RsMessage.CARD_WRONG, RsMessage.NIK_EMPTY, RsMessage.NIK_WRONG,
      RsMessage.FAMILY_CARD_EMPTY, RsMessage.NAME_EMPTY, RsMessage.SEX_EMPTY, RsMessage.BIRTH_EMPTY,
      RsMessage.BIRTH_WRONG, RsMessage.PHONE_EMPTY, RsMessage.ADDRESS_EMPTY, RsMessage.PROVINCE_CODE_EMPTY,
      RsMessage.PROVINCE_EMPTY, RsMessage.REGENCY_CODE_EMPTY, RsMessage.REGENCY_EMPTY,
      RsMessage.DISTRICT_CODE_EMPTY, RsMessage.DISTRICT_EMPTY, RsMessage.VILLAGE_CODE_EMPTY,
      RsMessage.VILLAGE_EMPTY, RsMessage.RW_EMPTY, RsMessage.RT_EMPTY, RsMessage.FIELD_MALFORMED,
      RsMessage.PATIENT_THERE,
      RsMessage.REGISTERED);

  /** Jadwal Operasi RS. */
  public static final Operation SURGERIES = answers(hospital("rs.surgery.list", "POST", "/jadwaloperasirs",
      "Jadwal Operasi RS",
      "Lists the planned operations of some days.")
      .params(param("tanggalawal", "String", "yyyy-mm-dd", "\"2019-12-11\""),
          param("tanggalakhir", "String", "yyyy-mm-dd", "\"2019-12-13\""))
      .example("""
          {"list": [{"kodebooking": "123456ZXC", "tanggaloperasi": "2019-12-11",
          "jenistindakan": "operasi gigi", "kodepoli": "001", "namapoli": "Poli Bedah Mulut", "terlaksana": 1,
          "nopeserta": "0000000924782", "lastupdate": 1577417743000}]}"""),
      RsMessage.DATE_MALFORMED, RsMessage.SPAN_REVERSED, RsMessage.DONE);

  /** Jadwal Operasi Pasien. */
  public static final Operation SURGERIES_OF_MEMBER = answers(
      hospital("rs.surgery.member", "POST", "/jadwaloperasipasien",
      "Jadwal Operasi Pasien",
      "Lists the planned operations of a member.")
      .params(param("nopeserta", "String", "nomor kartu", "\"0000000000123\""))
      .example("""
          {"list": [{"kodebooking": "123456ZXC", "tanggaloperasi": "2020-12-25",
          "jenistindakan": "operasi gigi", "kodepoli": "001", "namapoli": "Poli Bedah Mulut",
          "terlaksana": 0}]}"""),
      RsMessage.CARD_INVALID, RsMessage.DONE);

  /** Ambil Antrean Farmasi. */
  public static final Operation TAKE_PHARMACY = answers(
      hospitalLater("rs.pharmacy.take", "POST", "/ambilantreanfarmasi",
      "Ambil Antrean Farmasi",
      "Takes a number in the pharmacy's queue.")
      .params(param("kodebooking", "String", "kode booking", "\"00012345678\""))
      .example("""
          {"jenisresep": "Racikan", "nomorantrean": 1, "keterangan": ""}"""),
      RsMessage.CHECK_IN_UNKNOWN, RsMessage.PHARMACY_CANCELLED, RsMessage.PHARMACY_NOT_HERE,
      RsMessage.NO_PRESCRIPTION, RsMessage.DONE);

  /** Status Antrean Farmasi. */
  public static final Operation PHARMACY_STATUS = answers(
      hospitalLater("rs.pharmacy.status", "POST", "/statusantreanfarmasi",
      "Status Antrean Farmasi",
      "The state of the pharmacy's queue for a patient.")
      .params(param("kodebooking", "String", "kode booking", "\"00012345678\""))
      .example("""
          {"jenisresep": "Racikan", "totalantrean": 10, "sisaantrean": 8, "antreanpanggil": 2,
          "keterangan": ""}"""),
      RsMessage.CHECK_IN_UNKNOWN, RsMessage.PHARMACY_NOT_QUEUED, RsMessage.DONE);

  /** All, in order. */
  public static final List<Operation> ALL = List.of(TOKEN, STATUS, TAKE, REMAINING, CANCEL, CHECK_IN,
      REGISTER, SURGERIES, SURGERIES_OF_MEMBER, TAKE_PHARMACY, PHARMACY_STATUS);

  private RsOperations() {}

  private static Operation hospital(String id, String method, String path, String title, String purpose) {
    return described(id, method, path, title, purpose, "slides of May 2021, " + title);
  }

  private static Operation hospitalLater(String id, String method, String path, String title, String purpose) {
    return described(id, method, path, title, purpose, "Katalog WS Antrean RS (later than the slides), " + title);
  }

  private static Operation described(String id, String method, String path, String title, String purpose,
      String origin) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), origin, false, List.of(),
        List.of("The path is free: each hospital tells BPJS its own."), "");
  }

  private static Param param(String name, String type, String description, String example) {
    return new Param(name, Need.REQUIRED, type, description, example);
  }

  /** In order of precedence, the success last; a token comes before everything else. */
  private static Operation answers(Operation operation, RsMessage... own) {
    var all = new ArrayList<Outcome>();
    if (!operation.method().equals("GET")) {
      all.add(outcome(RsMessage.TOKEN_EXPIRED));
      all.add(outcome(RsMessage.TOKEN_INVALID));
      all.add(outcome(RsMessage.UNREADABLE));
    }
    var done = own[own.length - 1];
    for (var message : own) {
      if (message != done) {
        all.add(outcome(message));
      }
    }
    all.add(outcome(RsMessage.BROKEN));
    all.add(outcome(done)); // the plain success stands last
    return operation.outcomes(all.toArray(Outcome[]::new));
  }

  private static Outcome outcome(RsMessage message) {
    return new Outcome(code(message), message.code() == Code.OK, message.text(),
        message.grade() == Grade.INFERRED ? "our own words" : message.grade().name().toLowerCase(Locale.ROOT));
  }

  /** The number on the wire and a name, since many refusals share a number: {@code 201 clinic unknown}. */
  public static String code(RsMessage message) {
    return message.code().number() + " " + message.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
