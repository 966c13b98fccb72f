package id.jejak.antrean.contract;

import static id.jejak.antrean.contract.Describe.UNKNOWN_BOOKING;
import static id.jejak.antrean.contract.Describe.answers;
import static id.jejak.antrean.contract.Describe.empty;
import static id.jejak.antrean.contract.Describe.malformed;
import static id.jejak.antrean.contract.Describe.no;
import static id.jejak.antrean.contract.Describe.optional;
import static id.jejak.antrean.contract.Describe.required;
import static id.jejak.antrean.contract.Describe.requiredIf;
import static id.jejak.antrean.contract.Describe.slides;
import static id.jejak.antrean.contract.Describe.yes;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The services that BPJS hosts, in the order of the slides; and the list of all, in which later ones stand after. */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Katalog Web Service Antrean - BPJS", seen = "2026-11")
public final class AntreanOperations {
  /** The address of the slides, and the one in use since. */
  public static final List<String> BASES = List.of("/arsws/rest/v2", "/antreanrs");

  private static final String DATE = "yyyy-mm-dd";

  /** Jadwal Dokter. */
  public static final Operation SCHEDULE = answers(slides("antrean.schedule.get", "GET",
      "/jadwaldokter/kodepoli/{kodepoli}/tanggal/{tanggal}", "Jadwal Dokter",
      "Lists the doctors who practise at a clinic on a date, as HFIS has them. Encrypted.")
      .params(required("kodepoli", "String", "kode poli pada referensi BPJS", "\"ANA\""),
          required("tanggal", "String", DATE, "\"2021-08-07\""))
      .inferred("On a national holiday the weekday's sessions are listed with libur 1, hari 8 and LIBUR_NAS; sessions"
              + " of hari 8 with libur 0.",
          "kodepoli may name the clinic or a subspecialty.",
          "The path of 2021 answers {\"list\": [...]} with blanks in jadwal, the later one a bare array without.")
      .example("""
          {"list": [{"kodesubspesialis": "ANA", "hari": 4, "kapasitaspasien": 54, "libur": 0, "namahari": "KAMIS",
           "jadwal": "08:00 - 12:00", "namasubspesialis": "ANAK", "namadokter": "DR. OKTORA WAHYU WIJAYANTO, SP.A",
           "kodepoli": "ANA", "namapoli": "Anak", "kodedokter": 33690}]}"""),
      no(Message.DATE_MALFORMED, "tanggal is no date"),
      no(Message.NO_CONTENT, "nobody practises there that day, or there is no such clinic"),
      yes(Message.OK, "otherwise"));

  /** Update Jadwal Dokter HFIS, at the path of the slides. */
  public static final Operation UPDATE_SCHEDULE = change("antrean.schedule.update", "/updatejadwaldokter",
      "Update Jadwal Dokter HFIS");

  /** Update Jadwal Dokter HFIS, at the later path. */
  public static final Operation UPDATE_SCHEDULE_LATER = change("antrean.schedule.updatelater",
      "/jadwaldokter/updatejadwaldokter", "Update Jadwal Dokter HFIS (path of the later catalogue)");

  private static Operation change(String id, String path, String title) {
    return answers(slides(id, "POST", path, title,
        "Asks for other hours of a doctor. The branch office decides in the evening, the system at night; what is"
            + " approved holds from the next day.")
        .params(required("kodepoli", "String", "kode poli", "\"ANA\""),
            required("kodesubspesialis", "String", "kode subspesialis", "\"ANA\""),
            required("kodedokter", "Integer", "kode dokter", "12346"),
            required("jadwal", "Array Object", "hari 1-8, buka dan tutup HH:mm",
                "[{\"hari\": \"1\", \"buka\": \"08:00\", \"tutup\": \"10:00\"},"
                    + " {\"hari\": \"2\", \"buka\": \"15:00\", \"tutup\": \"17:00\"}]"))
        .inferred("The days that are named get these sessions and no others; days not named stay as they are.",
            "A second request of the same day takes the place of the first.",
            "A kodesubspesialis that there is not (the slides print 1) stands for the doctor's own at that clinic.",
            "New sessions have the capacity of the doctor's old ones."),
        empty("kodepoli"), malformed("jadwal", "no list of 1 to 56 sessions with hari 1 to 8 and hours"),
        no(Message.SESSIONS_OVERLAP, "two sessions of one day have a minute in common"),
        no(Message.DOCTOR_UNKNOWN, "HFIS has no such doctor at that clinic of this hospital"),
        no(Message.CHANGES_CLOSED, "asked after 20:00 WIB"),
        yes(Message.OK, "otherwise"));
  }

