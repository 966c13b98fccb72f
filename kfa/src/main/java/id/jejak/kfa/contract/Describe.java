package id.jejak.kfa.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** Words for describing operations, so that {@link KfaOperations} reads like the document's tables. */
final class Describe {
  static final Param PAGE = required("page", "number", "Isi dengan nomor halaman (page) yang diinginkan.", "1");
  static final Param SIZE = required("size", "number",
      "Isi dengan banyaknya data yang ingin ditampilkan dalam satu halaman (page).", "50");
  static final Outcome FOUND = new Outcome("200 ok", true, "", "otherwise");
  static final Outcome UNAUTHORIZED = new Outcome("401 token", false, "Invalid access token",
      "the access token is missing, malformed, unknown or expired; the gateway's own body");
  static final Outcome BROKEN = new Outcome("500 failure", false, "Internal Server Error",
      "something broke; nothing was changed");
  static final Outcome INTEGER = wrong("422 integer", "value is not a valid integer", "a number is none");
  static final Outcome BELOW = wrong("422 below", "ensure this value is greater than or equal to 1",
      "page, or the number of rows, is below 1");
  static final Outcome ABOVE = wrong("422 above", "ensure this value is less than or equal to 1000",
      "more rows of a page than 1000");
  static final Outcome GONE = new Outcome("404 gone", false, "Not Found",
      "kfa.atc-gone is on: the live service answers so today");
  static final String ALL_FAULTS = "Every fault of the parameters is listed at once, in the order of the parameters.";
  static final String EMPTY = "An empty parameter is an absent one; + is a blank; unknown parameters are ignored (K21).";
  static final String FIELDS = "Ours: the header X-Jejak-Fields (2023, 2026, stored) chooses the members for one"
      + " request.";

  private Describe() {}

  static Operation get(String id, String path, String section, String title, String purpose) {
    return new Operation(id, "GET", path, section + " " + title, purpose, List.of(), List.of(),
        "KFA ReST API 2023, section " + section, false, List.of(), List.of(), "");
  }

  static Operation post(String id, String path, String title, String purpose) {
    return new Operation(id, "POST", path, title, purpose, List.of(), List.of(),
        "KFA ReST API, newest revision, version 3", false, List.of(), List.of(), "");
  }

  static Operation ours(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), "ours", true, List.of(), List.of(),
        "");
  }

  static Param required(String name, String type, String description, String example) {
    return new Param(name, Need.REQUIRED, type, description, example);
  }

  static Param optional(String name, String type, String description, String example) {
    return new Param(name, Need.OPTIONAL, type, description, example);
  }

  static Outcome missing(String names) {
    return wrong("422 missing", "field required", names + " missing or empty");
  }

  static Outcome wrong(String code, String message, String when) {
    return new Outcome(code, false, message, when);
  }
}
