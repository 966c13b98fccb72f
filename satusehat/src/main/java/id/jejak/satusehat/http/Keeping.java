package id.jejak.satusehat.http;

import id.jejak.kernel.ids.Ids;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.ConsentStore;
import id.jejak.satusehat.store.Due;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Row;
import id.jejak.satusehat.store.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps drafts: guards dispenses, notes the work they cause, and finds out why something was not kept. Thread-safe. */
final class Keeping {
  private final ResourceStore store;
  private final ConsentStore consents;
  private final Redeeming redeeming;
  private final Drafts drafts;
  private final Ids ids;
  private final Duration numberAfter;
  private final Duration relateAfter;

  /** How long work waits before it is done. */
  record Delays(Duration number, Duration relate) {}

  Keeping(ResourceStore store, ConsentStore consents, Redeeming redeeming, Drafts drafts, Ids ids, Delays delays) {
    this.store = store;
    this.consents = consents;
    this.redeeming = redeeming;
    this.drafts = drafts;
    this.ids = ids;
    this.numberAfter = delays.number();
    this.relateAfter = delays.relate();
  }

  /** True when one statement is enough, so that no transaction need be around {@link #insert}. */
  boolean alone(List<Draft> fresh) {
    return fresh.size() == 1 && !(redeeming.guards() && fresh.getFirst().type().equals("MedicationDispense"));
  }

  /** Keeps new resources, or stops with the first reason why one of them is not kept. */
  void insert(Handle tx, String owner, List<Draft> fresh) {
    redeeming.check(tx, owner, dispenses(fresh), byName(fresh));
    kept(tx, fresh, store.insert(tx, owner, rows(fresh), fresh.stream().flatMap(this::causes).toList()));
  }

  /** The same for one resource, as the last thing of its transaction: kept, it is committed. */
  void insertLast(Handle tx, String owner, Draft fresh) {
    var only = List.of(fresh);
    redeeming.check(tx, owner, dispenses(only), byName(only));
    kept(tx, only, store.insertLast(tx, owner, fresh.row(), causes(fresh).toList()));
  }

  private static List<Row> rows(List<Draft> fresh) {
    return fresh.stream().map(Draft::row).toList();
  }

  private void kept(Handle tx, List<Draft> fresh, Set<Long> made) {
    for (var draft : fresh) {
      if (!made.contains(draft.row().rid())) {
        throw new Stop(why(tx, draft));
      }
    }
  }

  private id.jejak.satusehat.contract.Outcome why(Handle tx, Draft draft) {
    var patient = draft.row().index().patient();
    return patient != null && consents.refused(tx, List.of(patient))
        ? Refusals.forbidden() : Refusals.duplicate(draft.type());
  }

  /**
   * Puts a new version in the place of a locked one.
   *
   * @param fresh resources that were kept together with it
   */
  Draft replace(Handle tx, String owner, Stored current, ObjectNode resource, String where,
      Map<Named, JsonNode> fresh) {
    if (current.owner().isEmpty() || !current.owner().equals(owner)) {
      throw new Stop(Refusals.noPermission());
    }
    var before = Documents.own(current.content());
    National.keep(current.type(), before, resource);
    var draft = drafts.next(current.rid(), current.type(), current.id(), resource, current.version(), where);
    redeeming.check(tx, owner, dispenses(List.of(draft)), fresh);
    replace(tx, List.of(draft.row()), List.of(before));
    return draft;
  }

  /** Puts new versions in the place of locked ones. */
  void replace(Handle tx, List<Row> rows, List<ObjectNode> before) {
    var indexes = new ArrayList<id.jejak.satusehat.store.Index>();
    for (int i = 0; i < rows.size(); i++) {
      indexes.add(Indexer.of(rows.get(i).type(), before.get(i)));
    }
    store.replace(tx, rows, indexes);
  }

  private static List<Draft> dispenses(List<Draft> fresh) {
    return fresh.stream().filter(draft -> draft.type().equals("MedicationDispense")).toList();
  }

  /** Drafts as they will be found by others of the same request. */
  static Map<Named, JsonNode> byName(List<Draft> fresh) {
    var named = new HashMap<Named, JsonNode>();
    fresh.forEach(draft -> named.put(new Named(draft.type(), draft.id()), draft.resource()));
    return named;
  }

  private Stream<Due> causes(Draft draft) {
    Optional<Due> due = switch (draft.type()) {
      case "DocumentReference" -> Optional.of(draft).filter(one -> National.prescription(one.resource()))
          .map(one -> due(one, Due.Kind.NUMBER, numberAfter));
      case "MedicationDispense" -> Optional.of(draft)
          .filter(one -> !Medicines.prescriptions(one.resource()).isEmpty())
          .map(one -> due(one, Due.Kind.RELATE, relateAfter));
      default -> Optional.empty();
    };
    return Objects.requireNonNull(due).stream();
  }

  private Due due(Draft draft, Due.Kind kind, Duration after) {
    return new Due(ids.next(), kind, draft.row().rid(),
        Version.at(draft.version().instant().plus(after)).micros());
  }
}
