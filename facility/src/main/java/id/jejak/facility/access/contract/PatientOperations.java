package id.jejak.facility.access.contract;

import static id.jejak.facility.access.contract.Describe.NO_PATIENT;
import static id.jejak.facility.access.contract.Describe.PATIENT;
import static id.jejak.facility.access.contract.Describe.PURPOSE;
import static id.jejak.facility.access.contract.Describe.done;
import static id.jejak.facility.access.contract.Describe.guarded;
import static id.jejak.facility.access.contract.Describe.invalid;
import static id.jejak.facility.access.contract.Describe.open;
import static id.jejak.facility.access.contract.Describe.optional;
import static id.jejak.facility.access.contract.Describe.required;
import static id.jejak.facility.access.contract.Describe.unreadable;

import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** Patients and the audit. */
public final class PatientOperations {
  private static final Param[] PERSON = {
    optional("nik", "String", "16 digits", "\"3171015508880099\""),
    optional("card", "String", "card of the health insurance, 11 to 13 digits", "\"0002032091799\""),
    optional("ihs", "String", "number at SATUSEHAT", "\"P09999999999\""),
    required("name", "String", "1 to 200 characters", "\"Sari Wulandari\""),
    optional("phone", "String", "at most 30 characters", "\"081234567890\""),
    optional("address", "String", "at most 500 characters", "\"Jl. Melati No. 4\""),
    optional("born", "String", "date, YYYY-MM-DD", "\"1988-08-15\""),
    optional("sex", "String", "male or female", "\"female\""),
    PURPOSE};
  private static final String SHOWN = """
      {"id": "1001", "nik": "9271061903950011", "card": "", "ihs": "P02029542843", "name": "Yudi Nurwanto", "phone": "",
       "address": "", "born": "1995-03-19", "sex": "male"}""";
  private static final String LINE = """
      {"seq": 12, "at": "2026-11-22T08:00:00Z", "staff": {"id": "17", "name": "dr. Ratna Kusuma"}, "glass": false,
       "operation": "access.patient.read", "deed": "read", "patient": "1001", "purpose": "treatment"}""";
  private static final Param FROM = optional("from", "String", "instant, ISO 8601; a month ago if left out",
      "\"2026-11-01T00:00:00Z\"");
  private static final Param UNTIL = optional("until", "String", "instant, ISO 8601; now if left out",
      "\"2030-01-01T00:00:00Z\"");

