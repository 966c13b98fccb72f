package id.jejak.antrean.contract;

import static id.jejak.kernel.contract.Grade.CERTAIN;
import static id.jejak.kernel.contract.Grade.INFERRED;
import static id.jejak.kernel.contract.Grade.THIRD_PARTY;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * Everything that BPJS's side says, with its code. BPJS publishes no list of refusals: what is third party was read in
 * answers that clients handle or log, word by word; what is inferred are our own words where none are known, in the
 * manner of the others. {@code {placeholders}} are values.
 */
@Source(grade = Grade.THIRD_PARTY, ref = "facts 8.2; each constant carries its own grade", seen = "2026-11")
public enum Message {
  /** Done. */
  OK(Code.OK, "Ok", CERTAIN),
  /** Done, as the later services write it. */
  OK_IN_CAPITALS(Code.OK, "OK", CERTAIN),
  /** A list of references. */
  REFERENCE(Code.REFERENCE, "OK", CERTAIN),
  /** A reference about fingerprints. */
  FINGERPRINT(Code.REFERENCE, "Ok", CERTAIN),
  /** Nothing to list. */
  NO_CONTENT(Code.EMPTY, "No Content", THIRD_PARTY),

  /** One of the four headers is not there. */
  HEADER_MISSING(Code.FAILED, "Header {header} Belum Diisi", INFERRED),
  /** No number of seconds. */
  TIMESTAMP_UNREADABLE(Code.FAILED, "Format X-timestamp Tidak Sesuai, gunakan detik Unix (UTC)", INFERRED),
  /** The timestamp is too far from now. */
  SERVICE_EXPIRED(Code.FAILED, "Service Expired", THIRD_PARTY),
  /** Wrong signature, or a consumer that there is not: the same words, so that ids cannot be probed. */
  SIGNATURE_WRONG(Code.FAILED, "Signature Tidak Sesuai", INFERRED),
  /** Not this consumer's key. */
  USER_KEY_WRONG(Code.FAILED, "user_key Tidak Sesuai", INFERRED),

  /** No JSON object. */
  UNREADABLE(Code.FAILED, "Request Tidak Dapat Dibaca, gunakan JSON object", INFERRED),
  /** A field that must be there is not. */
  FIELD_EMPTY(Code.FAILED, "{field} Belum Diisi", INFERRED),
  /** A field that cannot be understood. */
  FIELD_MALFORMED(Code.FAILED, "Format {field} Tidak Sesuai", INFERRED),
  /** Not a date of the calendar, or written otherwise. */
  DATE_MALFORMED(Code.FAILED, "Format Tanggal Tidak Sesuai, format yang benar adalah yyyy-mm-dd", INFERRED),
  /** Seconds, or no time at all. */
  MILLIS_EXPECTED(Code.FAILED, "Format {field} Tidak Sesuai, gunakan timestamp milidetik (13 digit)", INFERRED),

  /** The day of the visit is too long ago. */
  VISIT_DAY_PASSED(Code.FAILED, "Tanggal Periksa Tidak Berlaku", INFERRED),
  /** A code that was given already. */
  BOOKING_TAKEN(Code.DUPLICATE, "Terdapat duplikasi Kode Booking", THIRD_PARTY),
  /** No such booking of this hospital. */
  BOOKING_UNKNOWN(Code.FAILED, "Kode Booking tidak ditemukan", THIRD_PARTY),
  /** Cancelled before. */
  BOOKING_CANCELLED(Code.FAILED, "Antrean Tidak Ditemukan atau Sudah Dibatalkan", INFERRED),
  /** Too late to cancel. */
  BOOKING_SERVED(Code.FAILED, "Pasien Sudah Dilayani, Antrean Tidak Dapat Dibatalkan", INFERRED),
  /** No such clinic. */
  CLINIC_UNKNOWN(Code.FAILED, "Poli Tidak Ditemukan", INFERRED),
  /** HFIS has no such doctor. */
  DOCTOR_UNKNOWN(Code.FAILED, "Data dokter tidak ditemukan.", THIRD_PARTY),
  /** HFIS has other hours for this doctor that day. */
  SESSION_UNKNOWN(Code.FAILED, "Jadwal Dokter {nama} Tersebut Belum Tersedia, Silahkan Reschedule Tanggal dan Jam"
      + " Praktek Lainnya", INFERRED),
  /** Not 1 to 4. */
  VISIT_KIND_UNKNOWN(Code.FAILED, "Jenis kunjungan tidak ditemukan", INFERRED),
  /** No such referral. */
  REFERENCE_INVALID(Code.FAILED, "Rujukan tidak valid", THIRD_PARTY),
  /** A referral of another kind than the visit, or of another patient. */
  REFERENCE_UNFIT(Code.FAILED, "Rujukan tidak valid, data nomorreferensi belum sesuai dengan jenis kunjungan",
      THIRD_PARTY),
  /** A referral that has ended. */
  REFERENCE_EXPIRED(Code.FAILED, "Rujukan tidak valid, masa berlaku habis", THIRD_PARTY),
  /** A referral that was used up. */
  REFERENCE_USED(Code.FAILED, "Rujukan tidak valid, sudah terbit SEP", THIRD_PARTY),

