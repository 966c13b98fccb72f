package id.jejak.antrean.contract;

import static id.jejak.antrean.contract.Describe.UNKNOWN_BOOKING;
import static id.jejak.antrean.contract.Describe.answers;
import static id.jejak.antrean.contract.Describe.empty;
import static id.jejak.antrean.contract.Describe.later;
import static id.jejak.antrean.contract.Describe.malformed;
import static id.jejak.antrean.contract.Describe.no;
import static id.jejak.antrean.contract.Describe.optional;
import static id.jejak.antrean.contract.Describe.required;
import static id.jejak.antrean.contract.Describe.yes;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** The services that BPJS hosts and the slides do not have yet, in the order of the catalogue. */
@Source(grade = Grade.CERTAIN, ref = "Katalog WS Antrean BPJS, read in public copies; facts 5", seen = "2026-11")
public final class LaterOperations {
  private static final String NOTHING = "nothing to list";
  private static final Param DAY = required("tanggal", "String", "yyyy-mm-dd", "\"2021-04-16\"");
  private static final Param VIEW = required("waktu", "String", "rs (waktu kirim RS) / server (waktu terima BPJS)",
      "\"rs\"");
  private static final String REGISTERED = """
      {"list": [{"kodebooking": "ABC0000001", "tanggal": "2021-03-24", "kodepoli": "INT", "kodedokter": 1234,
       "jampraktek": "08:00-17:00", "nik": "2749494383830001", "nokapst": "0000000000013", "nohp": "081234567890",
       "norekammedis": "654321", "jeniskunjungan": 1, "nomorreferensi": "1029R0021221K000012",
       "sumberdata": "Mobile JKN", "ispeserta": 1, "noantrean": "INT-0001", "estimasidilayani": 1669278161000,
       "createdtime": 1669278161000, "status": "Selesai dilayani"}]}""";
  private static final String WAITS = """
      {"list": [{"kdppk": "1311R002", "waktu_task1": 0, "avg_waktu_task4": 0, "jumlah_antrean": 1,
       "avg_waktu_task3": 0, "namapoli": "BEDAH", "avg_waktu_task6": 0, "avg_waktu_task5": 0,
       "nmppk": "RSU AISYIYAH", "avg_waktu_task2": 0, "avg_waktu_task1": 0, "kodepoli": "BED", "waktu_task5": 0,
       "waktu_task4": 0, "waktu_task3": 0, "insertdate": 1627873951000, "tanggal": "2021-04-16", "waktu_task2": 0,
       "waktu_task6": 0}]}""";
  private static final String[] DRAWN = {
      "waktu_taskN is a sum in seconds, avg_waktu_taskN the mean over the bookings that have both ends.",
      "Cancelled bookings are not counted. Figures are drawn when asked for, so insertdate is now.",
      "A clinic without a booking has no row."};

  /** Referensi Poli. */
  public static final Operation CLINICS = answers(later("antrean.clinic.list", "GET", "/ref/poli", "Referensi Poli",
      "Lists clinics and subspecialties. Encrypted, code 1.")
      .example("""
          {"list": [{"nmpoli": "ANAK", "nmsubspesialis": "ANAK ALERGI IMUNOLOGI", "kdsubspesialis": "027",
           "kdpoli": "ANA"}]}"""),
      yes(Message.REFERENCE, "otherwise; code 200 by setting"));

  /** Referensi Dokter. */
  public static final Operation DOCTORS = answers(later("antrean.doctor.list", "GET", "/ref/dokter",
      "Referensi Dokter", "Lists the doctors of HFIS. Encrypted, code 1.")
      .example("{\"list\": [{\"namadokter\": \"{nama dokter}\", \"kodedokter\": 700}]}"),
      yes(Message.REFERENCE, "otherwise; code 200 by setting"));

  /** Referensi Poli Fingerprint. */
  public static final Operation FINGERPRINT_CLINICS = answers(later("antrean.fingerprint.clinics", "GET",
      "/ref/poli/fp", "Referensi Poli Fingerprint",
      "Lists the clinics at which a member shows a finger. Encrypted, code 1.")
      .example("""
          {"list": [{"kodesubspesialis": "027", "namasubspesialis": "Anak Alergi Imunologi", "kodepoli": "ANA",
           "namapoli": "ANAK"}]}"""),
      yes(Message.FINGERPRINT, "otherwise; code 200 by setting"));

  /** Referensi Pasien Fingerprint. */
  public static final Operation FINGERPRINT = answers(later("antrean.fingerprint.get", "GET",
      "/ref/pasien/fp/identitas/{identitas}/noidentitas/{noidentitas}", "Referensi Pasien Fingerprint",
      "Tells whether a member's finger is registered. One object, encrypted, code 1.")
      .params(required("identitas", "String", "nik / noka", "\"noka\""),
          required("noidentitas", "String", "nomor", "\"0000000000031\""))
      .example("{\"nomorkartu\": \"0000000000031\", \"nik\": \"6748373747440003\", \"tgllahir\": \"2000-04-02\","
          + " \"daftarfp\": 1}"),
      no(Message.IDENTITY_UNKNOWN, "neither nik nor noka"),
      no(Message.PATIENT_UNKNOWN, "no such member"),
      yes(Message.FINGERPRINT, "otherwise; code 200 by setting"));

