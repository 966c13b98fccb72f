package id.jejak.satusehat.http.structure;

import java.util.Optional;

/** What the table of shapes knows, for tests of what stands on it. */
public final class Elements {
  private Elements() {}

  /** The type of an element; empty when FHIR does not have it. */
  public static Optional<String> type(String path) {
    return Structure.R4.member(path).map(Shape.Member::type);
  }

  /** A resource that has little more than one element, with a value. */
  public static String resource(String path, String value) {
    var names = path.split("\\.");
    var json = value;
    for (int i = names.length - 1; i > 0; i--) {
      var member = Structure.R4.member(String.join(".", java.util.Arrays.copyOf(names, i + 1))).orElseThrow();
      json = "{\"" + names[i] + "\":" + (member.element().list() ? "[" + json + "]" : json) + "}";
    }
    return "{\"resourceType\":\"" + names[0] + "\"," + json.substring(1);
  }
}
