package id.jejak.satusehat.http;

import id.jejak.satusehat.store.PrescriptionStore;
import id.jejak.satusehat.store.Row;
import id.jejak.satusehat.store.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes dispenses into the documents of the prescriptions that they are for, any number of them at once: a document
 * gets one new version, however many dispenses it gets (docs/decisions/0321). Thread-safe.
 */
final class Relating {
  private final PrescriptionStore store;
  private final Keeping keeping;
  private final Drafts drafts;
  private final Telling telling;

  Relating(PrescriptionStore store, Keeping keeping, Drafts drafts, Telling telling) {
    this.store = store;
    this.keeping = keeping;
    this.drafts = drafts;
    this.telling = telling;
  }

  /** Adds the dispenses of these numbers to their documents; tells whose the documents are. */
  void relate(Handle tx, List<Long> rids) {
    var dispenses = new LinkedHashMap<String, List<String>>(); // id, and what it is for
    for (var stored : store.numbered(tx, rids)) {
      dispenses.put(stored.id(), Medicines.prescriptions(Documents.own(stored.content())));
    }
    var terms = dispenses.values().stream().flatMap(List::stream).distinct()
        .map(id -> Hashes.term("DocumentReference", "related", id)).toList();
    if (terms.isEmpty()) {
      return;
    }
    var before = new ArrayList<ObjectNode>();
    var rows = new ArrayList<Row>();
    var told = new ArrayList<Telling.Told>();
    for (var document : store.lockDocuments(tx, terms)) {
      var next = Documents.own(document.content());
      var added = added(next, dispenses);
      if (!added.isEmpty()) {
        before.add(Documents.own(document.content()));
        rows.add(next(document, next).row());
        added.forEach(reference -> told.add(Telling.dispense(document, next, reference)));
      }
    }
    if (!rows.isEmpty()) {
      keeping.replace(tx, rows, before);
      telling.tell(tx, told);
    }
  }

  private Draft next(Stored document, ObjectNode next) {
    return drafts.next(document.rid(), document.type(), document.id(), next, document.version(), "");
  }

  /** Adds to a document the dispenses for what it lists; those that it had before are left out. */
  private static List<String> added(ObjectNode document, Map<String, List<String>> dispenses) {
    if (!National.prescription(document)
        || !(document.path("context").path("related") instanceof ArrayNode related)) {
      return List.of();
    }
    var there = new HashSet<String>();
    var listed = new HashSet<String>();
    for (JsonNode one : related) {
      var reference = Documents.text(one.path("reference"));
      there.add(reference);
      Target.of(reference).ifPresent(target -> listed.add(target.id()));
    }
    var added = new ArrayList<String>();
    dispenses.forEach((id, prescriptions) -> {
      var reference = "MedicationDispense/" + id;
      if (any(prescriptions, listed) && there.add(reference)) {
        related.addObject().put("reference", reference);
        added.add(reference);
      }
    });
    return added;
  }

  private static boolean any(List<String> some, Set<String> of) {
    return some.stream().anyMatch(of::contains);
  }
}