  /** Tambah Antrean Farmasi. */
  public static final Operation ADD_PHARMACY = answers(later("antrean.pharmacy.add", "POST", "/antrean/farmasi/add",
      "Tambah Antrean Farmasi", "Tells the number of a patient in the pharmacy's queue.")
      .params(Describe.BOOKING, required("jenisresep", "String", "racikan / non racikan", "\"racikan\""),
          required("nomorantrean", "Integer", "nomor antrean farmasi", "1"),
          optional("keterangan", "String", "informasi", "\"\""))
      .inferred("A second one of the same booking answers 208."),
      empty("kodebooking"), malformed("nomorantrean", "no whole number from 1"),
      no(Message.PRESCRIPTION_UNKNOWN, "jenisresep is neither of the two"),
      UNKNOWN_BOOKING, no(Message.BOOKING_CANCELLED, "cancelled, or told as absent"),
      no(Message.BOOKING_TAKEN, "it has a number already"),
      yes(Message.OK, "otherwise"));

  /** Dashboard Per Tanggal. */
  public static final Operation WAITS_OF_DAY = answers(later("antrean.dashboard.day", "GET",
      "/dashboard/waktutunggu/tanggal/{tanggal}/waktu/{waktu}", "Dashboard Per Tanggal",
      "Waiting and service times of a day by clinic. Plain.").params(DAY, VIEW).inferred(DRAWN).example(WAITS),
      no(Message.DATE_MALFORMED, "tanggal is no date"), no(Message.VIEW_UNKNOWN, "waktu is neither rs nor server"),
      no(Message.NO_CONTENT, NOTHING),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Dashboard Per Bulan. */
  public static final Operation WAITS_OF_MONTH = answers(later("antrean.dashboard.month", "GET",
      "/dashboard/waktutunggu/bulan/{bulan}/tahun/{tahun}/waktu/{waktu}", "Dashboard Per Bulan",
      "Waiting and service times of a month by clinic and day. Plain.")
      .params(required("bulan", "String", "MM", "\"07\""), required("tahun", "String", "yyyy", "\"2021\""),
          required("waktu", "String", "rs / server", "\"server\""))
      .inferred(DRAWN).example(WAITS),
      no(Message.DATE_MALFORMED, "no month of two digits, or no year of four"),
      no(Message.VIEW_UNKNOWN, "waktu is neither rs nor server"), no(Message.NO_CONTENT, NOTHING),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Antrean Per Tanggal. */
  public static final Operation REGISTERED_ON = answers(later("antrean.registration.day", "GET",
      "/antrean/pendaftaran/tanggal/{tanggal}", "Antrean Per Tanggal", "Lists the bookings of a day. Encrypted.")
      .params(required("tanggal", "String", "yyyy-mm-dd", "\"2021-03-24\"")).example(REGISTERED),
      no(Message.DATE_MALFORMED, "tanggal is no date"), no(Message.NO_CONTENT, NOTHING),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Antrean Per Kode Booking. */
  public static final Operation REGISTERED_AS = answers(later("antrean.registration.get", "GET",
      "/antrean/pendaftaran/kodebooking/{kodebooking}", "Antrean Per Kode Booking",
      "Shows one booking, in a list. Encrypted.")
      .params(required("kodebooking", "String", "kode booking, percent-encoded", "\"ABC0000001\""))
      .example(REGISTERED),
      no(Message.NO_CONTENT, "no such booking of this hospital"),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Antrean Belum Dilayani. */
  public static final Operation REGISTERED_OPEN = answers(later("antrean.registration.open", "GET",
      "/antrean/pendaftaran/aktif", "Antrean Belum Dilayani",
      "Lists the bookings from today on whose patient was not called yet. Encrypted.").example(REGISTERED),
      no(Message.NO_CONTENT, NOTHING),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Antrean Belum Dilayani Per Poli Per Dokter Per Hari Per Jam Praktek. */
  public static final Operation REGISTERED_SESSION = answers(later("antrean.registration.session", "GET",
      "/antrean/pendaftaran/kodepoli/{kodepoli}/kodedokter/{kodedokter}/hari/{hari}/jampraktek/{jampraktek}",
      "Antrean Belum Dilayani Per Poli Per Dokter Per Hari Per Jam Praktek",
      "Lists the open bookings of one session from today on. Encrypted.")
      .params(required("kodepoli", "String", "kode subspesialis", "\"ANA\""),
          required("kodedokter", "Integer", "kode dokter", "12345"),
          required("hari", "Integer", "1 senin - 7 minggu, 8 libur nasional", "1"),
          required("jampraktek", "String", "jam praktek", "\"08:00-16:00\""))
      .inferred("hari is that of the visit's date.").example(REGISTERED),
      malformed("kodedokter", "a part of the path is not written as the table says"),
      no(Message.NO_CONTENT, NOTHING),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** All, in the order of the catalogue. */
  public static final List<Operation> ALL = List.of(CLINICS, DOCTORS, FINGERPRINT_CLINICS, FINGERPRINT, ADD_PHARMACY,
      WAITS_OF_DAY, WAITS_OF_MONTH, REGISTERED_ON, REGISTERED_AS, REGISTERED_OPEN, REGISTERED_SESSION);

  private LaterOperations() {}
}
