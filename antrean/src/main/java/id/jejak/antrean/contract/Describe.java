package id.jejak.antrean.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for describing operations, so that the lists of operations read like the documents' tables. */
final class Describe {
  static final Param BOOKING = required("kodebooking", "String", "kode booking", "\"16032021A001\"");
  static final Outcome BROKEN = no(Message.BROKEN, "something broke; nothing was changed");
  static final Outcome UNKNOWN_BOOKING = no(Message.BOOKING_UNKNOWN, "no booking of this hospital has the code");

  private static final List<Outcome> HEADERS = List.of(
      no(Message.HEADER_MISSING, "X-cons-id, X-timestamp, X-signature or user_key is missing; the first one is named"),
      no(Message.TIMESTAMP_UNREADABLE, "X-timestamp is no whole number"),
      no(Message.SERVICE_EXPIRED, "X-timestamp is further from now than the tolerance"),
      no(Message.SIGNATURE_WRONG, "the signature is wrong, or there is no such consumer"),
      no(Message.USER_KEY_WRONG, "user_key is not the consumer's"));

  private Describe() {}

  static Operation slides(String id, String method, String path, String title, String purpose) {
    return described(id, method, path, title, purpose, "slides of May 2021, " + title);
  }

  static Operation later(String id, String method, String path, String title, String purpose) {
    return described(id, method, path, title, purpose, "Katalog WS Antrean BPJS (later than the slides), " + title);
  }

  static Operation vclaim(String id, String method, String path, String title, String purpose) {
    return described(id, method, path, title, purpose,
        "slides of May 2021, Katalog WS BPJS rows 7 and 8; path and body as open clients of VClaim send them");
  }



  static Operation ours(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), "ours", true, List.of(), List.of(),
        "null");
  }

  private static Operation described(String id, String method, String path, String title, String purpose,
      String origin) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), origin, false, List.of(), List.of(),
        "");
  }

  /** The operation with its outcomes, those of the headers before them and the fault after them. */
  static Operation answers(Operation operation, Outcome... own) {
    var all = new ArrayList<>(HEADERS);
    if (!operation.method().equals("GET")) {
      all.add(no(Message.UNREADABLE, "the body is no JSON object"));
    }
    int last = own.length - 1;
    all.addAll(List.of(own).subList(0, last));
    all.add(BROKEN);
    all.add(own[last]); // the plain success stands last
    return operation.outcomes(all.toArray(Outcome[]::new));
  }

  static Param required(String name, String type, String description, String example) {
    return new Param(name, Need.REQUIRED, type, description, example);
  }

  static Param optional(String name, String type, String description, String example) {
    return new Param(name, Need.OPTIONAL, type, description, example);
  }

  static Param requiredIf(String name, String type, String description, String example) {
    return new Param(name, Need.CONDITIONAL, type, description, example);
  }

  static Outcome yes(Message message, String when) {
    return new Outcome(code(message.code(), message.name()), true, message.text(), when);
  }

  static Outcome no(Message message, String when) {
    return new Outcome(code(message.code(), message.name()), false, message.text(), when);
  }

  static Outcome empty(String first) {
    return no(Message.FIELD_EMPTY, "a field that must be there is not; the first one in the table is named, such as "
        + first);
  }

  static Outcome malformed(String field, String when) {
    return no(Message.FIELD_MALFORMED, field + ": " + when);
  }

  /** The number on the wire and a name, since many refusals share a number: {@code 201 booking unknown}. */
  static String code(Code code, String name) {
    return code.number() + " " + name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
