package id.jejak.satusehat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.domain.Dispensed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a dispense looks like, the part of it that is kept for counting counts as the whole does. */
class GivenTest {
  private static final String WHOLE = """
      {"resourceType":"MedicationDispense","id":"d","status":"completed",
       "meta":{"versionId":"1"},
       "contained":[{"resourceType":"Medication","id":"other","ingredient":[]},
         {"resourceType":"Medication","id":"m","status":"active","form":{"coding":[{"code":"BS066"}]},
          "code":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa","code":"93006334"}]},
          "ingredient":[{"isActive":true,
            "itemCodeableConcept":{"coding":[{"system":"x","code":"91000101","display":"Paracetamol"}]},
            "strength":{"numerator":{"value":500.0,"system":"http://unitsofmeasure.org","code":"mg"},
              "denominator":{"value":1,"unit":"Tablet","code":"TAB"}}},
           {"itemCodeableConcept":{"coding":[{"code":"91000102"}]},
            "strength":{"numerator":{"value":30,"unit":"mg"},"denominator":{"value":2,"code":"TAB"}}}]}],
       "medicationReference":{"reference":"#m","display":"Paracetamol"},
       "subject":{"reference":"Patient/P1","display":"Somebody"},
       "authorizingPrescription":[{"reference":"MedicationRequest/a"},{"reference":"http://x/MedicationRequest/b"}],
       "quantity":{"value":10,"unit":"TAB","system":"x","code":"TAB"},
       "substitution":{"wasSubstituted":false}}
      """;
  private static final Function<String, Optional<JsonNode>> ELSEWHERE =
      id -> Optional.of(parsed(WHOLE).path("contained").path(1)).filter(_ -> id.equals("stored"));

  @Test
  void theKeptPartIsSmallerAndNamesNobody() {
    var part = text(Given.of(parsed(WHOLE)));
    assertTrue(part.length() < text(parsed(WHOLE)).length() * 2 / 3, part);
    assertTrue(!part.contains("P1") && !part.contains("Somebody"), part);
    assertCountsAlike(parsed(WHOLE));
  }

  @Test
  void whereverTheMedicationStandsItCountsAlike() {
    for (var reference : List.of("#", "#m", "#other", "#none", "Medication/stored", "urn:uuid:stored", "stored", "")) {
      var dispense = parsed(WHOLE);
      ((ObjectNode) dispense.path("medicationReference")).put("reference", reference);
      assertCountsAlike(dispense);
      dispense.putObject("medicationCodeableConcept").putArray("coding").addObject().put("code", "93006334");
      assertCountsAlike(dispense);
    }
  }

  @RepeatedTest(500)
  void whateverIsMissingOrOfAnotherKindCountsAlike(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var dispense = parsed(WHOLE);
    for (int i = 0; i <= random.nextInt(4); i++) {
      var places = new ArrayList<Runnable>();
      collect(dispense, random, places);
      places.get(random.nextInt(places.size())).run();
    }
    assertCountsAlike(dispense);
  }

  private static void collect(JsonNode node, Random random, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (var name : List.copyOf(object.propertyNames())) {
        places.add(() -> object.remove(name));
        places.add(() -> object.set(name, other(random)));
        collect(object.path(name), random, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, other(random)));
        collect(array.path(i), random, places);
      }
    }
  }

  private static JsonNode other(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Documents.NODES.nullNode();
      case 1 -> Documents.NODES.stringNode("entered-in-error");
      case 2 -> Documents.NODES.numberNode(-1);
      case 3 -> Documents.read("0.50".getBytes(StandardCharsets.UTF_8));
      case 4 -> Documents.NODES.arrayNode();
      case 5 -> Documents.NODES.objectNode();
      case 6 -> Documents.NODES.stringNode("Medication/stored");
      default -> Documents.NODES.stringNode("m");
    };
  }

  private static void assertCountsAlike(JsonNode whole) {
    var kept = parsed(text(Given.of(whole))); // through bytes, as the database has it
    assertEquals(Medicines.prescriptions(whole), Medicines.prescriptions(kept), whole::toString);
    assertEquals(counted(whole), counted(kept), whole::toString);
    assertEquals(Medicines.elsewhere(whole), Medicines.elsewhere(kept), whole::toString);
  }

  private static Dispensed counted(JsonNode dispense) {
    return Medicines.dispensed("d", "10000099", new Version(1), dispense, ELSEWHERE);
  }

  private static ObjectNode parsed(String json) {
    return Documents.own(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonNode node) {
    return new String(Documents.write(node), StandardCharsets.UTF_8);
  }
}
