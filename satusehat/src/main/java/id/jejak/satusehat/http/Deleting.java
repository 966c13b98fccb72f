package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Deletes resources, but none that others count on. Thread-safe. */
final class Deleting {
  private final Db db;
  private final ResourceStore store;

  Deleting(Db db, ResourceStore store) {
    this.db = db;
    this.store = store;
  }

  Response delete(Caller caller, Request request) {
    var type = request.var("type");
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    return db.transaction(tx -> {
      delete(tx, caller, type, request.var("rid"));
      return Response.json(200, "{}");
    });
  }

  /** Deletes one; does nothing when it was deleted before. */
  void delete(Handle tx, Caller caller, String type, String id) {
    var name = new Named(type, Target.isId(id) ? id : "");
    var current = store.lock(tx, List.of(name));
    if (current.isEmpty()) {
      var gone = store.gone(tx, type, name.id())
          .orElseThrow(() -> new Stop(Refusals.notFound(type, Refusals.shown(id))));
      if (!gone.owner().equals(caller.organization())) {
        throw new Stop(Refusals.noPermission());
      }
      return;
    }
    var stored = current.getFirst();
    if (stored.owner().isEmpty() || !stored.owner().equals(caller.organization())) {
      throw new Stop(Refusals.noPermission());
    }
    var resource = Documents.own(stored.content());
    refuseInUse(tx, stored, resource);
    store.delete(tx, stored, Indexer.of(type, resource));
  }

  private void refuseInUse(Handle tx, Stored stored, JsonNode resource) {
    switch (stored.type()) {
      case "MedicationDispense" -> {
        if (!Medicines.prescriptions(resource).isEmpty()) {
          throw new Stop(Refusals.inUse("a dispense is not deleted but corrected: put it with status"
              + " entered-in-error"));
        }
      }
      case "MedicationRequest", "DocumentReference" -> {
        boolean dispensed = stored.type().equals("MedicationRequest")
            && !store.having(tx, "MedicationDispense", List.of(Redeeming.term(stored.id()))).isEmpty();
        if (dispensed || !National.of(resource).isEmpty()) {
          throw new Stop(Refusals.inUse("a prescription that has its number, or was dispensed, is not deleted: put it"
              + " with status cancelled"));
        }
      }
      default -> { /* nothing counts on it */ }
    }
  }
}
