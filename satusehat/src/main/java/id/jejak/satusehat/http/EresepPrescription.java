package id.jejak.satusehat.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.EresepOperations.Refusal;
import id.jejak.satusehat.domain.Dispensed;
import id.jejak.satusehat.domain.Redemption;
import id.jejak.satusehat.domain.Remaining;
import id.jejak.satusehat.store.JobStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** eresep's prescription by number: put together of stored resources, never stored itself. */
final class EresepPrescription {
  private static final String SCHEME = "Bearer ";

  private final Db db;
  private final ResourceStore store;
  private final JobStore jobs;
  private final EresepTokens tokens;
  private final InstantSource clock;

  EresepPrescription(Db db, ResourceStore store, JobStore jobs, EresepTokens tokens, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.jobs = jobs;
    this.tokens = tokens;
    this.clock = clock;
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
    return db.read(handle -> jobs.document(handle, number).map(document -> {
      var found = found(handle, Documents.own(document));
      return Response.json(200, Json.write(new EresepAnswer(found, clock.instant())::write));
    }).orElseGet(Refusal.UNKNOWN_NUMBER::response));
  }

  private Found found(Handle handle, JsonNode document) {
    var names = new LinkedHashSet<Named>();
    var requests = new LinkedHashSet<String>();
    for (var related : document.path("context").path("related")) {
      target(related).ifPresent(target -> {
        switch (target.type()) {
          case "MedicationRequest" -> requests.add(target.id());
          case "Observation" -> names.add(new Named(target.type(), target.id()));
          default -> { /* dispenses are counted by what they are for, and nothing else is shown */ }
        }
      });
    }
    requests.forEach(id -> names.add(new Named("MedicationRequest", id)));
    target(document.path("subject")).ifPresent(target -> names.add(new Named("Patient", target.id())));
    target(document.path("custodian")).ifPresent(target -> names.add(new Named("Organization", target.id())));
    var others = new HashMap<Named, JsonNode>();
    var found = store.findWith(handle, names, "MedicationDispense",
        requests.stream().map(Redeeming::term).toList());
    for (var stored : found.named()) {
      others.put(new Named(stored.type(), stored.id()), Documents.own(stored.content()));
    }
    return new Found(document, others, items(handle, requests, others, found.having()), !found.having().isEmpty());
  }

  private List<Item> items(Handle handle, LinkedHashSet<String> requests, Map<Named, JsonNode> others,
      List<Stored> dispenses) {
    var medications = medications(handle);
    var given = new LinkedHashMap<String, List<Dispensed>>();
    for (var stored : dispenses) {
      var dispense = Documents.own(stored.content());
      var counted = Redeeming.dispensed(stored, dispense, medications);
      Medicines.prescriptions(dispense)
          .forEach(id -> given.computeIfAbsent(id, _ -> new ArrayList<>()).add(counted));
    }
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

  private java.util.function.Function<String, Optional<JsonNode>> medications(Handle handle) {
    return id -> store.find(handle, "Medication", id, "").map(stored -> Documents.own(stored.content()));
  }

  private static Optional<Target> target(JsonNode reference) {
    return Target.of(Documents.text(reference.path("reference")));
  }
}
