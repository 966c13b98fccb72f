package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Together;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.EresepOperations.Refusal;
import id.jejak.satusehat.domain.Dispensed;
import id.jejak.satusehat.domain.Redemption;
import id.jejak.satusehat.domain.Remaining;
import id.jejak.satusehat.store.PrescriptionStore;
import id.jejak.satusehat.store.PrescriptionStore.Sought;
import id.jejak.satusehat.store.PrescriptionStore.Trace;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * eresep's prescription by number: put together of stored resources, never stored itself. Thread-safe.
 */
final class EresepPrescription {
  private static final String SCHEME = "Bearer ";

  private final Db db;
  private final ResourceStore resources;
  private final PrescriptionStore store;
  private final EresepTokens tokens;
  private final InstantSource clock;
  private final Together<Sought, Set<Trace>> traces;
  /** Exchanged as a whole: an answer made before the world was put back ends where nobody looks any more. */
  private volatile EresepMemory memory = new EresepMemory();

  EresepPrescription(Db db, ResourceStore resources, PrescriptionStore store, EresepTokens tokens,
      InstantSource clock) {
    this.db = db;
    this.resources = resources;
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
    this.traces = new Together<>(sought -> db.read(handle -> store.traces(handle, sought)));
  }

  /**
   * A prescription item, read.
   *
   * @param medication contained or found elsewhere; missing when neither
   */
  record Item(String id, JsonNode request, JsonNode medication, Remaining remaining) {}

  /** Everything that the answer is made of. */
  record Found(JsonNode document, Map<Named, JsonNode> others, List<Item> items, boolean redeemed) {
    JsonNode other(String type, String id) {
      return others.getOrDefault(new Named(type, id), Documents.NODES.missingNode());
    }
  }

  Response show(Request request) {
    var token = request.header("Authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
    if (token.isEmpty() || !tokens.good(token.get(), clock.instant())) {
      return Refusal.WRONG_TOKEN.response();
    }
    var number = request.var("nrn");
    if (!number.matches("[0-9A-Z-]{1,32}")) {
      return Refusal.UNKNOWN_NUMBER.response();
    }
    var day = clock.instant().atZone(EresepAnswer.JAKARTA).toLocalDate();
    var known = memory;
    var remembered = known.of(number, day);
    if (remembered.isPresent() && traces.ask(remembered.get().sought()).equals(remembered.get().traces())) {
      return Response.json(200, remembered.get().json());
    }
    return db.read(handle -> store.document(handle, number)
        .map(document -> Response.json(200, answer(handle, known, number, document, day)))
        .orElseGet(Refusal.UNKNOWN_NUMBER::response));
  }

  /** Forgets what it remembers; called when the world was put back. */
  void forget() {
    memory = new EresepMemory();
  }

  private byte[] answer(Handle handle, EresepMemory into, String number, Stored stored, LocalDate day) {
    var document = Documents.own(stored.content());
    var requests = requests(document);
    var names = names(document, requests);
    var terms = requests.stream().map(Redeeming::term).toList();
    var found = store.find(handle, names, terms);
    var others = new HashMap<Named, JsonNode>();
    found.named().forEach(one -> others.put(new Named(one.type(), one.id()), Documents.own(one.content())));
    var dispenses = new LinkedHashMap<Stored, JsonNode>();
    found.dispenses().forEach(one -> dispenses.put(one, Documents.own(one.content())));
    var elsewhere = elsewhere(others, dispenses.values());
    var medications = elsewhere.isEmpty() ? List.<Stored>of() : resources.findAll(handle, elsewhere, "");
    var json = Json.write(new EresepAnswer(new Found(document, others,
        items(requests, others, dispenses, medications), !dispenses.isEmpty()), day)::write);
    if (found.dispenses().size() < PrescriptionStore.MOST) { // a full list is perhaps not all there is
      into.keep(number, remembered(stored, found, medications, missing(names, elsewhere, found, medications), terms,
          day, json));
    }
    return json;
  }

  private static EresepMemory.Answer remembered(Stored document, PrescriptionStore.Found found,
      List<Stored> medications, Collection<Named> missing, List<Long> terms, LocalDate day, byte[] json) {
    var parts = Stream.of(List.of(document), found.named(), medications).flatMap(List::stream).toList();
    var traces = Stream.concat(parts.stream(), found.dispenses().stream()).map(Trace::of).collect(Collectors.toSet());
    return new EresepMemory.Answer(new Sought(parts.stream().map(Stored::rid).toList(), List.copyOf(missing), terms), traces,
        day, json);
  }

  private static Set<Named> missing(Set<Named> names, Set<Named> elsewhere, PrescriptionStore.Found found,
      List<Stored> medications) {
    var missing = new LinkedHashSet<>(names);
    missing.addAll(elsewhere);
    Stream.concat(found.named().stream(), medications.stream())
        .forEach(one -> missing.remove(new Named(one.type(), one.id())));
    return missing;
  }

  private static LinkedHashSet<String> requests(JsonNode document) {
    var requests = new LinkedHashSet<String>();
    for (var related : document.path("context").path("related")) {
      target(related).filter(target -> target.type().equals("MedicationRequest"))
          .ifPresent(target -> requests.add(target.id()));
    }
    return requests;
  }

  /** What is shown, or looked at to be shown. Dispenses are counted by what they are for. */
  private static LinkedHashSet<Named> names(JsonNode document, LinkedHashSet<String> requests) {
    var names = new LinkedHashSet<Named>();
    for (var related : document.path("context").path("related")) {
      target(related).filter(target -> target.type().equals("Observation"))
          .ifPresent(target -> names.add(new Named("Observation", target.id())));
    }
    requests.forEach(id -> names.add(new Named("MedicationRequest", id)));
    target(document.path("subject")).ifPresent(target -> names.add(new Named("Patient", target.id())));
    target(document.path("custodian")).ifPresent(target -> names.add(new Named("Organization", target.id())));
    return names;
  }

  /** Medications that items or dispenses refer to and do not contain. */
  private static LinkedHashSet<Named> elsewhere(Map<Named, JsonNode> others, Collection<JsonNode> dispenses) {
    var names = new LinkedHashSet<Named>();
    Stream.concat(others.values().stream(), dispenses.stream())
        .forEach(one -> Medicines.elsewhere(one).ifPresent(id -> names.add(new Named("Medication", id))));
    return names;
  }

  private static List<Item> items(LinkedHashSet<String> requests, Map<Named, JsonNode> others,
      Map<Stored, JsonNode> dispenses, List<Stored> elsewhere) {
    var byId = new HashMap<String, JsonNode>();
    elsewhere.forEach(one -> byId.put(one.id(), Documents.own(one.content())));
    Function<String, Optional<JsonNode>> medications = id -> Optional.ofNullable(byId.get(id));
    var given = new LinkedHashMap<String, List<Dispensed>>();
    dispenses.forEach((stored, dispense) -> {
      var counted = Redeeming.dispensed(stored, dispense, medications);
      Medicines.prescriptions(dispense)
          .forEach(id -> given.computeIfAbsent(id, _ -> new ArrayList<>()).add(counted));
    });
    var items = new ArrayList<Item>();
    for (var id : requests) {
      var request = others.get(new Named("MedicationRequest", id));
      if (request != null) {
        items.add(new Item(id, request,
            Medicines.medication(request, medications).orElse(Documents.NODES.missingNode()),
            Redemption.remaining(Medicines.prescribed(id, request, medications), given.getOrDefault(id, List.of()))));
      }
    }
    return items;
  }

  private static Optional<Target> target(JsonNode reference) {
    return Target.of(Documents.text(reference.path("reference")));
  }
}
