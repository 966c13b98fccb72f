package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.List;

/**
 * One member of a row, in the order of its object.
 *
 * @param absent JSON that stands there when a document has no such member
 * @param as how a value that is there is printed
 * @param inside members of the object, or of each object of the array; empty when it is printed as it is
 */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, examples of 4.1 to 5.2; newer sets: facts 7", seen = "2026-11")
public record Member(String name, String absent, As as, List<Member> inside) {
  /** How a value is printed. */
  public enum As {
    /** As the document has it. */
    IS,
    /** A number with a fraction, {@code 848.0}, also when the document has {@code 848}. */
    DECIMAL,
    /** A number as a text. */
    TEXT,
    /** A moment without a zone, in the zone that is set. */
    MOMENT,
    /** As the document has it; left out of the shorter lists of version 1. */
    LONG_LIST_ONLY
  }

  /** Copies the list. */
  public Member {
    inside = List.copyOf(inside);
  }

  static Member is(String name) {
    return new Member(name, "null", As.IS, List.of());
  }

  static Member or(String name, String absent) {
    return new Member(name, absent, As.IS, List.of());
  }

  static Member decimal(String name) {
    return new Member(name, "null", As.DECIMAL, List.of());
  }

  static Member moment() {
    return new Member("updated_at", "null", As.MOMENT, List.of());
  }

  /** An object; a missing one has all its members absent. */
  static Member object(String name, Member... inside) {
    return new Member(name, "", As.IS, List.of(inside));
  }

  /** An array of objects. */
  static Member list(String name, Member... inside) {
    return new Member(name, "[]", As.IS, List.of(inside));
  }

  Member longListOnly() {
    return new Member(name, absent, As.LONG_LIST_ONLY, inside);
  }
}
