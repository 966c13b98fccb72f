package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Systems;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The national number within resources. Only the server gives it, so that nobody can slip an item into somebody else's
 * prescription; and no update loses it, since a client that keeps its own copy does not know of it. Stateless.
 */
final class National {
  private National() {}

  /** The national numbers that a resource carries. */
  static Set<String> of(JsonNode resource) {
    var numbers = new TreeSet<String>();
    add(resource.path("masterIdentifier"), numbers);
    for (var identifier : resource.path("identifier")) {
      add(identifier, numbers);
    }
    return numbers;
  }

  private static void add(JsonNode identifier, Set<String> numbers) {
    if (Documents.text(identifier.path("system")).equals(Systems.NRN)) {
      numbers.add(Documents.text(identifier.path("value")));
    }
  }

  /** Stops when a resource carries a number that it was not given. */
  static void refuse(String type, JsonNode resource, Set<String> given) {
    if (numbered(type) && !given.containsAll(of(resource))) {
      throw new Stop(Outcome.validator("value",
          "The national prescription number is given by the server: leave out the identifier with system "
              + Systems.NRN, type + ".identifier"));
    }
  }

  /** Puts back what an update left out. */
  static void keep(String type, ObjectNode before, ObjectNode after) {
    if (!numbered(type)) {
      return;
    }
    var given = of(before);
    refuse(type, after, given);
    if (!given.isEmpty() && of(after).isEmpty()) {
      put(type, after, given.iterator().next());
    }
  }

  /** Writes the number into a document, or behind the identifiers of anything else. */
  static void put(String type, ObjectNode resource, String number) {
    if (type.equals("DocumentReference")) {
      resource.putObject("masterIdentifier").put("system", Systems.NRN).put("value", number);
      return;
    }
    var identifiers = resource.path("identifier") instanceof ArrayNode there ? there : resource.putArray("identifier");
    identifiers.addObject().put("system", Systems.NRN).put("value", number);
  }

  private static boolean numbered(String type) {
    return type.equals("DocumentReference") || type.equals("MedicationRequest");
  }

  /** True for a document that is a prescription: it lists prescription items, and calls itself nothing else. */
  static boolean prescription(JsonNode document) {
    var types = new TreeSet<String>();
    Indexer.tokens(document.path("type"), token -> types.add(token.value()));
    return (types.isEmpty() || types.contains(Systems.PRESCRIPTION_DOCUMENT)) && !items(document).isEmpty();
  }

  /** Ids of the prescription items that a document lists. */
  static Set<String> items(JsonNode document) {
    var ids = new TreeSet<String>();
    for (var related : document.path("context").path("related")) {
      Target.of(Documents.text(related.path("reference")))
          .filter(target -> target.type().equals("MedicationRequest")).ifPresent(target -> ids.add(target.id()));
    }
    return ids;
  }
}
