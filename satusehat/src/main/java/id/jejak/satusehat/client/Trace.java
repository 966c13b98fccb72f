package id.jejak.satusehat.client;

import id.jejak.satusehat.contract.Systems;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How a resource that was sent is found again: by a search that the real server is known to have, and then by all
 * identifiers that the sender gave it.
 *
 * @param own {@code system|value} of each
 */
record Trace(Query query, Set<String> own, String code) {
  private static final Set<String> NOT_OWN = Set.of(Systems.NRN, Systems.CREATOR);
  private static final String TERMINOLOGY = "http://terminology.kemkes.go.id/";

  /** Empty for a resource that has no identifier of its own. */
  static Optional<Trace> of(JsonNode resource) {
    var own = own(resource);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    var visit = id(resource, "encounter");
    var query = switch (resource.path("resourceType").asString("")) {
      case "MedicationDispense" -> dispense(resource);
      case "Observation", "Condition" -> visit.map(encounter -> Query.where("encounter", encounter));
      default -> Optional.<Query>empty();
    };
    return Optional.of(new Trace(query.orElseGet(() -> Query.where("identifier", own.first())), own,
        code(resource)));
  }

  /** True for what that resource left. */
  boolean left(Resource found) {
    return own(found.json()).containsAll(own) && code(found.json()).equals(code);
  }

  private static Optional<Query> dispense(JsonNode resource) {
    return id(resource, "subject").flatMap(subject -> id(resource, "context")
        .map(context -> Query.where("subject", subject).and("context", context)));
  }

  /** Narrowest first: an item's own number before that of its prescription. */
  private static TreeSet<String> own(JsonNode resource) {
    var identifiers = new TreeSet<String>(Comparator.comparing((String one) -> !one.contains("-item/"))
        .thenComparing(Comparator.naturalOrder()));
    for (var one : resource.path("identifier")) {
      var system = one.path("system").asString("");
      if (!NOT_OWN.contains(system) && !system.startsWith(TERMINOLOGY) && !system.startsWith(Systems.CLAIM)) {
        identifiers.add(system + "|" + one.path("value").asString(""));
      }
    }
    return identifiers;
  }

  private static Optional<String> id(JsonNode resource, String member) {
    var reference = resource.path(member).path("reference").asString("");
    return reference.startsWith("urn:") || reference.indexOf('/') < 0 ? Optional.empty()
        : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static String code(JsonNode resource) {
    return resource.path("code").path("coding").valueStream().map(one -> one.path("code").asString(""))
        .sorted().collect(Collectors.joining(","));
  }
}
