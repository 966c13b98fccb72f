package id.jejak.satusehat.http.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our check of shapes says that a resource is broken exactly when HAPI's validator finds something in it that it did
 * not find before the mutation. Invariants, which the check does not look at, are left out on HAPI's side. What
 * references may lead to HAPI only sees with the resources at hand; {@code DefinitionsTest} holds that to FHIR's
 * definitions.
 */
class DifferentialLaws {
  private static final int EACH = Integer.getInteger("satusehat.mutations", 6);

  static List<ObjectNode> samples() {
    try (InputStream in = Objects.requireNonNull(DifferentialLaws.class.getResourceAsStream("samples.json"))) {
      var samples = new ArrayList<ObjectNode>();
      for (JsonNode one : Json.read(in.readAllBytes())) {
        samples.add((ObjectNode) one);
      }
      return samples;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void brokenForUsIsBrokenForHapi() {
    var oracle = new Oracle();
    var differing = new ArrayList<String>();
    Map<Mutation, Integer> broken = new EnumMap<>(Mutation.class);
    int sample = 0;
    for (var good : samples()) {
      var before = oracle.errors(good.toString());
      assertEquals(List.of(), StructureCheck.of(good.path("resourceType").asString(), good), good.toString());
      for (var mutation : Mutation.values()) {
        for (int i = 0; i < EACH; i++) {
          var seed = sample * 1_000_003L + mutation.ordinal() * 1009L + i;
          var told = new StringBuilder();
          var changed = mutation.change(good, new Random(seed), told);
          if (told.isEmpty()) {
            continue;
          }
          var ours = StructureCheck.of(changed.path("resourceType").asString(), changed);
          var theirs = oracle.errors(changed.toString());
          theirs.removeAll(before);
          if (!ours.isEmpty()) {
            broken.merge(mutation, 1, Integer::sum);
          }
          if (ours.isEmpty() != theirs.isEmpty()) {
            differing.add("seed " + seed + " " + good.path("resourceType").asString() + " " + told + "\n   ours: "
                + ours + "\n   HAPI: " + theirs);
          }
        }
      }
      sample++;
    }
    assertTrue(broken.size() >= 10, broken::toString);
    assertEquals(List.of(), differing, () -> differing.size() + " differ\n" + String.join("\n", differing));
  }
}
