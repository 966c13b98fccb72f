package id.jejak.antrean.contract.rs;

import static id.jejak.kernel.contract.Grade.CERTAIN;
import static id.jejak.kernel.contract.Grade.INFERRED;
import static id.jejak.kernel.contract.Grade.THIRD_PARTY;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.Envelope;
import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * What a hospital says, word by word: a hospital is admitted by showing these texts. Certain is what stands in the
 * acceptance form or the slides; the others were read in several implementations that were admitted.
 */
@Source(grade = Grade.THIRD_PARTY, ref = "acceptance form and admitted systems; facts 8.1", seen = "2026-11")
public enum RsMessage {
  /** Done. */
  DONE(Code.OK, "Ok", CERTAIN),
  /** Token: wrong user or password. */
  WRONG_PASSWORD(Code.FAILED, "Username atau Password Tidak Sesuai", CERTAIN),
  /** Token: a header is missing. */
  PASSWORD_MISSING(Code.FAILED, "Username dan password harus diisi.", THIRD_PARTY),
  /** The token is expired or unknown. */
  TOKEN_EXPIRED(Code.FAILED, "Token Expired", CERTAIN),
  /** The token is another user's, or missing. */
  TOKEN_INVALID(Code.FAILED, "Token Invalid", THIRD_PARTY),
  /** Status, ambil: no such clinic. */
  CLINIC_UNKNOWN(Code.FAILED, "Poli Tidak Ditemukan", CERTAIN),
  /** Status, ambil: no such doctor. */
  DOCTOR_UNKNOWN(Code.FAILED, "Dokter Tidak Ditemukan", THIRD_PARTY),
  /** A date is none. */
  DATE_MALFORMED(Code.FAILED, "Format Tanggal Tidak Sesuai, format yang benar adalah yyyy-mm-dd", CERTAIN),
  /** Status, ambil: a day that is over. */
  DATE_PASSED(Code.FAILED, "Tanggal Periksa Tidak Berlaku", THIRD_PARTY),
  /** Status: nobody practises then. */
  NO_SESSION(Code.FAILED, "Jadwal Praktek Tidak Ditemukan Pada Hari {hari} Tanggal {tanggal}", THIRD_PARTY),
  /** Ambil: a second number on one day. */
  TAKEN_TODAY(Code.FAILED, "Nomor Antrean Hanya Dapat Diambil 1 Kali Pada Tanggal Yang Sama", THIRD_PARTY),
  /** Ambil: closed, or a holiday. */
  CLINIC_CLOSED(Code.FAILED, "Pendaftaran ke Poli Ini Sedang Tutup", THIRD_PARTY),
  /** Ambil: the doctor has no such hours that day. */
  SESSION_UNKNOWN(Code.FAILED, "Jadwal Dokter {nama} Tersebut Belum Tersedia, Silahkan Reschedule Tanggal"
      + " dan Jam Praktek Lainnya", THIRD_PARTY),
  /** Ambil: the same day after closing. */
  SESSION_OVER(Code.FAILED, "Pendaftaran Ke Poli {nama} Sudah Tutup Jam {jam}", THIRD_PARTY),
  /** Ambil: no medical record. */
  NEW_PATIENT(Code.NEW_PATIENT, "Data pasien ini tidak ditemukan, silahkan Melakukan Registrasi Pasien"
      + " Baru", THIRD_PARTY),
  /** Ambil: no place is left. */
  QUOTA_FULL(Code.FAILED, "Kuota untuk poli ini sudah penuh", THIRD_PARTY),
  /** Ambil: too far ahead. */
  BEYOND_HORIZON(Code.FAILED, "Tanggal periksa bisa dilakukan tanggal {awal} hingga tanggal {akhir}", THIRD_PARTY),
  /** Ambil: strict rule of the slides. */
  TOO_SHORT_NOTICE(Code.FAILED, "Pengambilan nomor antrian paling cepat H - 1", THIRD_PARTY),
  /** Ambil: the reference has a booking. */
  REFERENCE_TAKEN(Code.FAILED, "Anda sudah terdaftar dalam antrian menggunakan nomor rujukan yang sama"
      + " ditanggal {tanggal}", THIRD_PARTY),
  /** Ambil: no card number. */
  CARD_MALFORMED(Code.FAILED, "Nomor kartu harus 13 digit", THIRD_PARTY),
  /** Ambil: no identity number. */
  NIK_MALFORMED(Code.FAILED, "Nomor NIK harus berupa angka, dan 16 digit", THIRD_PARTY),
  /** Ambil: not 1 to 4. */
  VISIT_KIND_UNKNOWN(Code.FAILED, "Jenis kunjungan tidak ditemukan", THIRD_PARTY),
  /** Ambil: no reference number. */
  REFERENCE_MALFORMED(Code.FAILED, "Nomor referensi tidak valid", THIRD_PARTY),
  /** Ambil: the referral has ended. */
  REFERRAL_EXPIRED(Code.FAILED, "Masa berlaku rujukan telah habis", THIRD_PARTY),
  /** Sisa, batal: no such code. */
  BOOKING_UNKNOWN(Code.FAILED, "Antrean Tidak Ditemukan", THIRD_PARTY),
  /** Sisa: cancelled. */
  BOOKING_CANCELLED(Code.FAILED, "Data Booking Sudah Dibatalkan", THIRD_PARTY),
  /** Sisa: one family of systems only. */
  CHECK_IN_FIRST(Code.FAILED, "Anda belum melakukan checkin, Silahkan checkin terlebih dahulu", THIRD_PARTY),
  /** Batal: cancelled before. */
  CANCELLED_BEFORE(Code.FAILED, "Antrean Tidak Ditemukan atau Sudah Dibatalkan", THIRD_PARTY),
  /** Batal: too late. */
  SERVED(Code.FAILED, "Pasien Sudah Dilayani, Antrean Tidak Dapat Dibatalkan", THIRD_PARTY),
  /** Batal: the patient is here. */
  CHECKED_IN(Code.FAILED, "Anda Sudah Checkin, Pendaftaran Tidak Bisa Dibatalkan", THIRD_PARTY),
  /** Batal: the day is over. */
  CANCEL_TOO_LATE(Code.FAILED, "Pembatalan Antrean tidak berlaku mundur", THIRD_PARTY),
  /** Check in, farmasi: no such code. */
  CHECK_IN_UNKNOWN(Code.FAILED, "Kode Booking tidak ditemukan", THIRD_PARTY),
  /** Check in: done before. */
  CHECK_IN_AGAIN(Code.FAILED, "Pasien sudah melakukan check in", THIRD_PARTY),
  /** Check in: another day. */
  CHECK_IN_OTHER_DAY(Code.FAILED, "Check in hanya dapat dilakukan sesuai tanggal periksa", THIRD_PARTY),
  /** Check in: cancelled. */
  CHECK_IN_CANCELLED(Code.FAILED, "Antrean tidak ditemukan atau sudah dibatalkan", THIRD_PARTY),
  /** Check in: outside the hours. */
  CHECK_IN_OVER(Code.FAILED, "Anda tidak dapat check in diluar jadwal praktek {jam}", THIRD_PARTY),
  /** Pasien baru, in this order. */
  CARD_EMPTY(Code.FAILED, "Nomor Kartu Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  CARD_WRONG(Code.FAILED, "Format Nomor Kartu Tidak Sesuai", THIRD_PARTY),
  /** Pasien baru. */
  NIK_EMPTY(Code.FAILED, "NIK Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  NIK_WRONG(Code.FAILED, "Format NIK Tidak Sesuai", THIRD_PARTY),
  /** Pasien baru. */
  FAMILY_CARD_EMPTY(Code.FAILED, "Nomor KK Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  NAME_EMPTY(Code.FAILED, "Nama Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  SEX_EMPTY(Code.FAILED, "Jenis Kelamin Belum Dipilih", THIRD_PARTY),
  /** Pasien baru. */
  BIRTH_EMPTY(Code.FAILED, "Tanggal Lahir Belum Diisi", THIRD_PARTY),
  /** Pasien baru; for a day to come as well. */
  BIRTH_WRONG(Code.FAILED, "Format Tanggal Lahir Tidak Sesuai", THIRD_PARTY),
  /** Pasien baru. */
  PHONE_EMPTY(Code.FAILED, "No Hp Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  ADDRESS_EMPTY(Code.FAILED, "Alamat Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  PROVINCE_CODE_EMPTY(Code.FAILED, "Kode Propinsi Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  PROVINCE_EMPTY(Code.FAILED, "Nama Propinsi Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  REGENCY_CODE_EMPTY(Code.FAILED, "Kode Dati 2 Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  REGENCY_EMPTY(Code.FAILED, "Dati 2 Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  DISTRICT_CODE_EMPTY(Code.FAILED, "Kode Kecamatan Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  DISTRICT_EMPTY(Code.FAILED, "Kecamatan Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  VILLAGE_CODE_EMPTY(Code.FAILED, "Kode Kelurahan Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  VILLAGE_EMPTY(Code.FAILED, "Kelurahan Belum Diisi", THIRD_PARTY),
  /** Pasien baru. */
  RW_EMPTY(Code.FAILED, "RW Belum Diisi", THIRD_PARTY),
  /** Pasien baru, the last of them. */
  RT_EMPTY(Code.FAILED, "RT Belum Diisi", THIRD_PARTY),
  /** Pasien baru: card or NIK is known. */
  PATIENT_THERE(Code.FAILED, "Data Peserta Sudah Pernah Dientrikan", THIRD_PARTY),
  /** Pasien baru: done. */
  REGISTERED(Code.OK, "Harap datang ke admisi untuk melengkapi data rekam medis", CERTAIN),
  /** Jadwal operasi RS. */
  SPAN_REVERSED(Code.FAILED, "Tanggal Akhir Tidak Boleh Lebih Kecil dari Tanggal Awal", THIRD_PARTY),
  /** Jadwal operasi pasien. */
  CARD_INVALID(Code.FAILED, "Nomor Kartu Tidak Valid", THIRD_PARTY),
  /** Ambil farmasi: no prescription yet. */
  NO_PRESCRIPTION(Code.FAILED, "Anda tidak memiliki resep dari dokter yang anda tuju, silahkan konfirmasi"
      + " petugas poli", THIRD_PARTY),
  /** Farmasi: cancelled. */
  PHARMACY_CANCELLED(Code.FAILED, "Booking Anda Sudah Dibatalkan.", THIRD_PARTY),
  /** Farmasi: not checked in. */
  PHARMACY_NOT_HERE(Code.FAILED, "Anda Belum Melakukan Checkin.", THIRD_PARTY),
  /** Status farmasi: no number yet. */
  PHARMACY_NOT_QUEUED(Code.FAILED, "Pasien belum masuk antrean farmasi.", THIRD_PARTY),
  /** The body is no JSON object. Our own words: none are known. */
  UNREADABLE(Code.FAILED, "Request Tidak Dapat Dibaca, gunakan JSON object", INFERRED),
  /** A field that cannot be understood, where no admitted system has words for it. */
  FIELD_MALFORMED(Code.FAILED, "Format {field} Tidak Sesuai", INFERRED),
  /** A moment that is not in milliseconds. */
  MILLIS_EXPECTED(Code.FAILED, "Format {field} Tidak Sesuai, gunakan timestamp milidetik (13 digit)", INFERRED),
  /** Not HTTP that could be read. */
  NOT_READABLE(Code.NOT_READABLE, "Request Tidak Dapat Dibaca", INFERRED),
  /** Nothing is served at this path. */
  NOT_SERVED(Code.NOT_SERVED, "Service Tidak Ditemukan", INFERRED),
  /** Served, but not so. */
  OTHER_METHOD(Code.OTHER_METHOD, "Method Tidak Sesuai", INFERRED),
  /** A body above the limit. */
  TOO_LARGE(Code.TOO_LARGE, "Request Terlalu Besar", INFERRED),
  /** Something broke; nothing was changed. */
  BROKEN(Code.BROKEN, "Terjadi Kesalahan Pada Server, Silahkan Dicoba Kembali", INFERRED);

  private final Code code;
  private final String text;
  private final Grade grade;

  RsMessage(Code code, String text, Grade grade) {
    this.code = code;
    this.text = text;
    this.grade = grade;
  }

  /** The envelope with these words; values of the placeholders in their order. */
  public Envelope envelope(String... values) {
    return new Envelope(code.number(), Envelope.filled(text, values));
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
