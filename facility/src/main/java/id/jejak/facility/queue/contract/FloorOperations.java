package id.jejak.facility.queue.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import java.util.List;

/** Calling, the pharmacy's line, screens in waiting rooms, and how long everybody waited. */
public final class FloorOperations {
  private static final Outcome NO_DISPLAY = new Outcome("404 unknown", false, DeskMessage.DISPLAY_UNKNOWN.text(),
      "no display has the id or the code");
  private static final String LINE = """
      {"code": "17032021A001", "number": "A-1", "record": "123345", "member": true, "new_patient": false,
       "source": "mobile-jkn", "step": "waiting", "since": "2021-03-17T01:05:00Z", "compounded": null, "ticket": null,
       "calls": 1, "called_at": "2021-03-17T01:20:00Z"}""";
  private static final String DISPLAY = """
      {"id": "9", "name": "Lobi", "subs": [], "pharmacy": true, "made_at": "2021-03-17T01:00:00Z", "made_by": "Ani"}""";

  /** Who waits. */
  public static final Operation LINE_OF = DeskOperations.ours("queue.session.bookings", "GET", "/sessions/{id}/bookings",
      "Who waits", "Everybody with a number of a session, by number, with where they are now and how often they were"
          + " called. Records, no names.")
      .params(DeskOperations.ID).outcomes(DeskOperations.NO_SESSION, DeskOperations.yes())
      .example("{\"data\": [" + LINE + "]}");
  /** Call the next. */
  public static final Operation NEXT = DeskOperations.ours("queue.session.next", "POST", "/sessions/{id}/next",
      "Call the next", "Calls whoever waits for the doctor and was called least, then by number: who did not hear it comes"
          + " again after the others. Two who ask at once call two.")
      .params(DeskOperations.ID).outcomes(DeskOperations.NO_SESSION, DeskOperations.REFUSED, DeskOperations.yes())
      .example("{\"data\": " + LINE + "}");
  /** Find a record. */
  public static final Operation FIND = DeskOperations.ours("queue.patient.find", "POST", "/patients/find",
      "Find a record", "The medical record of whoever has a card, an identity number or a record; which comes in the body"
          + " so that no log of addresses has it.")
      .params(DeskOperations.optional("card", "11 to 13 digits", "\"00012345678\""),
          DeskOperations.optional("nik", "16 digits", "\"\""),
          DeskOperations.optional("record", "medical record", "\"\""))
      .outcomes(DeskOperations.MALFORMED, new Outcome("404 unknown", false, DeskMessage.PATIENT_UNKNOWN.text(),
          "nobody has it"), DeskOperations.yes())
      .example("{\"data\": {\"record\": \"123345\", \"new_patient\": false}}");
  /** The pharmacy's line. */
  public static final Operation PHARMACY = DeskOperations.ours("queue.pharmacy.list", "GET", "/pharmacy",
      "The pharmacy's line", "Everybody of a day with a prescription or a number at the pharmacy, with where they are now.")
      .params(DeskOperations.optional("day", "yyyy-mm-dd; today when left out", "\"2021-03-17\""))
      .outcomes(DeskOperations.MALFORMED, DeskOperations.yes()).example("{\"data\": [" + LINE + "]}");
  /** A number at the pharmacy. */
  public static final Operation TICKET = DeskOperations.ours("queue.pharmacy.take", "POST", "/bookings/{code}/pharmacy",
      "A number at the pharmacy", "Gives a number of the pharmacy to who cannot take it in Mobile JKN, or the one there"
          + " is; BPJS is told.")
      .params(DeskOperations.CODE)
      .outcomes(DeskOperations.NO_BOOKING, DeskOperations.REFUSED, DeskOperations.yes())
      .example("{\"data\": {\"code\": \"17032021A001\", \"compounded\": false, \"number\": 1, \"done\": false}}");
  /** Screens. */
  public static final Operation DISPLAYS = DeskOperations.ours("queue.display.list", "GET", "/displays", "Displays",
      "The screens in waiting rooms, by name, without their codes.").outcomes(DeskOperations.yes())
      .example("{\"data\": [" + DISPLAY + "]}");
  /** A screen. */
  public static final Operation ADD_DISPLAY = DeskOperations.ours("queue.display.add", "POST", "/displays", "A display",
      "Makes a code for a screen. It is answered once; whoever has it sees numbers and clinics until the display is taken"
          + " away. A display of the same name is replaced; of more than 200 the oldest goes.")
      .params(DeskOperations.required("name", "where it hangs", "\"Lobi\""),
          DeskOperations.optional("subs", "subspecialties separated by blanks; all when left out", "\"ANA INT\""),
          DeskOperations.optional("pharmacy", "whether it shows the pharmacy; false when left out", "true"))
      .outcomes(DeskOperations.MALFORMED, DeskOperations.yes())
      .example("{\"data\": {\"code\": \"<code>\", \"display\": " + DISPLAY + "}}");
  /** A screen less. */
  public static final Operation REMOVE_DISPLAY = DeskOperations.ours("queue.display.remove", "DELETE", "/displays/{id}",
      "A display less", "Takes a screen away: its code shows nothing any more.")
      .params(DeskOperations.path("id", "as the list has it", "\"9\"")).outcomes(NO_DISPLAY, DeskOperations.yes());
  /** What a screen shows. */
  public static final Operation SHOW = DeskOperations.ours("queue.display.read", "GET", "/display/{code}",
      "What a display shows", "Numbers and clinics of today, and who was called last. No names, no records; no login, the"
          + " code is enough.")
      .params(DeskOperations.path("code", "as it was answered once", "\"ruang-tunggu-demo\""))
      .outcomes(NO_DISPLAY, DeskOperations.yes())
      .example("""
          {"data": {"name": "Lobi", "at": "2021-03-17T01:20:01Z", "calls": [{"kind": "clinic", "number": "A-1",
           "place": "Anak", "doctor": "Dr. Hendra", "compounded": false, "calls": 1, "at": "2021-03-17T01:20:00Z"}],
           "sessions": [{"clinic": "Anak", "doctor": "Dr. Hendra", "hours": "08:00-16:00", "called": "A-1",
           "waiting": 3, "closed": false}], "pharmacy": [{"compounded": false, "last": 4, "waiting": 2, "called": 2}]}}""");
  /** Waiting times. */
  public static final Operation FIGURES = DeskOperations.ours("queue.figures.read", "GET", "/figures", "Waiting times",
      "How long each step took, in seconds: median, and what nine of ten did not exceed; of everything, by clinic, by"
          + " doctor. How many visits have every task, and how many were in time.")
      .params(DeskOperations.optional("from", "yyyy-mm-dd; today when left out", "\"2021-03-01\""),
          DeskOperations.optional("until", "yyyy-mm-dd, at most 366 days later; the first day when left out",
              "\"2021-03-17\""),
          DeskOperations.optional("clinic", "minutes that nobody should wait longer for a doctor; 60", "60"),
          DeskOperations.optional("finished", "minutes until finished medicine; 30", "30"),
          DeskOperations.optional("compounded", "minutes until compounded medicine; 60", "60"))
      .outcomes(DeskOperations.MALFORMED, DeskOperations.yes())
      .example("""
          {"data": {"from": "2021-03-17", "until": "2021-03-17", "targets": {"clinic": 60, "finished": 30,
           "compounded": 60}, "figures": [{"sub": null, "clinic": "", "doctor": null, "doctor_name": "", "bookings": 12,
           "cancelled": 1, "absent": 0, "came": 9, "done": 7, "complete": 6, "seen": 8, "seen_in_time": 8, "given": 5,
           "given_in_time": 4, "steps": [{"step": 3, "visits": 8, "median": 1260, "p90": 2400, "whole": 11000}]}]}}""");

  /** All, in order. */
  public static final List<Operation> ALL = List.of(LINE_OF, NEXT, FIND, PHARMACY, TICKET, DISPLAYS, ADD_DISPLAY,
      REMOVE_DISPLAY, SHOW, FIGURES);

  private FloorOperations() {}
}