  /** Neither 1 to 7 nor 99. */
  TASK_UNKNOWN(Code.FAILED, "TaskId={n} tidak valid", THIRD_PARTY),
  /** Stored before. */
  TASK_STORED(Code.DUPLICATE, "TaskId={n} sudah ada", THIRD_PARTY),
  /** A later or final one is stored. */
  TASK_LAST(Code.DUPLICATE, "TaskId terakhir {n}", THIRD_PARTY),
  /** The one before is missing. */
  TASK_MISSING(Code.FAILED, "TaskId={n} belum ada", THIRD_PARTY),
  /** A new patient came and was never called at admission. */
  TASK_GAP(Code.FAILED, "Task=1 ada. TaskId=2 belum ada", THIRD_PARTY),
  /** Times must rise. */
  TIME_NOT_RISING(Code.FAILED, "TaskId={n} ({waktu} WIB) tidak boleh kurang atau sama dengan waktu sebelumnya"
      + " TaskId={m} ({sebelumnya} WIB)", THIRD_PARTY),
  /** Filled in afterwards, and not before what follows. */
  TIME_AFTER_LATER(Code.FAILED, "TaskId={n} ({waktu} WIB) lebih besar dari pada TaskId={m} ({kemudian} WIB)",
      THIRD_PARTY),
  /** Not on the day of the visit. */
  TIME_OFF_DAY(Code.FAILED, "Waktu tidak valid ({waktu} WIB). Tanggal pelayanan untuk Kode Booking tersebut adalah"
      + " ({tanggal})", THIRD_PARTY),
  /** Told too long after the visit. */
  TOO_LATE(Code.FAILED, "Expired: Lebih dari H+7", INFERRED),
  /** None of the kinds of prescription. */
  PRESCRIPTION_UNKNOWN(Code.FAILED, "Jenis resep tidak ditemukan", INFERRED),

  /** Schedules are changed by day only. */
  CHANGES_CLOSED(Code.FAILED, "Perubahan jadwal dokter hanya dapat diajukan pukul 00:00 sampai dengan 20:00 WIB",
      INFERRED),
  /** Two sessions at one time. */
  SESSIONS_OVERLAP(Code.FAILED, "Jadwal praktek dokter pada hari {hari} tumpang tindih", INFERRED),
  /** Neither nik nor noka. */
  IDENTITY_UNKNOWN(Code.FAILED, "Jenis identitas tidak ditemukan", INFERRED),
  /** No such person. */
  PATIENT_UNKNOWN(Code.FAILED, "Data peserta tidak ditemukan", INFERRED),
  /** Neither rs nor server. */
  VIEW_UNKNOWN(Code.FAILED, "Jenis waktu tidak ditemukan, gunakan rs atau server", INFERRED),

  /** Nothing is served at this path. */
  NOT_SERVED(Code.NOT_SERVED, "Service Tidak Ditemukan", INFERRED),
  /** Served, but not so. */
  OTHER_METHOD(Code.OTHER_METHOD, "Method Tidak Sesuai", INFERRED),
  /** A body above the limit. */
  TOO_LARGE(Code.TOO_LARGE, "Request Terlalu Besar", INFERRED),
  /** No HTTP. */
  NOT_READABLE(Code.NOT_READABLE, "Request Tidak Dapat Dibaca", INFERRED),
  /** Something broke; nothing was changed. */
  BROKEN(Code.BROKEN, "Terjadi Kesalahan Pada Server, Silahkan Dicoba Kembali", INFERRED);

  private final Code code;
  private final String text;
  private final Grade grade;

  Message(Code code, String text, Grade grade) {
    this.code = code;
    this.text = text;
    this.grade = grade;
  }

  /** The number that goes with it. */
  public Code code() {
    return code;
  }

  /** The words, with {@code {placeholders}}. */
  public String text() {
    return text;
  }

  /** How sure we are of the words. */
  public Grade grade() {
    return grade;
  }
}
