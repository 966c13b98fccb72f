package id.jejak.satusehat.contract;

import java.util.Map;
import java.util.Set;

/**
 * Codes that the real server was recorded not to find in their system (recorded error 014). The systems themselves are
 * not published as files, so nothing else is said about them.
 */
public final class UnknownCodes {
  /** Number of the rule for {@code Observation.code}. */
  public static final String OBSERVATION_CODE = "10010";
  /** Number of the rule for {@code Observation.valueCodeableConcept}. */
  public static final String OBSERVATION_VALUE = "10297";

  private static final Map<String, Set<String>> RECORDED = Map.of(
      "http://terminology.kemkes.go.id/CodeSystem/clinical-term", Set.of("OC000135", "OV000319"));

  private UnknownCodes() {}

  /** True for a code that was recorded as not found. */
  public static boolean in(String system, String code) {
    return RECORDED.getOrDefault(system, Set.of()).contains(code);
  }
}
