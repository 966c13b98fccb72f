package id.jejak.satusehat.http.structure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one type.
 *
 * @param name FHIR's name, or {@code Observation.Component} for what only stands within a type
 * @param members by the names that JSON uses; a choice stands there once for each of its types
 * @param required elements that cannot be left out
 */
record Shape(String name, Map<String, Member> members, List<Element> required) {
  /**
   * An element as the definition has it.
   *
   * @param name without {@code [x]}
   * @param most how many there may be; 0 for any number
   */
  record Element(String name, boolean choice, boolean needed, int most) {
    boolean list() {
      return most != 1;
    }

    String shown() {
      return choice ? name + "[x]" : name;
    }
  }

  /**
   * An element under one of its names.
   *
   * @param type FHIR's name of the type
   * @param primitive null for a type that has elements of its own
   * @param codes the only codes it may have; null for any
   * @param targets types that a reference may lead to; empty for any
   */
  record Member(Element element, String type, @Nullable Primitive primitive, @Nullable Set<String> codes,
      Set<String> targets) {}

  /** Copies. */
  Shape {
    members = Map.copyOf(members);
    required = List.copyOf(required);
  }
}
