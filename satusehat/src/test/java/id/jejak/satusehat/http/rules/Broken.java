package id.jejak.satusehat.http.rules;

import id.jejak.kernel.json.Json;
import id.jejak.satusehat.domain.rule.KfaCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a resource breaks, as short lines: rule, path, received. */
final class Broken {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));
  static final Rules RULES = new Rules(KfaCodes.UNKNOWN, CLOCK);

  private Broken() {}

  static List<String> of(String json) {
    return of(json, RULES);
  }

  static List<String> of(String json, Rules rules) {
    var resource = (ObjectNode) Json.read(json);
    return rules.of(resource.path("resourceType").asString(), resource, "10000005").stream()
        .map(one -> one.rule() + " " + one.path() + " " + one.received()).toList();
  }

  /** Only the lines of one rule. */
  static List<String> of(String json, String rule) {
    return of(json).stream().filter(line -> line.startsWith(rule + " ")).toList();
  }
}
