package id.jejak.ttac.contract;

import static id.jejak.ttac.contract.Describe.document;
import static id.jejak.ttac.contract.Describe.e990;
import static id.jejak.ttac.contract.Describe.no;
import static id.jejak.ttac.contract.Describe.optional;
import static id.jejak.ttac.contract.Describe.required;
import static id.jejak.ttac.contract.Describe.requiredIf;
import static id.jejak.ttac.contract.Describe.yes;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.List;

/** The operations of the guide, in its order; and the list of all, in which ours stand after them. */
@Source(grade = Grade.CERTAIN, ref = "PIA 3.0.1, sections II to VII", seen = "2026-11")
public final class TtacOperations {
  /** Where TTAC is served: the development address of the guide, and the live one. */
  public static final List<String> BASES = List.of("/dev/public/api/v3", "/api/v3");

  /** Section II. */
  public static final Operation LOGIN = document("ttac.auth.login", "POST", "/auth/login", "II. Login",
      "Gives the token that every other call needs. The token lives 30 days; three days before its end a notice"
          + " goes to the dashboard and by e-mail.")
      .params(required("email", "String", "Login ID untuk autentikasi", "\"gudang@pbf-nusantara.example\""),
          required("password", "String", "Kata sandi untuk autentikasi", "\"jejak-284\""))
      .outcomes(no(Code.E999, "the body cannot be read, or something broke"),
          no(Code.E001, "e-mail or password is missing, unknown or wrong"),
          yes("the right password of an active account"))
      .inferred("Missing credentials answer E001: the guide declares no E990 for login (decision 0008).",
          "A login returns the current token while it lives longer than three days; a new one leaves the old one"
              + " good until its own date (decision 0009).",
          "The dots in the example are filled with the fields that a production client reads.",
          "Many failed logins make the next ones slower, never impossible.")
      .example("""
          {"role": "petugas", "user": {"id": 1, "id_rekanan": 284, "name": "Dewi Lestari",
           "phone": "081200000284", "email": "gudang@pbf-nusantara.example", "token": "xxxxxx",
           "remember_token": null, "created_at": "2021-08-01 09:00:00", "updated_at": "2021-08-01 09:00:00",
           "deleted": 0, "status": 1, "verified": 1, "master": 1, "subaccount": 0, "sarana": {"id": 284}},
           "sarana": {"id": 284, "nama_rekanan": "PBF Nusantara Medika"}}""");

