package id.jejak.ttac.contract;

import static id.jejak.ttac.contract.Describe.after;
import static id.jejak.ttac.contract.Describe.e990;
import static id.jejak.ttac.contract.Describe.no;
import static id.jejak.ttac.contract.Describe.optional;
import static id.jejak.ttac.contract.Describe.ours;
import static id.jejak.ttac.contract.Describe.required;
import static id.jejak.ttac.contract.Describe.requiredIf;
import static id.jejak.ttac.contract.Describe.yes;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;

/** What the guide leaves out and a workplace needs: judging beforehand, tracing, drawing, looking. */
@Source(grade = Grade.INFERRED, ref = "ours; the codes and envelopes are those of PIA 3.0.1", seen = "2026-11")
public final class OwnOperations {
  /** The dry run. */
  public static final Operation CHECK = ours("ttac.barcode.check", "POST", "/barcode/check", "Dry run",
      "Judges a whole array as receive, send or return would, and names every failing barcode with its code. Changes"
          + " nothing.")
      .params(Describe.TOKEN,
          required("action", "String", "receive, send or return", "\"send\""),
          requiredIf("id_sarana_tujuan", "Integer", "for send and return", "123"),
          required("barcode", "Array String", "as in the call that it stands for", "[\"OKTADEV01BAR0000001\"]"))
      .outcomes(Describe.UNREADABLE, e990(Sentence.required("token"), "the token is missing or blank"),
          no(Code.E003, "the token is unknown, expired or revoked"),
          e990(Sentence.required("action"), "action is missing"),
          e990(Sentence.invalid("action"), "action is none of the three"),
          e990(Sentence.required("id_sarana_tujuan"), "send and return: id_sarana_tujuan is missing"),
          e990(Sentence.required("barcode"), "barcode is missing or []"),
          no(Code.E031, "send: the target is not one of the caller's"),
          Describe.BROKEN,
          yes("otherwise, failing barcodes included"))
      .example("""
          {"total": 2, "distinct": 2, "ok": 1, "failing": [
           {"barcode": "SALAH", "statusCode": "E013", "message": "Barcode SALAH not found!"}]}""");

  /** The warning that the guide's section II promises for the dashboard, and what waits there. */
  public static final Operation DASHBOARD = ours("ttac.dashboard.get", "GET", "/dashboard", "Dashboard",
      "Tells when the token ends, with a warning from three days before, how much is on its way to the caller, and who"
          + " the caller is.")
      .params(Describe.TOKEN)
      .outcomes(after(Describe.TOKEN_REFUSED, Describe.BROKEN, yes("otherwise")))
      .example("""
          {"token": {"expires_at": "2026-12-22T02:30:00Z", "berakhir": "2026-12-22 09:30:00 WIB", "days_left": 30,
            "warning": false, "notice": null},
           "pending": {"total": 3, "kirim": 2, "retur": 1, "recall": 0},
           "sarana": {"id": 284, "nama_sarana": "PBF Nusantara Medika", "alamat": "Jl. Industri Raya No. 8",
            "status": true}}""");

  /** Where a pack has been. */
  public static final Operation TRACE = ours("ttac.barcode.trace", "GET", "/barcode/trace", "Trace",
      "Tells where a pack is and where it has been, oldest first: every registered barcode, and every deleted one."
          + " Any facility may ask about any pack.")
      .params(Describe.TOKEN, required("barcode", "String", "in any form", "\"SGTDEV001PRM0001\""),
          optional("offset", "Integer", "events to leave out, default 0", "0"),
          optional("limit", "Integer", "events to give, default 1000", "1000"))
      .outcomes(after(Describe.PAGE_REFUSED, yes("otherwise")))
      .inferred("A barcode that was deleted and registered again has several lives: status, product and place are the"
              + " last one's, the history is that of all, each event with the number of its life.",
          "via is the holder with which the pack was moved, null when it was handled by itself; parent is the holder"
              + " that it, or via, was put into or taken out of.",
          "While it is on its way, holder is who last had it at rest.",
          "A deleted pack has status deleted, and no holder.",
          "What a holder tells of product and batch is what everything inside has in common.")
      .example("""
          {"barcode": "SGTDEV001PRM0001", "barcode_level": "primer", "status": "active", "nie": "TR202358291",
           "batch_no": "STRIAL", "exp_date": "2030-12-31",
           "holder": {"id": 284, "nama": "PBF Nusantara Medika"},
           "transit": {"from": {"id": 284, "nama": "PBF Nusantara Medika"}, "to": {"id": 123, "nama": "Sarana A"},
            "jenis": "kirim", "since": "2026-11-22T02:30:00Z", "since_wib": "2026-11-22 09:30:00"},
           "inside": ["SKD_SGTDEV001", "TSR_SGTDEV001"], "total": 2, "offset": 0, "limit": 1000, "history": [
           {"life": 1, "at": "2026-11-22T02:00:00Z", "at_wib": "2026-11-22 09:00:00", "event": "register",
            "sarana": {"id": 284, "nama": "PBF Nusantara Medika"}, "from": null, "to": null, "jenis": null,
            "reason": null, "via": null, "parent": "SKD_SGTDEV001", "request": "demo"},
           {"life": 1, "at": "2026-11-22T02:30:00Z", "at_wib": "2026-11-22 09:30:00", "event": "send",
            "sarana": {"id": 284, "nama": "PBF Nusantara Medika"},
            "from": {"id": 284, "nama": "PBF Nusantara Medika"}, "to": {"id": 123, "nama": "Sarana A"},
            "jenis": "kirim", "reason": null, "via": "TSR_SGTDEV001", "parent": null, "request": "r1"}]}""");

