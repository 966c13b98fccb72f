package id.jejak.facility.pharmacy.contract;

import static id.jejak.facility.pharmacy.contract.Describe.no;
import static id.jejak.facility.pharmacy.contract.Describe.operation;
import static id.jejak.facility.pharmacy.contract.Describe.optional;
import static id.jejak.facility.pharmacy.contract.Describe.required;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** Goods in, goods out, and what lies where. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class StockOperations {
  private static final String BARCODES = "[\"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\"]";
  private static final Param PACKS = required("barcodes", "Array String", "1 to 1,500 packs, in any spelling", BARCODES);

  /** What TTAC says is on its way. */
  public static final Operation INBOUND = operation("pharmacy.inbound.list", "GET", "/inbound", "On its way here",
      "Asks TTAC what was sent here and not yet received.",
      List.of(),
      List.of(no(Problem.REMOTE, "TTAC cannot be reached, asks to wait, or refuses, as when this facility's password is wrong"
          + " there")),
      "{\"units\": [{\"barcode\": \"TSR_SGTDEV001\", \"level\": \"tersier\", \"nie\": \"TR202358291\", \"batch\":"
          + " \"STRIAL\", \"expiry\": \"2030-12-31\", \"packs\": 10, \"sender\": 284, \"sender_name\":"
          + " \"PBF Nusantara Medika\"}]}");

  /** Goods in. */
  public static final Operation RECEIVE = operation("pharmacy.stock.receive", "POST", "/receive", "Goods in",
      "Takes packs into stock, one row for each serial, all or none, and owes TTAC the receipt. A box or pallet is received"
          + " by its own code in units, with the packs inside in barcodes.",
      List.of(PACKS,
          required("place", "String", "where they are put", "\"GUDANG\""),
          optional("units", "Array String", "what TTAC is told was received; default the packs themselves",
              "[\"TSR_SGTDEV001\"]"),
          optional("nie", "String", "of packs whose barcode does not tell it", "\"TR202358291\""),
          optional("batch", "String", "likewise", "\"STRIAL\""),
          optional("expiry", "Date", "likewise", "\"2030-12-31\""),
          optional("quarantine", "Boolean", "keeps them apart until they are released", "false")),
      List.of(no(Problem.LOT_UNTOLD, "a barcode does not tell its product, batch and expiry, and nothing else does"),
          no(Problem.HELD, "a pack was received before, and not sent on")),
      "{\"received\": 1, \"movement\": \"810277330063364096\", \"blocked\": 0, \"unmapped\": []}");

  /** The look before. */
  public static final Operation CHECK = operation("pharmacy.stock.check", "POST", "/receive/check", "Look at goods in",
      "Says of every barcode how it is read and why it could not be received: untold, twice, held, held-elsewhere, recalled,"
          + " expired. Nothing is written.",
      List.of(PACKS, optional("nie", "String", "of packs whose barcode does not tell it", "\"TR202358291\""),
          optional("batch", "String", "likewise", "\"STRIAL\""), optional("expiry", "Date", "likewise", "\"2030-12-31\"")),
      List.of(),
      "{\"rows\": [{\"barcode\": \"...\", \"good\": false, \"problem\": \"held\", \"nie\": \"DKL2499900210A1\", \"name\":"
          + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\", \"mapped\":"
          + " true}], \"good\": 0}");

  /** What lies where. */
  public static final Operation LIST = operation("pharmacy.stock.list", "GET", "/stock", "Stock",
      "Lists what is here by product, batch, expiry and place, what expires first at the head, 500 rows at a time.",
      List.of(optional("nie", "String", "of one product only", "\"DKL2499900210A1\""),
          optional("before", "Date", "expiring before this day only", "\"2029-12-31\""),
          optional("after", "String", "the next of the page before", "\"\"")),
      List.of(),
      "{\"rows\": [{\"nie\": \"DKL2499900210A1\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\", \"batch\":"
          + " \"PND2601\", \"expiry\": \"2029-03-31\", \"place\": \"RAK-A\", \"state\": \"shelf\", \"blocked\": false,"
          + " \"packs\": 30, \"units\": 300}], \"next\": null}");

  /** One pack. */
  public static final Operation PACK = operation("pharmacy.pack.get", "GET", "/pack", "A pack",
      "Tells where a pack is and what happened to it, oldest first.",
      List.of(required("barcode", "String", "in any spelling",
          "\"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\"")),
      List.of(no(Problem.NOT_FOUND, "nobody received it here")),
      "{\"barcode\": \"...\", \"nie\": \"DKL2499900210A1\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\","
          + " \"facility\": \"rs-sarana-a\", \"place\": \"RAK-A\", \"state\": \"shelf\", \"blocked\": false, \"units\": 10,"
          + " \"whole\": 10, \"events\": [{\"at\": \"2026-11-22T02:00:00Z\", \"what\": \"received\", \"place\": \"RAK-A\"}]}");

  /** Many packs at once. */
  public static final Operation PACKS_AT_ONCE = operation("pharmacy.pack.list", "POST", "/packs", "Packs",
      "Tells of many packs at once where each is, one row for each barcode in the order in which they were asked; of a"
          + " barcode that nobody received here, only that. What happened to a pack is told of one alone. Nothing is written.",
      List.of(PACKS), List.of(),
      "{\"rows\": [{\"asked\": \"...\", \"known\": true, \"barcode\": \"...\", \"nie\": \"DKL2499900210A1\", \"name\":"
          + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\", \"facility\":"
          + " \"rs-sarana-a\", \"place\": \"RAK-A\", \"state\": \"shelf\", \"blocked\": false, \"units\": 10, \"whole\": 10},"
          + " {\"asked\": \"ENTAH\", \"known\": false}]}");

  /** From place to place, and into quarantine or out of it. */
  public static final Operation MOVE = operation("pharmacy.stock.move", "POST", "/move", "Move",
      "Puts packs to another place, keeps them apart, or releases them; all or none. What a patient had is never released: only"
          + " a whole pack that was given in error, and taken back as such, is.",
      List.of(PACKS, required("place", "String", "where they are put", "\"RAK-A\""),
          optional("quarantine", "Boolean", "true keeps them apart, false releases them; left out, they stay as they are",
              "true"),
          optional("reason", "String", "needed with quarantine", "\"kemasan penyok\"")),
      List.of(no(Problem.NOT_HERE, "a pack is not in this facility's hands"),
          no(Problem.NOT_RELEASED, "a pack that is released came back by a taking back, opened or not in error")),
      "{\"moved\": 1, \"movement\": \"810277330063364096\"}");

  /** To another facility. */
  public static final Operation SEND = operation("pharmacy.stock.send", "POST", "/send", "Send, or give back",
      "Sends packs to another facility, or gives them back with a reason, and owes TTAC the report; all or none. Opened"
          + " packs stay.",
      List.of(PACKS, required("sarana", "Integer", "TTAC's number of the facility", "456"),
          optional("reason", "String", "of giving back; left out, it is a sending", "\"rusak\""),
          optional("units", "Array String", "what TTAC is told; default the packs themselves", "[]")),
      List.of(no(Problem.NOT_HERE, "a pack is not on a shelf here, or was opened")),
      "{\"sent\": 1, \"movement\": \"810277330063364096\"}");

  /** Stock count. */
  public static final Operation COUNT = operation("pharmacy.stock.count", "POST", "/count", "Stock count",
      "Compares what was scanned at a place with what should lie there. With apply, what is missing is written off and what"
          + " was elsewhere is put there.",
      List.of(required("barcodes", "Array String", "every pack that lies there, at most 1,500; may be empty", BARCODES),
          required("place", "String", "that was counted", "\"RAK-A\""),
          optional("apply", "Boolean", "default false: looks only", "false")),
      List.of(),
      "{\"place\": \"RAK-A\", \"expected\": 30, \"found\": 1, \"missing\": [\"...\"], \"elsewhere\": [], \"unknown\": [],"
          + " \"applied\": false}");

  /** What a registration number stands for. */
  public static final Operation MAP = operation("pharmacy.product.map", "POST", "/products", "Map a product",
      "Asks KFA what a registration number stands for, and keeps it: code, substances, prices. A code that is given is taken"
          + " in place of KFA's own choice.",
      List.of(required("nie", "String", "registration number", "\"DKL2499900210A1\""),
          optional("kfa", "String", "the product's code, chosen by a pharmacist", "\"93990002\""),
          optional("pack_units", "Number", "units in a pack; default 1", "10"),
          optional("price", "Number", "what this facility asks for a unit, in rupiah", "550")),
      List.of(no(Problem.REMOTE, "KFA cannot be reached, asks to wait, or refuses"),
          no(Problem.NOT_FOUND, "KFA has no such product: choose a code")),
      "{\"nie\": \"DKL2499900210A1\", \"kfa\": \"93990002\", \"template\": \"92990001\", \"name\":"
          + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"unit\": \"Tablet\", \"substances\": [\"91990001\"], \"pack_units\": 10,"
          + " \"het\": 710, \"jkn\": 430, \"usable\": true, \"price\": 550}");

  /** In the order of a pack's way. */
  public static final List<Operation> ALL = List.of(INBOUND, CHECK, RECEIVE, LIST, PACK, PACKS_AT_ONCE, MOVE, SEND, COUNT, MAP);

  private StockOperations() {}
}