  /** Section 3.1. */
  public static final Operation LOCATIONS = document("ttac.location.get", "GET", "/sarana/location/get",
      "3.1 Informasi Lokasi Sarana", "Lists the locations (plants, warehouses) of the caller, newest first.")
      .params(Describe.TOKEN, Describe.OFFSET, Describe.LIMIT)
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.integer("offset"), "offset is not a whole number; likewise limit"),
          e990(Sentence.atLeast("limit", 1), "limit is below 1; offset below 0 likewise"),
          e990(Sentence.between("limit", 1, Limits.LIST_MOST), "limit is above the cap"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise; a window beyond the end has no items"))
      .inferred("Newest id first, as in the example.", "limit is capped at 10,000: the guide states no cap.")
      .example("""
          {"total": 2, "offset": 0, "limit": 10, "items": [
           {"id": 3, "alamat_rekanan": "Perumahan Mutiara Baru, Bekasi", "no_telp": "111111", "fax": "111111",
            "latitude": "-6.41348", "longitude": "107.09608"},
           {"id": 2, "alamat_rekanan": "serang.banten", "no_telp": "121111", "fax": "121111",
            "latitude": "-6.11737", "longitude": "106.15303"}]}""");

  /** Section 3.2. */
  public static final Operation ADD_LOCATION = document("ttac.location.add", "POST", "/sarana/location/add",
      "3.2 Penambahan Lokasi Sarana", "Adds a location to the caller's list.")
      .params(Describe.TOKEN,
          required("alamat", "String", "alamat sarana", "\"Jl. Sangat jauh sekali No. 123\""),
          required("no_telp", "String", "nomor telp sarana", "\"0123456789\""),
          optional("fax", "String", "nomor fax", "\"0123456789\""),
          required("latitude", "Number", "Floating point, Examp: -7.7170347", "\"-7.7170347\""),
          required("longitude", "Number", "Floating point, Examp: 109.7340212", "\"109.7340212\""))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("alamat"), "alamat is missing; the first missing in table order is named"),
          e990(Sentence.number("latitude"), "latitude is no number; likewise longitude"),
          e990(Sentence.between("latitude", -90, 90), "latitude out of range; longitude likewise, -180 to 180"),
          no(Code.E032, "the caller has this point already, compared at seven decimals"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred("Points are compared per sarana, as numbers at seven decimals.");

  /** Section 4.1. */
  public static final Operation PENDING = document("ttac.barcode.pending", "GET", "/barcode/pending",
      "4.1 Daftar Produk Inbound", "Lists what is on its way to the caller: shipments, returns, recalls. Only the top"
          + " of each aggregation tree is listed.")
      .params(Describe.TOKEN, optional("nie", "String", "alpha numeric", "\"TR202358291\""),
          optional("batch_no", "String", "alpha numeric", "\"STRIAL\""), Describe.OFFSET, Describe.LIMIT)
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.integer("limit"), "limit is not a whole number; likewise offset"),
          e990(Sentence.atLeast("limit", 1), "limit is below 1; offset below 0 likewise"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise; data is null when nothing is pending"))
      .inferred("The guide shows data: null; with something pending the shape is that of the two other lists, and"
              + " the item's fields are ours (decision 0010).",
          "nie and batch_no match exactly and together; a holder matches when any primer inside does.")
      .example("""
          {"total": 1, "offset": 0, "limit": 10, "items": [
           {"barcode": "TSR_SGTDEV001", "barcode_level": "tersier", "nie": "TR202358291", "batch_no": "STRIAL",
            "exp_date": "2030-12-31", "jenis": "kirim", "reason": null, "id_sarana_pengirim": 284,
            "nama_sarana_pengirim": "PBF Nusantara Medika", "tanggal_kirim": "2026-11-22 09:30:00",
            "jumlah_primer": 10}]}""");

  /** Section 4.2. */
  public static final Operation RECEIVE = document("ttac.barcode.receive", "POST", "/barcode/receive",
      "4.2 Terima Produk", "Receives what is on its way to the caller, with everything inside. One level per"
          + " transaction. All or nothing.")
      .params(Describe.TOKEN,
          required("barcode", "Array String", "Barcode berupa array", "[\"TSR_SGTDEV001\"]"))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("barcode"), "barcode is missing or []"),
          e990(Sentence.array("barcode"), "barcode is not an array"),
          e990(Sentence.string("barcode.0"), "an element is not a string"),
          no(Code.E013, "unknown, or never addressed to the caller"),
          e990(Sentence.mixedLevels(), "barcodes of different levels"),
          no(Code.E018, "a barcode, or something inside it, is a sample or rejected"),
          no(Code.E024, "received already"),
          no(Code.E999, "something broke; nothing was changed"),
          new Operation.Outcome("E000", true, Envelope.RECEIVED, "otherwise"))
      .inferred("A unit inside a shipped holder may be received alone: it leaves its holder, the rest stays pending"
              + " (decision 0011).",
          "A barcode given twice counts once.", "At most 5,000 barcodes.", Describe.REPLAY);

  /** Section 5.1. */
  public static final Operation TARGETS = document("ttac.sarana.mine", "GET", "/sarana/mine/get",
      "5.1 Informasi Sarana Tujuan", "Lists the facilities that the caller may send to.")
      .params(Describe.TOKEN,
          optional("aktif", "Boolean(true/false)", "hanya menampilkan daftar sarana yang statusnya true (aktif) /"
              + " false(tidak aktif)", "true"),
          Describe.OFFSET, Describe.LIMIT)
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.trueOrFalse("aktif"), "aktif is neither true nor false"),
          e990(Sentence.integer("limit"), "limit is not a whole number; likewise offset"),
          e990(Sentence.atLeast("limit", 1), "limit is below 1; offset below 0 likewise"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise; without aktif both states are listed"))
      .example("""
          {"total": 3, "offset": 0, "limit": 2, "items": [
           {"id": 123, "nama_sarana": "Sarana A", "alamat": "Jl. Jauh sekali No. 123", "status": true},
           {"id": 456, "nama_sarana": "Sarana B", "alamat": "Jl. Panjang No. 333", "status": true}]}""");

  /** Section 5.2. */
  public static final Operation SEND = document("ttac.barcode.send", "POST", "/barcode/send", "5.2 Kirim Produk",
      "Sends what the caller holds to a facility of its list. One level per transaction. All or nothing.")
      .params(Describe.TOKEN,
          required("id_sarana_tujuan", "Integer",
              "ID sarana tujuan sesuai PIA angka 5.1. Informasi Sarana Tujuan", "123"),
          required("barcode", "Array String", "array string of barcode dengan status AKTIF. Barcode yang digunakan"
              + " dapat berupa barcode tersier/sekunder/primer sesuai level yang dikirimkan ke sarana tujuan.",
              "[\"OKTADEV01BAR0000001\"]"))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("id_sarana_tujuan"), "id_sarana_tujuan is missing"),
          e990(Sentence.integer("id_sarana_tujuan"), "id_sarana_tujuan is not a whole number"),
          e990(Sentence.required("barcode"), "barcode is missing or []"),
          e990(Sentence.array("barcode"), "barcode is not an array"),
          e990(Sentence.string("barcode.0"), "an element is not a string"),
          no(Code.E031, "the target is unknown, not in the caller's list, inactive, or the caller itself"),
          no(Code.E013, "not registered"),
          e990(Sentence.mixedLevels(), "barcodes of different levels"),
          no(Code.E016, "a sekunder that the caller has sent already and not got back"),
          no(Code.E017, "a primer that the caller has sent already and not got back"),
          no(Code.E014, "never with the caller, not yet received, given back; or a tersier sent already"),
          no(Code.E015, "held, but registered only, sample or reject"),
          no(Code.E023, "a sekunder or tersier with nothing inside"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred("A unit sent out of a holder that stays leaves its holder (decision 0011).",
          "What came back by a return may be sent again.", "At most 5,000 barcodes.", Describe.REPLAY);

  /** Section VI. */
  public static final Operation RETURN = document("ttac.barcode.return", "POST", "/barcode/return",
      "VI. Pengembalian Produk (Retur)", "Gives back to the previous sender, after receipt or at the dock before it.")
      .params(Describe.TOKEN,
          required("id_sarana_tujuan", "Integer",
              "ID sarana tujuan sesuai PIA angka 5.1. Informasi Sarana Tujuan", "284"),
          required("barcode", "String", "array string of barcode dengan status AKTIF. Barcode yang digunakan dapat"
              + " berupa barcode tersier/sekunder/primer sesuai level yang dikirimkan ke sarana tujuan.",
              "\"OKTADEV01BAR0000001\""),
          required("reason", "String", "Alas an retur", "\"segel produk rusak\""))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("id_sarana_tujuan"), "id_sarana_tujuan is missing"),
          e990(Sentence.integer("id_sarana_tujuan"), "id_sarana_tujuan is not a whole number"),
          e990(Sentence.required("barcode"), "barcode is missing"),
          e990(Sentence.required("reason"), "reason is missing"),
          no(Code.E013, "not registered, or neither held by the caller nor on its way to it"),
          no(Code.E061, "the target is not the previous sender; sender 0 means that there never was one"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("otherwise"))
      .inferred("barcode may be one string, as in the example, or an array, as described (decision 0012).",
          "Units of any status may be returned, and levels may be mixed: the guide forbids neither here.",
          "Refusing at the dock reverses the shipment.", Describe.REPLAY)
      .gaps("A returned sample or rejected unit cannot be received by the original sender (E018 has no exception in"
          + " the guide); the transit stays open.");

  /** Section VII. */
  public static final Operation DELETE = document("ttac.barcode.delete", "POST", "/barcode/delete",
      "VII. Hapus Barcode", "Deletes barcodes that the caller holds at rest, with their aggregation. Not atomic: what"
          + " matches is deleted.")
      .params(Describe.TOKEN,
          requiredIf("barcode", "Array String", "mandatori jika parameter nie tidak disertakan",
              "[\"OKTADEV01BAR0000002\"]"),
          requiredIf("barcode_level", "String", "mandatori jika parameter nie tidak disertakan, nilai dari"
              + " barcode_level adalah \"primer\", \"sekunder\", atau \"tersier\"", "\"primer\""),
          optional("type", "String", "\"physical\" (nilai default): baris record dihapus; \"reference\": hanya"
              + " referensi barcode yang dihapus", "\"physical\""),
          requiredIf("nie", "String", "hapus barcode berdasarkan nie; jika barcode dan nie disertakan bersama,"
              + " penghapusan dilakukan berdasarkan nie", "\"NIE123456\""))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          no(Code.E990, "neither barcode nor nie"),
          e990(Sentence.requiredWithout("barcode_level", "nie"), "barcode without barcode_level; or the reverse"),
          e990(Sentence.invalid("barcode_level"), "barcode_level is none of the three"),
          e990(Sentence.invalid("type"), "type is neither physical nor reference"),
          no(Code.E026, "more than 5,000 primer under the NIE"),
          new Operation.Outcome("E901", true, Code.E901.message(), "nothing matches: unknown, other level, not held"),
          no(Code.E999, "something broke; nothing was changed"),
          yes("at least one was deleted"))
      .inferred("Only what the caller holds at rest is touched (decision 0013).",
          "E026 is given in the form of the guide's example, with the number (decision 0014).",
          "At most 10,000 barcodes.", Describe.REPLAY);

  /** The nine operations of the guide, in its order. */
  public static final List<Operation> DOCUMENTED =
      List.of(LOGIN, LOCATIONS, ADD_LOCATION, PENDING, RECEIVE, TARGETS, SEND, RETURN, DELETE);

  /** All of them, the guide's first. */
  public static final List<Operation> ALL = List.of(LOGIN, LOCATIONS, ADD_LOCATION, PENDING, RECEIVE, TARGETS, SEND,
      RETURN, DELETE,
      OwnOperations.CHECK, OwnOperations.TRACE, OwnOperations.MAP, OwnOperations.EPCIS, OwnOperations.SYMBOL,
      OwnOperations.DASHBOARD,
      ProducerOperations.PRIMER, ProducerOperations.PARENT_UNITS, ProducerOperations.AGGREGATE,
      ProducerOperations.STATUS, ProducerOperations.IMPORT, ProducerOperations.TEMPLATE_CSV,
      ProducerOperations.TEMPLATE_XLSX);

  private TtacOperations() {}
}
