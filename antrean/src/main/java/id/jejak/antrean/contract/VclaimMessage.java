package id.jejak.antrean.contract;

import static id.jejak.kernel.contract.Grade.INFERRED;
import static id.jejak.kernel.contract.Grade.THIRD_PARTY;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** What VClaim's services say, with the code, which is a text there. The refusals' words are ours. */
@Source(grade = Grade.INFERRED, ref = "facts 11: envelope and codes; no refusal of these services is published",
    seen = "2026-11")
public enum VclaimMessage {
  /** Done. */
  SUCCESS(Code.OK, "Sukses", THIRD_PARTY),
  /** Nothing there. */
  NO_DATA(Code.FAILED, "Data Tidak Ada", THIRD_PARTY),
  /** A field that must be there is not. */
  FIELD_EMPTY(Code.FAILED, "{field} Tidak Boleh Kosong", INFERRED),
  /** A field that cannot be understood. */
  FIELD_MALFORMED(Code.FAILED, "{field} Tidak Sesuai", INFERRED),
  /** Not a date. */
  DATE_MALFORMED(Code.FAILED, "Format {field} Tidak Sesuai, format yang benar adalah yyyy-mm-dd", INFERRED),
  /** No such SEP of this hospital. */
  SEP_UNKNOWN(Code.FAILED, "No SEP Tidak Ditemukan", INFERRED),
  /** No such clinic. */
  CLINIC_UNKNOWN(Code.FAILED, "Poli Tidak Ditemukan", INFERRED),
  /** No such doctor there that day. */
  DOCTOR_UNKNOWN(Code.FAILED, "Dokter Tidak Memiliki Jadwal Praktek Pada Poli Dan Tanggal Tersebut", INFERRED),
  /** A plan for a day that is over. */
  DAY_PASSED(Code.FAILED, "Tanggal Rencana Kontrol Tidak Boleh Kurang Dari Tanggal Hari Ini", INFERRED),
  /** A second plan for the same day. */
  PLANNED_ALREADY(Code.FAILED, "Surat Kontrol Pada Tanggal {tanggal} Sudah Ada Dengan Nomor {nomor}", INFERRED),
  /** No such letter of this hospital. */
  LETTER_UNKNOWN(Code.FAILED, "No Surat Kontrol Tidak Ditemukan", INFERRED),
  /** A letter on which an SEP was issued. */
  LETTER_USED(Code.FAILED, "Surat Kontrol Sudah Terbit SEP", INFERRED),
  /** No such referral. */
  REFERRAL_UNKNOWN(Code.FAILED, "No Rujukan Tidak Ditemukan", INFERRED),
  /** There already. */
  REFERRAL_THERE(Code.FAILED, "Rujukan Khusus Dengan Nomor Tersebut Sudah Ada", INFERRED),
  /** Not a month. */
  MONTH_MALFORMED(Code.FAILED, "Bulan Atau Tahun Tidak Sesuai", INFERRED),
  /** A list over too many days. */
  SPAN_TOO_LONG(Code.FAILED, "Rentang Tanggal Maksimal {hari} Hari", INFERRED);

  private final Code code;
  private final String text;
  private final Grade grade;

  VclaimMessage(Code code, String text, Grade grade) {
    this.code = code;
    this.text = text;
    this.grade = grade;
  }

  /** The envelope with these words; values of the placeholders in their order. */
  public Envelope envelope(String... values) {
    return new Envelope(code.number(), Envelope.filled(text, values));
  }

  /** The words, with {@code {placeholders}}. */
  public String text() {
    return text;
  }

  /** The code; a text on this wire. */
  public Code number() {
    return code;
  }

  /** How sure we are of the words. */
  public Grade grade() {
    return grade;
  }
}
