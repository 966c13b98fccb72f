package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Outcome.Issue;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.UnknownCodes;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Refuses the codes that the real server was recorded not to find in their system; any other is taken. Stateless. */
final class Terms {
  private Terms() {}

  /** Adds what is wrong. The path counts a concept as if it were a list, as the recorded answer does. */
  static void check(String type, JsonNode resource, List<Issue> issues) {
    if (type.equals("Observation")) {
      check(resource, "code", UnknownCodes.OBSERVATION_CODE, issues);
      check(resource, "valueCodeableConcept", UnknownCodes.OBSERVATION_VALUE, issues);
    }
  }

  private static void check(JsonNode resource, String member, String rule, List<Issue> issues) {
    int at = 0;
    for (var coding : resource.path(member).path("coding")) {
      var system = Documents.text(coding.path("system"));
      var code = Documents.text(coding.path("code"));
      if (UnknownCodes.in(system, code)) {
        issues.add(Refusals.unknownCode(code, system, rule, "Observation." + member + "[" + at + "].code"));
      }
      at++;
    }
  }
}