  /** Tambah Antrean. */
  public static final Operation ADD = answers(slides("antrean.queue.add", "POST", "/antrean/add", "Tambah Antrean",
      "Tells BPJS of a patient who registered at the hospital, member or not; bookings of Mobile JKN are known"
          + " already.")
      .params(required("kodebooking", "String", "unik", "\"16032021A001\""),
          required("jenispasien", "String", "JKN / NON JKN; the slides write \"jenis pasien\"", "\"JKN\""),
          requiredIf("nomorkartu", "String", "noka pasien BPJS, kosong jika NON JKN", "\"00012345678\""),
          required("nik", "String", "nik pasien", "\"3212345678987654\""),
          required("nohp", "String", "no hp pasien", "\"085635228888\""),
          required("kodepoli", "String", "memakai kode subspesialis BPJS", "\"ANA\""),
          required("namapoli", "String", "nama poli", "\"Anak\""),
          optional("pasienbaru", "Integer", "1 ya, 0 tidak; not in the slides", "0"),
          required("norm", "String", "no rekam medis pasien", "\"123345\""),
          required("tanggalperiksa", "String", DATE, "\"2021-01-28\""),
          required("kodedokter", "Integer", "kode dokter BPJS", "12345"),
          required("namadokter", "String", "nama dokter", "\"Dr. Hendra\""),
          required("jampraktek", "String", "jam praktek dokter", "\"08:00-16:00\""),
          required("jeniskunjungan", "Integer",
              "1 Rujukan FKTP, 2 Rujukan Internal, 3 Kontrol, 4 Rujukan Antar RS", "1"),
          requiredIf("nomorreferensi", "String", "nomor rujukan/kontrol pasien JKN, kosong jika NON JKN",
              "\"0001R0040116A000001\""),
          required("nomorantrean", "String", "nomor antrean pasien", "\"A-12\""),
          required("angkaantrean", "Integer", "angka antrean", "12"),
          required("estimasidilayani", "Integer", "waktu estimasi dilayani dalam milisecond", "1615869169000"),
          optional("sisakuotajkn", "Integer", "sisa kuota JKN", "5"),
          optional("kuotajkn", "Integer", "kuota JKN", "30"),
          optional("sisakuotanonjkn", "Integer", "sisa kuota non JKN", "5"),
          optional("kuotanonjkn", "Integer", "kuota non JKN", "30"),
          optional("keterangan", "String", "informasi untuk pasien",
              "\"Peserta harap 30 menit lebih awal guna pencatatan administrasi.\""))
      .inferred("A code is unique within a hospital: the pattern of the slides would repeat it in every other one.",
          "A repeat answers 208 whatever else it holds; a difference is logged for the operator.",
          "A visit may be told until seven days after it, so that a hospital can catch up.",
          "A reference that this server does not know is taken for good unless the setting antrean.references is"
              + " strict; one that it knows is judged."),
      empty("kodebooking"), malformed("nik", "a field is not written as the table says; the first one is named"),
      no(Message.DATE_MALFORMED, "tanggalperiksa is no date"),
      no(Message.VISIT_KIND_UNKNOWN, "jeniskunjungan is not 1 to 4"),
      no(Message.MILLIS_EXPECTED, "estimasidilayani is in seconds, or no time"),
      no(Message.BOOKING_TAKEN, "the hospital used this code before"),
      no(Message.VISIT_DAY_PASSED, "the visit is more than seven days ago"),
      no(Message.CLINIC_UNKNOWN, "no such subspecialty"),
      no(Message.DOCTOR_UNKNOWN, "HFIS has no such doctor"),
      no(Message.SESSION_UNKNOWN, "HFIS has no such session of this doctor that day"),
      no(Message.REFERENCE_INVALID, "JKN: nomorreferensi is none, or, when strict, unknown"),
      no(Message.REFERENCE_UNFIT, "JKN: it is of another kind than jeniskunjungan, or another member's"),
      no(Message.REFERENCE_EXPIRED, "JKN: it has ended before the visit"),
      no(Message.REFERENCE_USED, "JKN: an SEP was issued on it"),
      yes(Message.OK, "otherwise"));

