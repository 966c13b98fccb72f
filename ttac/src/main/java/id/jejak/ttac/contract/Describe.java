package id.jejak.ttac.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;
import java.util.stream.Stream;

/** Words for describing operations, so that {@link TtacOperations} reads like the guide's tables. */
final class Describe {
  static final Param TOKEN = required("token", "String", "token setelah login", "\"your-string-token\"");
  static final Param OFFSET = optional("offset", "Integer", "batas pengambilan awal data, default 0", "0");
  static final Param LIMIT = optional("limit", "Integer", "jumlah data yang ingin ditampilkan, default 10", "10");

  static final Outcome UNREADABLE = no(Code.E990, "the body cannot be read");

  /** A call of ours broke; it had nothing to change. */
  static final Outcome BROKEN = no(Code.E999, "something broke");

  /** What comes before everything else: the token. */
  static final List<Outcome> TOKEN_REFUSED = List.of(e990(Sentence.required("token"), "the token is missing or blank"),
      no(Code.E003, "the token is unknown, expired or revoked"));

  /** The same where one barcode is asked for. */
  static final List<Outcome> BARCODE_REFUSED = List.of(after(TOKEN_REFUSED,
      e990(Sentence.required("barcode"), "barcode is missing or blank")));

  /** The same where a page of what is known of a barcode is asked for. */
  static final List<Outcome> PAGE_REFUSED = List.of(after(BARCODE_REFUSED,
      e990(Sentence.integer("limit"), "limit is not a whole number; likewise offset"),
      e990(Sentence.atLeast("limit", 1), "limit is below 1; offset below 0 likewise"),
      no(Code.E013, "never registered"), BROKEN));

  static final String REPLAY = "Ours: with an Idempotency-Key header, a repeat of a write that succeeded is not done"
      + " again but answered as before (decision 0017).";

  private Describe() {}

  static Operation document(String id, String method, String path, String section, String purpose) {
    return new Operation(id, method, path, section, purpose, List.of(), List.of(), "PIA 3.0.1, " + section, false,
        List.of(), List.of(), "null");
  }

  static Operation ours(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), "ours", true, List.of(), List.of(),
        "null");
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

  /** Outcomes that several operations share, and then those of one. */
  static Outcome[] after(List<Outcome> shared, Outcome... own) {
    return Stream.concat(shared.stream(), Stream.of(own)).toArray(Outcome[]::new);
  }

  static Outcome yes(String when) {
    return new Outcome(Code.E000.name(), true, Code.E000.message(), when);
  }

  static Outcome no(Code code, String when) {
    return new Outcome(code.name(), code.success(), code.message(), when);
  }

  static Outcome e990(String sentence, String when) {
    return new Outcome(Code.E990.name(), false, sentence, when);
  }
}
