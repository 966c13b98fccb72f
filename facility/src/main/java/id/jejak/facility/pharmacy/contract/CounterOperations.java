package id.jejak.facility.pharmacy.contract;

import static id.jejak.facility.pharmacy.contract.Describe.missing;
import static id.jejak.facility.pharmacy.contract.Describe.no;
import static id.jejak.facility.pharmacy.contract.Describe.operation;
import static id.jejak.facility.pharmacy.contract.Describe.optional;
import static id.jejak.facility.pharmacy.contract.Describe.required;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import java.util.List;

/** At the counter: scan, compound, give, label. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class CounterOperations {
  /** The look at a pack. */
  public static final Operation VERIFY = operation("pharmacy.pack.verify", "POST", "/verify", "Verify a pack",
      "Says whether a pack may be dispensed, for a line of a prescription when one is named. Where it may not although a"
          + " serial should be unique, says what that means. The first scan for a prescription is told to the queue.",
      List.of(required("barcode", "String", "as the scanner gives it",
          "\"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\""),
          optional("line", "String", "of a prescription", "\"2001\""),
          optional("prescription", "String", "where no line is named: the answer names the line that the pack is meant for,"
              + " and how many units it waits for", "\"1001\""),
          optional("batch", "String", "printed on the pack, where the barcode does not tell it", "\"PND2601\"")),
      List.of(missing("line"), missing("prescription")),
      "{\"good\": true, \"barcode\": \"...\", \"nie\": \"DKL2499900210A1\", \"name\":"
          + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\", \"units\": 10,"
          + " \"findings\": []}");

  /** Making a compound. */
  public static final Operation COMPOUND = operation("pharmacy.compound.make", "POST", "/compounds", "Make a compound",
      "Takes units out of packs into a compound for a line. Which serials went into it stays known, down to every patient who"
          + " is given of it.",
      List.of(required("line", "String", "of kind SD or EP", "\"2002\""),
          required("made", "Number", "pieces that were made", "20"),
          required("packs", "Array Object", "barcode and units of each", "[{\"barcode\":"
              + " \"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\", \"units\": 10}]"),
          optional("accept", "Array String", "kinds of findings that are accepted", "[\"AMOUNT\"]")),
      List.of(missing("line"), no(Problem.PACK_STOPPED, "a pack may not be used"),
          no(Problem.PRODUCT_UNKNOWN, "nobody mapped the product of a pack"),
          no(Problem.FINDINGS, "something must be accepted first")),
      "{\"id\": \"3001\", \"line\": \"2002\", \"made\": 20, \"best_by\": \"2026-12-06\", \"findings\": []}");

  /** Dispensing. */
  public static final Operation GIVE = operation("pharmacy.dispense.give", "POST", "/dispenses", "Dispense",
      "Binds serials to lines of one prescription and gives them: stock, dispense, price, the queue's times and what is owed"
          + " to SATUSEHAT are one transaction. Part of a pack may be taken, and part of a line given.",
      List.of(required("prescription", "String", "whose lines", "\"1001\""),
          required("items", "Array Object", "1 to 40: line, and packs (barcode, units) or compound and quantity;"
              + " substitution where the product is another; dispensed as the caller saw it of the line, so that nothing is given twice", "[{\"line\": \"2001\", \"packs\": [{\"barcode\":"
              + " \"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\", \"units\": 10}]}]"),
          optional("accept", "Array String", "kinds of findings that are accepted", "[\"DUPLICATE\"]"),
          optional("hand_over", "Boolean", "default true: the patient has it, which the queue is told", "true")),
      List.of(missing("prescription"), no(Problem.PACK_STOPPED, "a pack may not be dispensed"),
          no(Problem.PRODUCT_UNKNOWN, "nobody mapped the product of a pack"),
          no(Problem.SUBSTITUTION, "a substitution lacks what the law asks for"),
          no(Problem.COMPOUND_STOPPED, "too little is left of a compound, or a pack in it was recalled"),
          no(Problem.TOO_MUCH, "more than may be given now"),
          no(Problem.SERVED, "dispensed is named, and more was given meanwhile"),
          no(Problem.FINDINGS, "something must be accepted first")),
      "{\"dispenses\": [{\"id\": \"4001\", \"line\": \"2001\", \"quantity\": 10, \"unit\": \"TAB\", \"price\": 5500,"
          + " \"left\": 10}], \"price\": 5500, \"findings\": []}");

  /** Undoing it. */
  public static final Operation TAKE_BACK = operation("pharmacy.dispense.takeback", "POST", "/dispenses/{id}/takeback",
      "Take a dispense back", "Takes back what was handed over: as an error or as declined while the patient never had it,"
          + " for 24 hours, or as returned, at any time. The line may be given again, stock has what came back, and SATUSEHAT"
          + " is told. The dispense stays: a recall still names its patient, and the queue's times stay as they happened.",
      List.of(required("id", "String", "of the dispense", "\"4001\""),
          required("reason", "String", "in words", "\"salah pasien\""),
          required("kind", "String", "error (it should not have been given), declined (the patient did not want it) or"
              + " returned (the patient had it)", "\"error\""),
          optional("to", "String", "where it goes, for packs that do not say: quarantine (the default), shelf or destroyed."
              + " Shelf is for errors only, and for whole packs. Of a compound, only what goes on the shelf may be given"
              + " again", "\"quarantine\""),
          optional("packs", "Array Object", "what came back: barcode, units (default all that were given of it), to. Left"
              + " out, everything did; what is left out of the list did not, and stays used", "[{\"barcode\":"
              + " \"90DKL2499900210A1\\u001d10PND2601\\u001d1729033121PND0001\", \"units\": 10, \"to\":"
              + " \"quarantine\"}]")),
      List.of(missing("dispense"), no(Problem.TAKEN_BACK, "it was taken back before"),
          no(Problem.TOO_LATE, "it is older than 24 hours, and not returned"),
          no(Problem.NOT_OF_IT, "a pack was not given with it"),
          no(Problem.MORE_THAN_GIVEN, "more units of a pack than were given of it"),
          no(Problem.NOT_ON_SHELF, "something may not be given to anybody else")),
      "{\"id\": \"6001\", \"dispense\": \"4001\", \"line\": \"2001\", \"kind\": \"error\", \"quantity\": 10, \"unit\":"
          + " \"TAB\", \"packs\": [{\"barcode\": \"...\", \"units\": 10, \"to\": \"quarantine\"}]}");

  /** The label. */
  public static final Operation LABEL = operation("pharmacy.label.print", "GET", "/dispenses/{id}/label", "Label",
      "The label (etiket) of what was given, to print: white for what is swallowed, blue for what is not.",
      List.of(required("id", "String", "of the dispense", "\"4001\"")), List.of(missing("dispense")), "");

  /** Labels as PDF. */
  public static final Operation LABELS = operation("pharmacy.label.pdf", "GET", "/labels", "Labels as PDF",
      "Labels (etiket) of several dispenses, one a page of 70 by 45 mm, with a QR code of the dispense: white for what is"
          + " swallowed, blue for what is not.",
      List.of(required("dispenses", "String", "1 to 40 numbers, separated by commas", "\"4001,4002\"")),
      List.of(missing("dispense")), "");

  /** In the order of a pack's way over the counter. */
  public static final List<Operation> ALL = List.of(VERIFY, COMPOUND, GIVE, TAKE_BACK, LABEL, LABELS);

  private CounterOperations() {}
}