  /** Batal Antrean. */
  public static final Operation CANCEL = answers(slides("antrean.queue.cancel", "POST", "/antrean/batal",
      "Batal Antrean", "Cancels a booking.")
      .params(Describe.BOOKING, optional("keterangan", "String", "alasan",
          "\"Terjadi perubahan jadwal dokter, silahkan daftar kembali\""))
      .inferred("Cancelling is possible until the doctor has called (task 4).",
          "After a cancellation no task is taken any more."),
      empty("kodebooking"), UNKNOWN_BOOKING,
      no(Message.BOOKING_CANCELLED, "cancelled before, or told as absent"),
      no(Message.BOOKING_SERVED, "task 4 is stored"),
      yes(Message.OK, "otherwise"));

  /** Update Waktu Antrean. */
  public static final Operation TASK = answers(slides("antrean.task.update", "POST", "/antrean/updatewaktu",
      "Update Waktu Antrean", "Tells when something happened to a patient: 1 to 7 in order, 99 for absent.")
      .params(Describe.BOOKING, required("taskid", "Integer", "1-7 atau 99", "1"),
          required("waktu", "Integer", "waktu dalam timestamp milisecond", "1616559330000"),
          optional("jenisresep", "String", "Tidak ada / Racikan / Non racikan; only hospitals with a pharmacy queue",
              "\"Tidak ada\""))
      .inferred("The order of the checks is ours, made from observed answers.",
          "The words around the times of two refusals are ours; the clients that quote them leave them out.",
          "Tasks 1 and 2 of an old patient are tolerated.",
          "With the setting antrean.tasks.fill a task may be told after a later one; when its time is not before that of"
              + " the later one, it is refused with 201 TaskId=.. lebih besar dari pada TaskId=..."),
      empty("kodebooking"), malformed("taskid", "taskid is no whole number"),
      no(Message.TASK_UNKNOWN, "taskid is neither 1 to 7 nor 99"),
      no(Message.MILLIS_EXPECTED, "waktu is in seconds, or no time"),
      no(Message.PRESCRIPTION_UNKNOWN, "jenisresep is none of the three"),
      UNKNOWN_BOOKING,
      no(Message.TASK_LAST, "99 or a later task is stored, or the booking is cancelled (n = 99)"),
      no(Message.TASK_STORED, "this task is stored"),
      no(Message.TASK_GAP, "task 3 of a new patient: 1 is stored, 2 is not"),
      no(Message.TASK_MISSING, "the task before is not stored"),
      no(Message.TIME_OFF_DAY, "the time is not on the day of the visit, WIB"),
      no(Message.TIME_NOT_RISING, "the time is not after that of the task before"),
      no(Message.TOO_LATE, "told more than seven days after the visit"),
      yes(Message.OK, "otherwise"));

  /** Get Waktu Task Id. */
  public static final Operation TASKS = answers(slides("antrean.task.list", "POST", "/antrean/getlisttask",
      "Get Waktu Task Id", "Lists the tasks that BPJS has of a booking. Encrypted.")
      .params(required("kodebooking", "String", "kode booking", "\"Y03-20#1617068533\""))
      .example("""
          {"list": [{"wakturs": "16-03-2021 11:32:49 WIB", "waktu": "24-03-2021 12:55:23 WIB",
           "taskname": "mulai waktu tunggu admisi", "taskid": 1, "kodebooking": "Y03-20#1617068533"}]}"""),
      empty("kodebooking"), UNKNOWN_BOOKING, no(Message.NO_CONTENT, "no task is stored"),
      yes(Message.OK_IN_CAPITALS, "otherwise"));

  /** Those of the slides, in their order. */
  public static final List<Operation> SLIDES =
      List.of(SCHEDULE, UPDATE_SCHEDULE, ADD, CANCEL, TASK, TASKS);

  /** All, in order. */
  public static final List<Operation> ALL = Stream.of(SLIDES, List.of(UPDATE_SCHEDULE_LATER), LaterOperations.ALL)
      .flatMap(List::stream).toList();

  private AntreanOperations() {}
}
