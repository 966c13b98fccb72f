package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.util.List;

/**
 * One fault of a request to version 1 or 2, in the words of the framework behind it; the answer lists all of them.
 *
 * @param where {@code query} or {@code header}
 * @param name of the parameter
 */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, 4xx of 4.1, 4.2, 5.1: missing; the others as pydantic v1 words them",
    seen = "2026-11")
public record Invalid(String where, String name, String message, String type) {
  private static final String QUERY = "query";

  /** A parameter that must be there is not, or is empty. */
  public static Invalid missing(String name) {
    return new Invalid(QUERY, name, "field required", "value_error.missing");
  }

  /** No whole number. */
  public static Invalid integer(String name) {
    return new Invalid(QUERY, name, "value is not a valid integer", "type_error.integer");
  }

  /** Below its least value. */
  public static Invalid below(String name, long least) {
    return new Invalid(QUERY, name, "ensure this value is greater than or equal to " + least,
        "value_error.number.not_ge");
  }

  /** Above its greatest value. */
  public static Invalid above(String name, long most) {
    return new Invalid(QUERY, name, "ensure this value is less than or equal to " + most, "value_error.number.not_le");
  }

  /** No day, written {@code yyyy-mm-dd}. */
  public static Invalid date(String name) {
    return new Invalid(QUERY, name, "invalid date format", "value_error.date");
  }

  /** None of the values that are allowed. */
  public static Invalid choice(String where, String name, List<String> allowed) {
    return new Invalid(where, name, permitted(allowed), "type_error.enum");
  }

  /** None of the values that are allowed, with what the caller may have meant. */
  public static Invalid choice(String name, List<String> allowed, String hint) {
    return new Invalid(QUERY, name, permitted(allowed) + hint, "type_error.enum");
  }

  private static String permitted(List<String> allowed) {
    return "value is not a valid enumeration member; permitted: '" + String.join("', '", allowed) + "'";
  }

  /** The body of the answer, HTTP 422. */
  public static byte[] json(List<Invalid> all) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayPropertyStart("detail");
      for (var one : all) {
        out.writeStartObject();
        out.writeArrayPropertyStart("loc");
        out.writeString(one.where());
        out.writeString(one.name());
        out.writeEndArray();
        out.writeStringProperty("msg", one.message());
        out.writeStringProperty("type", one.type());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
