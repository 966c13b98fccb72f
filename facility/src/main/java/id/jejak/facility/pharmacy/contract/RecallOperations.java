package id.jejak.facility.pharmacy.contract;

import static id.jejak.facility.pharmacy.contract.Describe.missing;
import static id.jejak.facility.pharmacy.contract.Describe.no;
import static id.jejak.facility.pharmacy.contract.Describe.operation;
import static id.jejak.facility.pharmacy.contract.Describe.optional;
import static id.jejak.facility.pharmacy.contract.Describe.required;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** Recall, from the word to the patients. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class RecallOperations {
  private static final Param ID = required("id", "String", "of the recall", "\"5001\"");
  private static final Param AFTER = optional("after", "String", "the next of the page before", "\"\"");

  /** The word. */
  public static final Operation OPEN = operation("pharmacy.recall.open", "POST", "/recalls", "Recall",
      "Blocks a product, a batch or a pack at once, also where it is being dispensed this second: what is dispensed after"
          + " the answer is none of it. What is received later is blocked on arrival.",
      List.of(required("by", "String", "nie, batch, serial (a barcode) or kfa", "\"batch\""),
          required("value", "String", "which", "\"PND2601\""),
          optional("nie", "String", "whose batch, where several makers number alike", "\"DKL2499900210A1\""),
          required("reason", "String", "as told to whoever is stopped", "\"cemaran EG/DEG\"")),
      List.of(), "{\"id\": \"5001\", \"by\": \"batch\", \"value\": \"PND2601\", \"lots\": 1, \"packs_here\": 30}");

  /** All of them. */
  public static final Operation LIST = operation("pharmacy.recall.list", "GET", "/recalls", "Recalls",
      "Lists recalls of all facilities, newest first, 500 at a time: a recall blocks everywhere.",
      List.of(optional("before", "String", "the next of the page before", "\"5001\"")), List.of(),
      "{\"rows\": [{\"id\": \"5001\", \"by\": \"batch\", \"value\": \"PND2601\", \"reason\": \"cemaran EG/DEG\","
          + " \"opened_at\": \"2026-11-22T02:00:00Z\", \"facility\": \"rs-sarana-a\", \"closed_at\": null}], \"next\": null}");

  /** What it comes to. */
  public static final Operation GET = operation("pharmacy.recall.get", "GET", "/recalls/{id}", "A recall",
      "Says how many packs are where, and how many went out; counted up to 100,000.",
      List.of(ID), List.of(missing("recall")),
      "{\"id\": \"5001\", \"by\": \"batch\", \"value\": \"PND2601\", \"reason\": \"cemaran EG/DEG\", \"opened_at\":"
          + " \"2026-11-22T02:00:00Z\", \"facility\": \"rs-sarana-a\", \"closed_at\": null, \"lots\": [{\"nie\":"
          + " \"DKL2499900210A1\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\"}], \"packs\": [{\"facility\":"
          + " \"rs-sarana-a\", \"state\": \"shelf\", \"packs\": 30}], \"dispensed\": 0}");

  /** Every pack. */
  public static final Operation PACKS = operation("pharmacy.recall.packs", "GET", "/recalls/{id}/packs", "Recalled packs",
      "Lists every pack and where it is now, 500 at a time.",
      List.of(ID, AFTER), List.of(missing("recall")),
      "{\"rows\": [{\"barcode\": \"...\", \"facility\": \"rs-sarana-a\", \"place\": \"RAK-A\", \"state\": \"shelf\","
          + " \"units\": 10}], \"next\": null}");

  /** Everybody who was given of it. */
  public static final Operation PATIENTS = operation("pharmacy.recall.patients", "GET", "/recalls/{id}/patients",
      "Who was given of it", "Lists what went to this facility's patients, as it is or in compounds, 500 at a time;"
          + " what was taken back since, too.",
      List.of(ID, AFTER), List.of(missing("recall")),
      "{\"rows\": [{\"patient\": \"P02029542843\", \"at\": \"2026-11-22T02:00:00Z\", \"dispense\": \"4001\", \"compound\":"
          + " null, \"barcode\": \"...\", \"batch\": \"PND2601\", \"quantity\": 10, \"unit\": \"TAB\","
          + " \"taken_back\": false}], \"next\": null}");

  /** Names, for a purpose. */
  public static final Operation CONTACTS = operation("pharmacy.recall.contacts", "POST", "/recalls/{id}/contacts",
      "Contact list", "Exports whom to call, with names, 500 rows at a time, as CSV or as JSON; who asked and what for is"
          + " written down with the recall, and each name in the audit for the purpose recall. Of CSV the header X-Next names"
          + " what to ask for next, of JSON its next.",
      List.of(ID, required("purpose", "String", "why the names are needed", "\"menghubungi pasien\""),
          optional("as", "String", "csv (default), or rows for JSON", "\"rows\""), AFTER),
      List.of(missing("recall")), "");

  /** The end of it. */
  public static final Operation CLOSE = operation("pharmacy.recall.close", "POST", "/recalls/{id}/close", "Close a recall",
      "Ends a recall; what no other recall blocks may be dispensed again.",
      List.of(ID), List.of(missing("recall"), no(Problem.RECALL_FOREIGN, "another facility opened it"),
          no(Problem.RECALL_CLOSED, "it was closed before")),
      "{\"id\": \"5001\", \"closed_at\": \"2026-11-22T02:00:00Z\"}");

  /** From the word to its end. */
  public static final List<Operation> ALL = List.of(OPEN, LIST, GET, PACKS, PATIENTS, CONTACTS, CLOSE);

  private RecallOperations() {}
}
