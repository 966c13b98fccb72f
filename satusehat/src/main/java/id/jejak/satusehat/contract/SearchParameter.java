package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.List;

/**
 * One thing a type of resource can be searched by.
 *
 * @param name as in the query
 * @param key names what is indexed; the same for two names of one thing
 * @param kind how values compare
 * @param selective true when it has index rows of its own; else it only narrows what another parameter finds
 * @param paths where the values stand, below the resource; arrays are walked through
 */
@Source(grade = Grade.CERTAIN, ref = "recorded searches (facts, section 3.4); others by FHIR R4", seen = "2026-11")
public record SearchParameter(String name, String key, Kind kind, boolean selective, List<String> paths) {
  /** How values compare. */
  public enum Kind {
    /** A code or an identifier: {@code value} or {@code system|value}. */
    TOKEN("token"),
    /** An id, with or without its type. */
    REFERENCE("reference"),
    /** Words of a name, each from its beginning. */
    STRING("string"),
    /** A day, month, year or instant, with a prefix such as {@code ge}. */
    DATE("date");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** FHIR's word for it. */
    public String code() {
      return code;
    }
  }

  static SearchParameter token(String name, String... paths) {
    return new SearchParameter(name, name, Kind.TOKEN, true, List.of(paths));
  }

  /** A code with few values: it narrows, but does not find. */
  static SearchParameter coarse(String name, String... paths) {
    return new SearchParameter(name, name, Kind.TOKEN, false, List.of(paths));
  }

  static SearchParameter reference(String name, String path) {
    return new SearchParameter(name, name, Kind.REFERENCE, true, List.of(path));
  }

  static SearchParameter alias(String name, String key, String path) {
    return new SearchParameter(name, key, Kind.REFERENCE, true, List.of(path));
  }

  static SearchParameter words(String name, String path) {
    return new SearchParameter(name, name, Kind.STRING, true, List.of(path));
  }

  /** A type has one date at the most, so that a row can hold it. */
  static SearchParameter date(String name, String... paths) {
    return new SearchParameter(name, name, Kind.DATE, false, List.of(paths));
  }
}
