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

/** Prescriptions, from here or elsewhere. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public final class PrescriptionOperations {
  private static final Param ID = required("id", "String", "of the prescription", "\"1001\"");

  /** By a doctor of the house. */
  public static final Operation WRITE = operation("pharmacy.prescription.write", "POST", "/prescriptions", "Prescribe",
      "Writes a prescription of this facility's own doctor, and owes SATUSEHAT its MedicationRequests and document, which get"
          + " the national number there.",
      List.of(required("patient", "String", "SATUSEHAT's number of the patient", "\"P02029542843\""),
          required("lines", "Array Object", "1 to 40: kfa, name, quantity, unit, signa; for compounds kind SD or EP and"
              + " ingredients", "[{\"kfa\": \"93990002\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\", \"quantity\": 10,"
              + " \"unit\": \"TAB\", \"signa\": \"3 dd 1\", \"repeats\": 1}]"),
          optional("visit", "String", "code of the visit in the queue", "\"20261122A001\""),
          optional("coverage", "String", "Biaya-Sendiri, the default, BPJS-K, Biaya-Perusahaan or Asuransi-Swasta", "\"Biaya-Sendiri\""),
          optional("claim", "String", "number of the SEP; must be there with BPJS-K, and is told of it alone",
              "\"0301R0011117V000008\"")),
      List.of(), "{\"id\": \"1001\", \"number\": \"R1001\", \"lines\": [\"2001\"], \"findings\": []}");

  /** By its national number. */
  public static final Operation FETCH = operation("pharmacy.prescription.fetch", "POST", "/prescriptions/fetch",
      "Fetch by national number", "Fetches a prescription from SATUSEHAT: the document, its items, and what is left of each."
          + " Fetched again, what is left is brought up to date.",
      List.of(required("nrn", "String", "national prescription number", "\"240925-7KAJ2MR\"")),
      List.of(no(Problem.REMOTE, "SATUSEHAT cannot be reached, asks to wait, or refuses"),
          no(Problem.NOT_FOUND, "SATUSEHAT has no such number")),
      "{\"id\": \"1001\", \"nrn\": \"240925-7KAJ2MR\", \"lines\": [\"2001\"]}");

  /** One of them. */
  public static final Operation GET = operation("pharmacy.prescription.get", "GET", "/prescriptions/{id}", "A prescription",
      "Shows a prescription with what is left of each line, what to warn of, and which packs to take: what expires first.",
      List.of(ID), List.of(missing("prescription")),
      "{\"id\": \"1001\", \"number\": \"R1001\", \"nrn\": null, \"patient\": \"P02029542843\", \"lines\": [{\"id\": \"2001\","
          + " \"kind\": \"NC\", \"kfa\": \"93990002\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\", \"signa\": \"3 dd 1\","
          + " \"quantity\": 10, \"unit\": \"TAB\", \"repeats\": 1, \"left\": 20, \"left_now\": 10, \"supply\": 1,"
          + " \"findings\": [], \"take\": [{\"nie\": \"DKL2499900210A1\", \"batch\": \"PND2601\", \"expiry\": \"2029-03-31\","
          + " \"place\": \"RAK-A\", \"packs\": 30}]}], \"findings\": [],"
          + " \"given\": [], \"compounds\": []}");

  /** The latest. */
  public static final Operation LIST = operation("pharmacy.prescription.list", "GET", "/prescriptions", "Prescriptions",
      "Lists prescriptions, newest first, 500 at a time; of one patient when asked.",
      List.of(optional("patient", "String", "SATUSEHAT's number", "\"P02029542843\""),
          optional("before", "String", "the next of the page before", "\"1001\"")),
      List.of(), "{\"rows\": [{\"id\": \"1001\", \"number\": \"R1001\", \"nrn\": null, \"patient\": \"P02029542843\","
          + " \"written_at\": \"2026-11-22T02:00:00Z\", \"lines\": 1, \"open\": 1}], \"next\": null}");

  /** The queue at the counter. */
  public static final Operation WAITING = operation("pharmacy.prescription.waiting", "GET", "/waiting", "Who waits",
      "Lists prescriptions of the last 24 hours of whose first supply something is still to be given, oldest first; by their"
          + " numbers, without the patients.",
      List.of(), List.of(),
      "{\"rows\": [{\"id\": \"1001\", \"number\": \"R1001\", \"nrn\": null, \"visit\": null,"
          + " \"written_at\": \"2026-11-22T02:00:00Z\", \"scanned_at\": null, \"lines\": 1, \"compound\": false}]}");

  /** On paper. */
  public static final Operation PAPER = operation("pharmacy.prescription.paper", "GET", "/prescriptions/{id}/paper",
      "A prescription as PDF", "A prescription to print, with a QR code of its national number, or of its own while there is"
          + " none; with copy, the copy for the next pharmacy.",
      List.of(ID, optional("copy", "Boolean", "default false", "true")), List.of(missing("prescription")), "");

  /** What may be prescribed. */
  public static final Operation DRUGS = operation("pharmacy.drug.search", "GET", "/drugs", "Search medicines",
      "Finds products by words of their names: what lies on the shelves here first, then what KFA knows. kfa is false when KFA"
          + " could not be asked.",
      List.of(required("q", "String", "words of a name", "\"paracetamol 500\"")), List.of(),
      "{\"rows\": [{\"kfa\": \"93990002\", \"template\": \"92990001\", \"name\": \"Paracetamol 500 mg Tablet (PANADIN)\","
          + " \"form\": \"BS066\", \"route\": \"\", \"unit\": \"TAB\", \"substances\": [{\"code\": \"91990001\", \"name\":"
          + " \"91990001\"}], \"here\": 800}], \"kfa\": true}");

  /** How something is taken. */
  public static final Operation SIGNA = operation("pharmacy.signa.read", "GET", "/signa", "Read a signa",
      "Says how a signa is understood: in its usual writing, in words for the patient, and as FHIR's Dosage.",
      List.of(required("text", "String", "as it is written", "\"3 dd 1 p.c.\""),
          optional("unit", "String", "of the line; default TAB", "\"CAP\"")), List.of(),
      "{\"text\": \"3 dd 1 p.c.\", \"words\": \"3 kali sehari 1 tablet, sesudah makan\", \"dosage\": {}}");

  /** A doctor's own. */
  public static final Operation FAVOURITES = operation("pharmacy.favourite.list", "GET", "/favourites", "Favourites",
      "Lists what the doctor who asks prescribes often.", List.of(), List.of(),
      "{\"rows\": [{\"name\": \"demam anak\", \"lines\": []}]}");

  /** Keeping one. */
  public static final Operation KEEP = operation("pharmacy.favourite.keep", "POST", "/favourites", "Keep a favourite",
      "Keeps lines under a name, for the doctor who asks; what the name stood for before gives way.",
      List.of(required("name", "String", "of the favourite", "\"demam\""),
          required("lines", "Array Object", "as in prescribing", "[{\"kfa\": \"93990002\", \"name\": \"Paracetamol 500 mg"
              + " Tablet (PANADIN)\", \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1\"}]")), List.of(),
      "{\"name\": \"demam\"}");

  /** Forgetting one. */
  public static final Operation FORGET = operation("pharmacy.favourite.forget", "POST", "/favourites/forget",
      "Forget a favourite", "Forgets a favourite of the doctor who asks.",
      List.of(required("name", "String", "of the favourite", "\"demam\"")), List.of(missing("favourite")),
      "{\"name\": \"demam\"}");

  /** For the next pharmacy. */
  public static final Operation COPY = operation("pharmacy.copy.print", "GET", "/prescriptions/{id}/copy",
      "Copy of a prescription", "A page to print: what was prescribed, and of each line what was given (det, nedet, did).",
      List.of(ID), List.of(missing("prescription")), "");

  /** What the patient does not bear. */
  public static final Operation ALLERGY = operation("pharmacy.allergy.note", "POST", "/allergies", "Note an allergy",
      "Notes that a patient does not bear a substance; whatever holds it must be accepted by name from then on.",
      List.of(required("patient", "String", "SATUSEHAT's number of the patient", "\"P02029542843\""),
          required("substance", "String", "KFA code of the substance (91...)", "\"91990004\""),
          required("name", "String", "of the substance", "\"Amoxicillin\"")),
      List.of(), "{\"patient\": \"P02029542843\", \"substance\": \"91990004\"}");

  /** From writing to the copy. */
  public static final List<Operation> ALL = List.of(WRITE, FETCH, LIST, WAITING, GET, PAPER, COPY, ALLERGY,
      DRUGS, SIGNA, FAVOURITES, KEEP, FORGET);

  private PrescriptionOperations() {}
}
