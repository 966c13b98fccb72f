package id.jejak.satusehat.client.care;

import java.util.Map;

/** A patient or health worker as SATUSEHAT knows them. Prints no name. */
public record Person(String reference, String name) {
  Map<String, Object> json() {
    return Fields.of("reference", reference, "display", name);
  }

  /** The id alone. */
  public String id() {
    return reference.substring(reference.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "Person[" + reference + "]";
  }
}
