package id.jejak.facility.queue.contract;

import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Role;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The desk's own services: registration, calling, the doctor's door, and the display in the waiting room. */
public final class DeskOperations {
  /** Where they are served. */
  public static final List<String> BASES = List.of("/facility/v1/queue");

  static final Param CODE = path("code", "kodebooking, percent-encoded", "\"17032021A001\"");
  static final Param ID = path("id", "the session's id, as lists have it", "\"1\"");
  private static final String OPEN = "queue.display.read";
  private static final Param BY = optional("by", "who says so; whoever is logged in says so themselves, whatever stands here",
      "\"Ani\"");
  static final Outcome NO_BOOKING = new Outcome("404 unknown", false, DeskMessage.BOOKING_UNKNOWN.text(),
      "no booking has the code");
  static final Outcome NO_SESSION = new Outcome("404 unknown", false, DeskMessage.SESSION_UNKNOWN.text(),
      "no session has the id");
  static final Outcome MALFORMED = new Outcome("400 malformed", false, DeskMessage.MALFORMED.text(),
      "something is missing or cannot be understood");
  static final Outcome REFUSED = new Outcome("409 refused", false, DeskMessage.REFUSED.text(),
      "it does not fit what is so already");

  /** Sessions of a day. */
  public static final Operation SESSIONS = ours("queue.session.list", "GET", "/sessions", "Sessions",
      "Lists the sessions of a day, with places, numbers and who was called last.")
      .params(optional("day", "yyyy-mm-dd; today when left out", "\"2021-03-17\""))
      .outcomes(MALFORMED, yes());
  /** One session. */
  public static final Operation SESSION = ours("queue.session.show", "GET", "/sessions/{id}", "A session",
      "Shows one session for a display: the number last called and the numbers that wait, without any name.")
      .params(ID).outcomes(NO_SESSION, yes());
  /** Doors and places. */
  public static final Operation CHANGE = ours("queue.session.change", "PUT", "/sessions/{id}", "Doors and places",
      "Closes or opens a session for new numbers, or sets the places for patients who are no members.")
      .params(ID, optional("closed", "true or false", "true"), optional("quota_other", "0 to 10000", "9"))
      .outcomes(MALFORMED, NO_SESSION, yes());
  /** A walk-in. */
  public static final Operation WALK_IN = ours("queue.walkin.add", "POST", "/walk-ins", "A walk-in",
      "Gives a number to who stands at the desk; BPJS is told. A patient without a record is registered with it.")
      .params(required("sub", "subspecialty", "\"ANA\""), required("doctor", "doctor", "12345"),
          optional("day", "yyyy-mm-dd; today when left out", "\"2021-03-17\""),
          required("hours", "hours", "\"08:00-16:00\""),
          optional("record", "medical record; left out for a new patient", "\"123345\""),
          optional("member", "false for who pays otherwise", "true"),
          optional("kind", "1 to 4", "1"), optional("reference", "of a member", "\"0001R0040116A000001\""),
          optional("nik", "of a new patient", "\"\""), optional("card", "of a new patient who is a member", "\"\""),
          optional("name", "of a new patient", "\"\""), optional("phone", "of a new patient", "\"\""))
      .outcomes(MALFORMED, new Outcome("404 unknown", false, DeskMessage.PATIENT_UNKNOWN.text(),
          "no patient has the record"), REFUSED, yes());
  /** A booking. */
  public static final Operation BOOKING = ours("queue.booking.show", "GET", "/bookings/{code}", "A booking",
      "Shows a booking with everything that happened, where each time comes from, and what BPJS is not told and why.")
      .params(CODE).outcomes(NO_BOOKING, yes());
  /** Something happened. */
  public static final Operation EVENT = ours("queue.booking.event", "POST", "/bookings/{code}/events", "It happens",
      "Records what happens now: check-in, admission-call, admission-done, call, start, finish or absent; at the"
          + " pharmacy pharmacy-call, pharmacy-start or pharmacy-done.")
      .params(CODE, required("event", "one of the ten", "\"check-in\""), BY)
      .outcomes(MALFORMED, NO_BOOKING, REFUSED, yes());
  /** A correction. */
  public static final Operation CORRECT = ours("queue.booking.correct", "POST", "/bookings/{code}/corrections",
      "A correction", "Records what a named person knows to have happened, in place of nothing or of a time that BPJS"
          + " was not told yet; everything that waited for it is told then.")
      .params(CODE, required("task", "1 to 7", "3"), required("at", "ISO 8601 with offset",
          "\"2021-03-17T08:05:00+07:00\""), BY,
          required("reason", "why it was not recorded then", "\"The screen was dark\""))
      .outcomes(MALFORMED, NO_BOOKING, REFUSED, yes());
  /** A cancellation. */
  public static final Operation CANCEL = ours("queue.booking.cancel", "POST", "/bookings/{code}/cancellation",
      "A cancellation", "Cancels a booking whose patient was not called yet; BPJS is told.")
      .params(CODE, required("reason", "why", "\"The doctor is ill\""))
      .outcomes(MALFORMED, NO_BOOKING, REFUSED, yes());
  /** A planned operation. */
  public static final Operation SURGERY = ours("queue.surgery.put", "PUT", "/surgeries/{code}", "A planned operation",
      "Writes a planned operation, or writes it anew.")
      .params(path("code", "kodebooking of the operation", "\"OP-1\""),
          required("day", "yyyy-mm-dd", "\"2021-03-20\""), required("procedure", "what is done", "\"operasi gigi\""),
          required("clinic", "kode poli", "\"001\""), required("name", "nama poli", "\"Poli Bedah Mulut\""),
          optional("done", "true once it was", "false"), optional("card", "of a member", "\"0000000000123\""))
      .outcomes(MALFORMED, yes());

  /** All, in order. */
  public static final List<Operation> ALL = Stream.concat(Stream.of(SESSIONS, SESSION, CHANGE, WALK_IN, BOOKING, EVENT,
      CORRECT, CANCEL, SURGERY), FloorOperations.ALL.stream()).toList();

  private DeskOperations() {}

  /** What the caller must be allowed to do, at the hospital whose queue it is. */
  public static Permission permission(Operation operation) {
    return permission(operation.id());
  }

  private static Permission permission(String id) {
    return switch (id) {
      case "queue.session.list", "queue.session.show", "queue.booking.show", "queue.figures.read", "queue.display.list" ->
          Permission.QUEUE_READ;
      case OPEN -> Permission.ANY;
      case "queue.session.change" -> Permission.SCHEDULE_WRITE;
      default -> Permission.QUEUE_WORK;
    };
  }

  static Operation ours(String id, String method, String path, String title, String purpose) {
    var roles = permission(id).roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    return new Operation(id, method, path, title, purpose + (id.equals(OPEN) ? "" : " For: " + roles + "."), List.of(), List.of(), "ours", true, List.of(), List.of(),
        "{\"data\": {}}");
  }

  static Outcome yes() {
    return new Outcome("200 done", true, "", "otherwise");
  }

  static Param path(String name, String description, String example) {
    return new Param(name, Need.REQUIRED, "String", description, example);
  }

  static Param required(String name, String description, String example) {
    return new Param(name, Need.REQUIRED, type(example), description, example);
  }

  static Param optional(String name, String description, String example) {
    return new Param(name, Need.OPTIONAL, type(example), description, example);
  }

  private static String type(String example) {
    return example.startsWith("\"") ? "String" : example.matches("true|false") ? "Boolean" : "Integer";
  }
}
