package id.jejak.satusehat.http;

import id.jejak.kernel.ids.Ids;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.Row;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a client sent into what is kept: id, version, stamp, mask, index, bytes. Thread-safe. */
final class Drafts {
  private static final String MASK = "################";
  /** Identifiers of a patient that nobody is shown; they are found all the same. */
  private static final Set<String> MASKED = Set.of(Systems.NIK, "https://fhir.kemkes.go.id/id/nik-ibu",
      "https://fhir.kemkes.go.id/id/kk", "https://fhir.kemkes.go.id/id/paspor");
  /** Types of which a second sending is refused. */
  private static final Set<String> TWINS = Set.of("Encounter", "Medication", "Observation");

  private final Ids ids;
  private final SecureRandom random;
  private final InstantSource clock;
  private final boolean stamped;
  private final boolean twins;

  Drafts(Ids ids, SecureRandom random, InstantSource clock, boolean stamped, boolean twins) {
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.stamped = stamped;
    this.twins = twins;
  }

  /** The version of this moment. */
  Version now() {
    return Version.at(clock.instant());
  }

  /** A new id, as the real server makes them: a random UUID. */
  String freshId() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
    var halves = ByteBuffer.wrap(bytes);
    return new UUID(halves.getLong(), halves.getLong()).toString();
  }

  /** A resource that was not there before. */
  Draft fresh(String owner, String type, String id, ObjectNode resource, Version version, String where) {
    if (stamped && !owner.isEmpty()) {
      stamp(resource, owner);
    }
    var twin = twins && !owner.isEmpty() ? twin(owner, type, resource) : null;
    return draft(ids.next(), type, id, resource, version, twin, where);
  }

  /** The next version of a resource that is there; later than the one before, whatever the clock says. */
  Draft next(long rid, String type, String id, ObjectNode resource, long before, String where) {
    return draft(rid, type, id, resource, new Version(Math.max(now().micros(), before + 1)), null, where);
  }

  private static Draft draft(long rid, String type, String id, ObjectNode resource, Version version,
      @Nullable Long twin, String where) {
    resource.put("resourceType", type);
    resource.put("id", id);
    var meta = resource.path("meta") instanceof ObjectNode there ? there : resource.putObject("meta");
    meta.put("versionId", version.id());
    meta.put("lastUpdated", version.updated());
    var index = Indexer.of(type, resource);
    if (type.equals("Patient")) {
      mask(resource);
    }
    var given = type.equals("MedicationDispense") ? Documents.write(Given.of(resource)) : null;
    return new Draft(resource, new Row(rid, type, id, version.micros(), twin, index, given, Documents.write(resource)),
        version, where);
  }

  private static void stamp(ObjectNode resource, String owner) {
    var identifiers = resource.path("identifier");
    if (!identifiers.isMissingNode() && !(identifiers instanceof ArrayNode)) {
      return; // a type that has one identifier only, or none
    }
    var all = identifiers instanceof ArrayNode there ? there : resource.putArray("identifier");
    all.addObject().put("system", Systems.CREATOR).put("value", owner);
  }

  private static void mask(ObjectNode patient) {
    for (var identifier : patient.path("identifier")) {
      if (identifier instanceof ObjectNode one && MASKED.contains(Documents.text(one.path("system")))) {
        one.put("value", MASK);
      }
    }
  }

  /**
   * What makes two resources one that was sent twice: the facility, its own identifiers, whom and which visit it is
   * about, and what it says (docs/decisions/0301). Null without an identifier.
   */
  private static @Nullable Long twin(String owner, String type, JsonNode resource) {
    if (!TWINS.contains(type)) {
      return null;
    }
    var identifiers = new TreeSet<String>();
    for (var identifier : resource.path("identifier")) {
      if (!Documents.text(identifier.path("system")).equals(Systems.CREATOR)) {
        Indexer.tokens(identifier, token -> identifiers.add(token.system() + "|" + token.value()));
      }
    }
    if (identifiers.isEmpty()) {
      return null;
    }
    var said = new ArrayList<String>(identifiers);
    said.add(Documents.text(resource.path("subject").path("reference")));
    said.add(Documents.text(resource.path("encounter").path("reference")));
    codes(resource.path("code"), said);
    codes(resource.path("form"), said);
    codes(resource.path("extension"), said);
    for (var ingredient : resource.path("ingredient")) {
      codes(ingredient.path("itemCodeableConcept"), said);
    }
    said.add(Documents.text(resource.path("batch").path("lotNumber")));
    return Hashes.term(type, owner, String.join("\n", said));
  }

  private static void codes(JsonNode concept, List<String> into) {
    if (concept.isArray()) {
      concept.forEach(one -> codes(one.path("valueCodeableConcept"), into));
    }
    Indexer.tokens(concept, token -> into.add(token.system() + "|" + token.value()));
  }
}
