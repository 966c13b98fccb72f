package id.jejak.satusehat.client.care;

import java.util.List;
import java.util.Map;

/** A code with its system, and its words for people. */
public record Code(String system, String code, String display) {
  private static final String SNOMED = "http://snomed.info/sct";

  /** A code of SNOMED CT, such as those of additional instructions. */
  public static Code snomed(String code, String display) {
    return new Code(SNOMED, code, display);
  }

  /** As FHIR's Coding. */
  Map<String, Object> coding() {
    return Fields.of("system", system, "code", code, "display", display);
  }

  /** As FHIR's CodeableConcept. */
  Map<String, Object> concept() {
    return Fields.of("coding", List.of(coding()));
  }
}
