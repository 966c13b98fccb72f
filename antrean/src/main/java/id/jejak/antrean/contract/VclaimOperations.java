package id.jejak.antrean.contract;

import static id.jejak.antrean.contract.Describe.answers;
import static id.jejak.antrean.contract.Describe.optional;
import static id.jejak.antrean.contract.Describe.required;
import static id.jejak.antrean.contract.Describe.vclaim;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** The services of VClaim that the slides name: letters of control, and referrals. */
@Source(grade = Grade.THIRD_PARTY, ref = "slides of May 2021 name them; paths and bodies: facts 11", seen = "2026-11")
public final class VclaimOperations {
  /** Where VClaim is. */
  public static final List<String> BASES = List.of("/vclaim-rest");

  private static final Param KIND = required("jenis", "Integer", "1 SPRI, 2 rencana kontrol", "2");
  private static final Param DATE = required("tanggal", "String", "yyyy-mm-dd", "\"2021-03-20\"");
  private static final Param FILTER = required("filter", "Integer", "1 tanggal entri, 2 tanggal rencana", "2");
  private static final String LETTER = """
      {"noSuratKontrol": "1311R0020321K000001", "tglRencanaKontrol": "2021-03-20", "namaDokter": "Dr. Hendra",
       "noKartu": "0000000000013", "nama": "Rahma Lestari", "kelamin": "Perempuan", "tglLahir": "1979-05-12"}""";
  private static final String SHAPE = "The members of the answer are those that open clients read.";