  /** Find. */
  public static final Operation FIND = guarded("access.patient.find", "POST", "/patients/find", "Find a patient",
      "By exactly one identifier, which comes in the body so that no log of addresses has it.", Permission.PATIENT_FIND,
      unreadable(), invalid("not exactly one of nik, card and ihs, one that is malformed, or no purpose"),
      Problem.NOT_FOUND.when("no patient of this facility has the identifier"), done(200, "otherwise"))
      .params(optional("nik", "String", "16 digits", "\"9271061903950011\""),
          optional("card", "String", "11 to 13 digits", ""), optional("ihs", "String", "number at SATUSEHAT", ""), PURPOSE)
      .example(SHOWN);
  /** Add. */
  public static final Operation ADD = guarded("access.patient.add", "POST", "/patients", "Add a patient",
      "Kept encrypted; the number that is answered says nothing about the person.", Permission.PATIENT_WRITE,
      unreadable(), invalid("a member is missing or malformed"),
      Problem.TAKEN.when("another patient of this facility has an identifier"), done(201, "otherwise"))
      .params(PERSON).example(SHOWN);
  /** Read. */
  public static final Operation READ = guarded("access.patient.read", "GET", "/patients/{id}", "Read a patient",
      "Who a patient is.", Permission.PATIENT_READ, invalid("purpose is missing or none of the list"), NO_PATIENT,
      done(200, "otherwise")).params(PATIENT, PURPOSE).example(SHOWN);
  /** Change. */
  public static final Operation CHANGE = guarded("access.patient.change", "PUT", "/patients/{id}", "Correct a patient",
      "Writes anew who a patient is; what is left out is empty then.", Permission.PATIENT_WRITE, unreadable(),
      invalid("a member is missing or malformed"), NO_PATIENT,
      Problem.TAKEN.when("another patient of this facility has an identifier"), done(200, "otherwise"))
      .params(with(PATIENT, PERSON)).example(SHOWN);
  /** Invite. */
  public static final Operation INVITE = guarded("access.patient.invite", "POST", "/patients/{id}/invite",
      "A code for the patient", "A code with which, and with their date of birth, a patient may see for 30 days who looked"
          + " at their data.", Permission.PATIENT_WRITE, NO_PATIENT, done(201, "otherwise"))
      .params(PATIENT).example("{\"code\": \"<code>\", \"ends_at\": \"2026-12-22T08:00:00Z\"}");
  /** A patient's own view. */
  public static final Operation OWN_VIEW = open("access.own.view", "POST", "/own", "Who looked at my data",
      "For the patient, with the code that the facility gave and the date of birth. Looking is noted, too.",
      Problem.CROSS_SITE.when("a page of another site asked"), unreadable(), invalid("code or born is missing or malformed"),
      Problem.CODE_WRONG.when("unknown or old code, or another date of birth"), done(200, "otherwise"))
      .params(required("code", "String", "as the facility gave it", "\"code\""),
          required("born", "String", "date of birth, YYYY-MM-DD", "\"1995-03-19\""))
      .example("""
          {"facility": "RS Sarana A", "looks": [{"at": "2026-11-22T08:00:00Z", "who": "dr. Ratna Kusuma",
           "deed": "read", "purpose": "treatment", "glass": false}]}""");
  /** Who looked. */
  public static final Operation LOOKS = guarded("access.audit.patient", "GET", "/audit/patients/{id}",
      "Who looked at a patient", "Every touch of a patient's data between two instants, the latest first; 200 at a time,"
          + " go on with until.", Permission.AUDIT_READ, invalid("from or until is no instant"), done(200, "otherwise"))
      .params(PATIENT, FROM, UNTIL).example("{\"entries\": [" + LINE + "]}");
  /** What somebody did. */
  public static final Operation DEEDS = guarded("access.audit.staff", "GET", "/audit/staff/{id}",
      "What somebody did", "Every deed of a member of staff between two instants, the latest first; 200 at a time, go on"
          + " with until.", Permission.AUDIT_READ, invalid("from or until is no instant"), done(200, "otherwise"))
      .params(required("id", "String", "number of the account", "\"17\""), FROM, UNTIL)
      .example("{\"entries\": [" + LINE + "]}");
  /** The whole trail. */
  public static final Operation TRAIL = guarded("access.audit.list", "GET", "/audit", "The audit",
      "Everything that was done at this facility, the latest first; 200 at a time, go on with before.",
      Permission.AUDIT_READ, invalid("before is no number"), done(200, "otherwise"))
      .params(optional("before", "Integer", "place in the chain", "100000")).example("{\"entries\": [" + LINE + "]}");
  /** Verify. */
  public static final Operation VERIFY = guarded("access.audit.verify", "POST", "/audit/verify", "Verify the audit",
      "Looks at every line of this facility's chain, its end and every signed day.", Permission.AUDIT_READ,
      done(200, "otherwise; whole says whether all is as it was written"))
      .example("{\"whole\": true, \"entries\": 1204, \"broken_at\": 0, \"what\": \"\"}");
  /** Signed days. */
  public static final Operation ROOTS = guarded("access.audit.roots", "GET", "/audit/roots", "Signed days",
      "The end of each day's audit, signed (Ed25519 over \"jejak audit <facility> <day>\", the place as eight bytes, the"
          + " hash). Keep them elsewhere: with them nobody can exchange the audit unseen.", Permission.AUDIT_READ,
      done(200, "otherwise"))
      .example("""
          {"key": "<X.509 in base64>", "roots": [{"day": "2026-11-21", "seq": 1204, "hash": "<hex>",
           "signature": "<base64>"}]}""");
  /** Erase; after everything else, so that a run from top to bottom can end with it. */
  public static final Operation ERASE = guarded("access.patient.erase", "POST", "/patients/{id}/erase",
      "Erase a patient", "Destroys the key under which the patient is kept. The number stays in prescriptions and in the"
          + " audit, with nobody behind it.", Permission.PATIENT_ERASE, NO_PATIENT, done(200, "otherwise"))
      .params(PATIENT).example("{\"erased\": true}");

  /** All, in order. */
  public static final List<Operation> ALL = List.of(FIND, ADD, READ, CHANGE, INVITE, OWN_VIEW, LOOKS, DEEDS, TRAIL, VERIFY,
      ROOTS, ERASE);

  private PatientOperations() {}

  private static Param[] with(Param first, Param... more) {
    var all = new Param[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