  /** What a pack holds, and where those are who had it. */
  public static final Operation MAP = ours("ttac.barcode.map", "GET", "/barcode/map", "Map",
      "Tells what a pack holds, level by level, and where everybody is who has had it: what a picture of a pack needs"
          + " beside its trace.")
      .params(Describe.TOKEN, required("barcode", "String", "in any form", "\"TSR_SGTDEV001\""),
          optional("offset", "Integer", "units to leave out, default 0", "0"),
          optional("limit", "Integer", "units to give, default 10", "10"))
      .outcomes(after(Describe.PAGE_REFUSED, yes("otherwise")))
      .inferred("items are the units directly inside, by barcode; isi is how many units each of them holds directly.",
          "places are the facilities of the latest thousand events, with the point that each registered, or null.")
      .example("""
          {"barcode": "TSR_SGTDEV001", "barcode_level": "tersier", "total": 1, "offset": 0, "limit": 10, "items": [
           {"barcode": "SKD_SGTDEV001", "barcode_level": "sekunder", "status": "active", "isi": 5}],
           "places": [{"id": 284, "nama": "PBF Nusantara Medika", "kota": "Bekasi", "provinsi": "Jawa Barat",
            "latitude": "-6.2349", "longitude": "106.9923"}]}""");

  /** The same as EPCIS 2.0. */
  public static final Operation EPCIS = ours("ttac.barcode.epcis", "GET", "/barcode/epcis", "EPCIS 2.0",
      "A pack's history as an EPCIS 2.0 document in JSON-LD (application/ld+json). On success the answer is the"
          + " document itself, without the envelope.")
      .params(Describe.TOKEN, required("barcode", "String", "in any form", "\"SGTDEV001PRM0001\""),
          optional("offset", "Integer", "events of the trace to leave out, default 0", "0"),
          optional("limit", "Integer", "events of the trace to give, default 1000", "1000"))
      .outcomes(after(Describe.PAGE_REFUSED, yes("never written: the document stands for it")))
      .inferred("Packs with GTIN and serial, and units with an SSCC, have GS1 Digital Link URIs; all others, and"
              + " facilities, private ones under the setting ttac.epcis.base.",
          "Each event is about the pack that was asked for; a holder it moved with stands in jejak:movedWith.",
          "Ids of events are the same in every export of the same pack.",
          "A release (activation) has no business step of its own in CBV 2.0 and is written as other.");

  /** The symbol. */
  public static final Operation SYMBOL = ours("ttac.barcode.symbol", "GET", "/barcode/symbol", "Symbol",
      "Draws a barcode: a GS1 element string as a true GS1 symbol, a company's own code as a plain one. On success"
          + " the answer is the image. The barcode need not be registered.")
      .params(Describe.TOKEN, required("barcode", "String", "in any form", "\"SGTDEV001PRM0001\""),
          optional("carrier", "String", "datamatrix (default) or qr", "\"datamatrix\""),
          optional("format", "String", "png (default) or svg", "\"svg\""))
      .outcomes(after(Describe.BARCODE_REFUSED,
          e990(Sentence.invalid("carrier"), "carrier is neither datamatrix nor qr; format likewise"),
          e990(Sentence.invalid("barcode"), "no symbol can hold it, or it may be read as several packs"),
          Describe.BROKEN,
          yes("never written: the image stands for it")));

  /** In the sandbox only, and so in no list. */
  public static final Operation SANDBOX_BARCODES = ours("ttac.sandbox.barcodes", "POST", "/ttac/barcodes",
      "Seed packs", "Puts packs at a facility, at any level, in any status, inside each other.")
      .outcomes(yes("{\"registered\": n, \"sarana_id\": id}; faults answer 400 {\"error\": ...}"));

  private OwnOperations() {}
}