  /** Insert Rencana Kontrol. */
  public static final Operation INSERT_CONTROL = answers(vclaim("antrean.control.insert", "POST",
      "/RencanaKontrol/insert", "Insert Rencana Kontrol", "Writes a letter of control. Encrypted.")
      .params(required("request", "Object", "noSEP, kodeDokter, poliKontrol, tglRencanaKontrol, user", """
          {"noSEP": "1311R0020321V000001", "kodeDokter": "12345", "poliKontrol": "ANA",
           "tglRencanaKontrol": "2021-03-20", "user": "petugas"}"""))
      .inferred(SHAPE, "The letter is good as nomorreferensi of kind 3 until thirty days after its day.")
      .example(LETTER),
      no(VclaimMessage.FIELD_EMPTY, "a field of request is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "a field is not written as it should be"),
      no(VclaimMessage.DATE_MALFORMED, "tglRencanaKontrol is no date"),
      no(VclaimMessage.SEP_UNKNOWN, "this hospital has no such SEP"),
      no(VclaimMessage.DAY_PASSED, "tglRencanaKontrol is before today"),
      no(VclaimMessage.CLINIC_UNKNOWN, "no such clinic"),
      no(VclaimMessage.DOCTOR_UNKNOWN, "the doctor has no session there that day"),
      no(VclaimMessage.PLANNED_ALREADY, "the member has a letter for that day"),
      yes("otherwise"));

  /** Update Rencana Kontrol. */
  public static final Operation UPDATE_CONTROL = answers(vclaim("antrean.control.update", "PUT",
      "/RencanaKontrol/Update", "Update Rencana Kontrol", "Changes a letter of control. Encrypted.")
      .params(required("request", "Object", "noSuratKontrol, noSEP, kodeDokter, poliKontrol, tglRencanaKontrol, user",
          """
          {"noSuratKontrol": "1311R0020321K000001", "noSEP": "1311R0020321V000001", "kodeDokter": "12345",
           "poliKontrol": "ANA", "tglRencanaKontrol": "2021-03-21", "user": "petugas"}"""))
      .inferred(SHAPE).example(LETTER),
      no(VclaimMessage.FIELD_EMPTY, "a field of request is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "a field is not written as it should be"),
      no(VclaimMessage.DATE_MALFORMED, "tglRencanaKontrol is no date"),
      no(VclaimMessage.LETTER_UNKNOWN, "this hospital has no such letter on this SEP"),
      no(VclaimMessage.LETTER_USED, "an SEP was issued on it"),
      no(VclaimMessage.DAY_PASSED, "tglRencanaKontrol is before today"),
      no(VclaimMessage.CLINIC_UNKNOWN, "no such clinic"),
      no(VclaimMessage.DOCTOR_UNKNOWN, "the doctor has no session there that day"),
      no(VclaimMessage.PLANNED_ALREADY, "the member has another letter for that day"),
      yes("otherwise"));

  /** Hapus Rencana Kontrol. */
  public static final Operation DELETE_CONTROL = answers(vclaim("antrean.control.delete", "DELETE",
      "/RencanaKontrol/Delete", "Hapus Rencana Kontrol", "Removes a letter of control.")
      .params(required("request", "Object", "t_suratkontrol: noSuratKontrol, user",
          "{\"t_suratkontrol\": {\"noSuratKontrol\": \"1311R0020321K000001\", \"user\": \"petugas\"}}")),
      no(VclaimMessage.FIELD_EMPTY, "a field is missing; the first one is named"),
      no(VclaimMessage.LETTER_UNKNOWN, "this hospital has no such letter"),
      no(VclaimMessage.LETTER_USED, "an SEP was issued on it"),
      yes("otherwise; response is null"));

  /** Get Jadwal Dokter. */
  public static final Operation CONTROL_DOCTORS = answers(vclaim("antrean.control.doctors", "GET",
      "/RencanaKontrol/JadwalPraktekDokter/JnsKontrol/{jenis}/KdPoli/{kdpoli}/TglRencanaKontrol/{tanggal}",
      "Get Jadwal Dokter", "Lists who practises at a clinic on a day. Encrypted.")
      .params(KIND, required("kdpoli", "String", "kode poli", "\"ANA\""), DATE)
      .inferred(SHAPE)
      .example("""
          {"list": [{"kodeDokter": "12345", "namaDokter": "Dr. Hendra", "jadwalPraktek": "08:00 - 16:00",
           "kapasitas": "30"}]}"""),
      no(VclaimMessage.FIELD_MALFORMED, "jenis is neither 1 nor 2"),
      no(VclaimMessage.DATE_MALFORMED, "tanggal is no date"),
      no(VclaimMessage.NO_DATA, "nobody practises there that day"),
      yes("otherwise"));

  /** Get Jadwal Spesialistik. */
  public static final Operation CONTROL_CLINICS = answers(vclaim("antrean.control.clinics", "GET",
      "/RencanaKontrol/ListSpesialistik/JnsKontrol/{jenis}/nomor/{nomor}/TglRencanaKontrol/{tanggal}",
      "Get Jadwal Spesialistik", "Lists the clinics that are open on a day, with places and plans. Encrypted.")
      .params(KIND, required("nomor", "String", "jenis 1: noka, jenis 2: no SEP", "\"1311R0020321V000001\""), DATE)
      .inferred(SHAPE)
      .example("""
          {"list": [{"kodePoli": "ANA", "namaPoli": "ANAK", "kapasitas": "30", "jmlRencanaKontroldanRujukan": "0",
           "persentase": "0.00"}]}"""),
      no(VclaimMessage.FIELD_MALFORMED, "jenis is neither 1 nor 2"),
      no(VclaimMessage.DATE_MALFORMED, "tanggal is no date"),
      no(VclaimMessage.NO_DATA, "no such card or SEP, or every clinic is closed that day"),
      yes("otherwise"));

  /** Get SEP Rencana Kontrol. */
  public static final Operation CONTROL_SEP = answers(vclaim("antrean.control.sep", "GET",
      "/RencanaKontrol/nosep/{nosep}", "Get SEP Rencana Kontrol", "Shows an SEP for a plan. Encrypted.")
      .params(required("nosep", "String", "no SEP", "\"1311R0020321V000001\"")).inferred(SHAPE),
      no(VclaimMessage.SEP_UNKNOWN, "this hospital has no such SEP"), yes("otherwise"));

  /** Get List SEP Rencana Kontrol. */
  public static final Operation CONTROLS = answers(vclaim("antrean.control.list", "GET",
      "/RencanaKontrol/ListRencanaKontrol/tglAwal/{awal}/tglAkhir/{akhir}/filter/{filter}",
      "Get List SEP Rencana Kontrol", "Lists the letters of control of this hospital. Encrypted.")
      .params(required("awal", "String", "yyyy-mm-dd", "\"2021-03-01\""),
          required("akhir", "String", "yyyy-mm-dd", "\"2021-03-31\""), FILTER).inferred(SHAPE),
      no(VclaimMessage.DATE_MALFORMED, "awal or akhir is no date"),
      no(VclaimMessage.FIELD_MALFORMED, "filter is neither 1 nor 2, or akhir is before awal"),
      no(VclaimMessage.SPAN_TOO_LONG, "more than 92 days"),
      no(VclaimMessage.NO_DATA, "no letter"), yes("otherwise"));

  /** The list by card, which came later. */
  public static final Operation CONTROLS_OF_CARD = answers(vclaim("antrean.control.card", "GET",
      "/RencanaKontrol/ListRencanaKontrol/Bulan/{bulan}/Tahun/{tahun}/Nokartu/{noka}/filter/{filter}",
      "Get List SEP Rencana Kontrol by card (later)", "Lists the letters of a member, with terbitSEP. Encrypted.")
      .params(required("bulan", "String", "MM", "\"03\""), required("tahun", "String", "yyyy", "\"2021\""),
          required("noka", "String", "nomor kartu", "\"0000000000013\""), FILTER).inferred(SHAPE),
      no(VclaimMessage.MONTH_MALFORMED, "no month of two digits, or no year of four"),
      no(VclaimMessage.FIELD_MALFORMED, "filter is neither 1 nor 2"),
      no(VclaimMessage.NO_DATA, "no letter"), yes("otherwise"));

  /** Get Data by No Surat Kontrol. */
  public static final Operation CONTROL = answers(vclaim("antrean.control.get", "GET",
      "/RencanaKontrol/noSuratKontrol/{nomor}", "Get Data by No Surat Kontrol", "Shows a letter of control. Encrypted.")
      .params(required("nomor", "String", "no surat kontrol", "\"1311R0020321K000001\"")).inferred(SHAPE),
      no(VclaimMessage.LETTER_UNKNOWN, "no such letter"), yes("otherwise"));

  /** Get Rujukan Khusus By Bulan Tahun. */
  public static final Operation SPECIALS = answers(vclaim("antrean.special.list", "GET",
      "/Rujukan/Khusus/List/Bulan/{bulan}/Tahun/{tahun}", "Get Rujukan Khusus By Bulan Tahun",
      "Lists this hospital's special referrals of a month. Encrypted.")
      .params(required("bulan", "String", "1-12", "\"3\""), required("tahun", "String", "yyyy", "\"2021\""))
      .inferred(SHAPE),
      no(VclaimMessage.MONTH_MALFORMED, "no month, or no year of four digits"),
      no(VclaimMessage.NO_DATA, "none"), yes("otherwise"));

  /** Insert Rujukan Khusus. */
  public static final Operation INSERT_SPECIAL = answers(vclaim("antrean.special.insert", "POST",
      "/Rujukan/Khusus/insert", "Insert Rujukan Khusus",
      "Writes a special referral; the body has no request around it. Encrypted.")
      .params(required("noRujukan", "String", "no rujukan", "\"0001R0040116A000001\""),
          required("diagnosa", "Array Object", "kode, dengan P; primer atau S; sekunder",
              "[{\"kode\": \"P;N18\"}, {\"kode\": \"S;N18.1\"}]"),
          optional("procedure", "Array Object", "kode", "[{\"kode\": \"39.95\"}]"),
          required("user", "String", "petugas", "\"petugas\"")).inferred(SHAPE, "It holds for ninety days."),
      no(VclaimMessage.FIELD_EMPTY, "a field is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "diagnosa or procedure is no list of codes"),
      no(VclaimMessage.REFERRAL_UNKNOWN, "no such referral"),
      no(VclaimMessage.REFERRAL_THERE, "this hospital wrote one on it before"), yes("otherwise"));

  /** Hapus Rujukan Khusus. */
  public static final Operation DELETE_SPECIAL = answers(vclaim("antrean.special.delete", "POST",
      "/Rujukan/Khusus/delete", "Hapus Rujukan Khusus", "Removes a special referral; with POST.")
      .params(required("request", "Object", "t_rujukan: idRujukan, noRujukan, user",
          "{\"t_rujukan\": {\"idRujukan\": \"1\", \"noRujukan\": \"0001R0040116A000001\", \"user\": \"petugas\"}}")),
      no(VclaimMessage.FIELD_EMPTY, "a field is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "idRujukan is no number"),
      no(VclaimMessage.REFERRAL_UNKNOWN, "this hospital has no such one"),
      yes("otherwise; response is null"));

  /** Insert Rujukan. */
  public static final Operation INSERT_REFERRAL = answers(vclaim("antrean.referral.insert", "POST", "/Rujukan/insert",
      "Insert Rujukan", "Refers a member to another hospital. Encrypted.")
      .params(required("request", "Object", "t_rujukan: noSep, tglRujukan, ppkDirujuk, jnsPelayanan, catatan,"
          + " diagRujukan, tipeRujukan (0 penuh, 1 partial, 2 balik), poliRujukan, user", """
          {"t_rujukan": {"noSep": "1311R0020321V000001", "tglRujukan": "2021-03-16", "ppkDirujuk": "0301R011",
           "jnsPelayanan": "2", "catatan": "rujuk", "diagRujukan": "A00.1", "tipeRujukan": "0",
           "poliRujukan": "INT", "user": "petugas"}}"""))
      .inferred(SHAPE, "A full referral is good as nomorreferensi of kind 4 for ninety days.",
          "tipeRujukan 1 answers null, as open clients note."),
      no(VclaimMessage.FIELD_EMPTY, "a field of t_rujukan is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "jnsPelayanan or tipeRujukan is none of its values"),
      no(VclaimMessage.DATE_MALFORMED, "tglRujukan is no date"),
      no(VclaimMessage.SEP_UNKNOWN, "this hospital has no such SEP"),
      no(VclaimMessage.CLINIC_UNKNOWN, "poliRujukan is no clinic"), yes("otherwise"));

  /** Update Rujukan. */
  public static final Operation UPDATE_REFERRAL = answers(vclaim("antrean.referral.update", "PUT", "/Rujukan/update",
      "Update Rujukan", "Changes a referral to another hospital. Encrypted.")
      .params(required("request", "Object", "t_rujukan: noRujukan, ppkDirujuk, tipe, jnsPelayanan, catatan,"
          + " diagRujukan, tipeRujukan, poliRujukan, user", """
          {"t_rujukan": {"noRujukan": "1311R0020321B000001", "ppkDirujuk": "0301R011", "jnsPelayanan": "2",
           "catatan": "rujuk", "diagRujukan": "A00.1", "tipeRujukan": "0", "poliRujukan": "INT",
           "user": "petugas"}}""")).inferred("The answer is the number, as a text."),
      no(VclaimMessage.FIELD_EMPTY, "a field of t_rujukan is missing; the first one is named"),
      no(VclaimMessage.FIELD_MALFORMED, "jnsPelayanan or tipeRujukan is none of its values"),
      no(VclaimMessage.REFERRAL_UNKNOWN, "this hospital wrote no such referral"),
      no(VclaimMessage.CLINIC_UNKNOWN, "poliRujukan is no clinic"), yes("otherwise"));

  /** All, in the order of the slides. */
  public static final List<Operation> ALL = List.of(INSERT_CONTROL, UPDATE_CONTROL, DELETE_CONTROL, CONTROL_DOCTORS,
      CONTROL_CLINICS, CONTROL_SEP, CONTROLS, CONTROLS_OF_CARD, CONTROL, SPECIALS, INSERT_SPECIAL, DELETE_SPECIAL,
      INSERT_REFERRAL, UPDATE_REFERRAL);

  private VclaimOperations() {}

  private static Outcome no(VclaimMessage message, String when) {
    return new Outcome(Describe.code(message.number(), message.name()), false, message.text(), when);
  }

  private static Outcome yes(String when) {
    return new Outcome(Describe.code(VclaimMessage.SUCCESS.number(), "SUCCESS"), true, VclaimMessage.SUCCESS.text(), when);
  }
}
