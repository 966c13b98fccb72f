package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Outcome.Author;
import id.jejak.satusehat.contract.Outcome.Issue;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.domain.Decision;
import id.jejak.satusehat.domain.Dispensed;
import id.jejak.satusehat.domain.Policy;
import id.jejak.satusehat.domain.Prescribed;
import id.jejak.satusehat.domain.Redemption;
import id.jejak.satusehat.store.PrescriptionStore;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Stands before every dispense: locks the prescription items it is for, counts what was dispensed of them, and asks the
 * domain. The lock is held until the dispense is kept, so however many pharmacies come at once, each sees what the ones
 * before it took. Thread-safe.
 */
final class Redeeming {
  private final ResourceStore store;
  private final PrescriptionStore prescriptions;
  private final InstantSource clock;
  private final Policy policy;

  Redeeming(ResourceStore store, PrescriptionStore prescriptions, InstantSource clock, Policy policy) {
    this.store = store;
    this.prescriptions = prescriptions;
    this.clock = clock;
    this.policy = policy;
  }

  /** True when dispenses must be kept within one transaction with {@link #check}. */
  boolean guards() {
    return policy == Policy.GUARDED;
  }

  /** A prescription item with every dispense of it. */
  record Item(Prescribed prescribed, JsonNode request, List<Dispensed> dispenses) {}

  /**
   * Stops when one of these dispenses would take more than remains, or may not be.
   *
   * @param by organization that dispenses
   * @param dispenses new or changed, in order
   * @param fresh resources that are kept together with them, by type and id
   */
  void check(Handle tx, String by, List<Draft> dispenses, Map<Named, JsonNode> fresh) {
    if (!guards() || dispenses.isEmpty()) {
      return;
    }
    var wanted = new LinkedHashSet<String>();
    for (var dispense : dispenses) {
      var prescriptions = Medicines.prescriptions(dispense.resource());
      if (prescriptions.size() > Limits.PRESCRIPTIONS) {
        throw new Stop(Outcome.validator("value", "authorizingPrescription has more than " + Limits.PRESCRIPTIONS
            + " references", "MedicationDispense.authorizingPrescription"));
      }
      wanted.addAll(prescriptions);
    }
    if (wanted.isEmpty()) {
      return;
    }
    var items = items(tx, locked(tx, wanted), wanted, fresh);
    for (var dispense : dispenses) {
      var given = Medicines.dispensed(dispense.id(), by, dispense.version(), dispense.resource(),
          medications(tx, fresh));
      for (var prescription : Medicines.prescriptions(dispense.resource())) {
        var item = items.get(prescription);
        if (item != null) {
          admit(item, given, dispense);
        }
      }
    }
  }

  private void admit(Item item, Dispensed given, Draft dispense) {
    var before = item.dispenses().stream().filter(one -> one.id().equals(given.id())).findFirst();
    var others = item.dispenses().stream().filter(one -> !one.id().equals(given.id())).toList();
    if (others.size() >= Limits.DISPENSES) {
      throw new Stop(Outcome.validator("business-rule", "this prescription item has " + Limits.DISPENSES
          + " dispenses: no more are taken", "MedicationDispense.authorizingPrescription"));
    }
    switch (Redemption.decide(policy, item.prescribed(), others, before, given, clock.instant())) {
      case Decision.Accepted() -> {
        item.dispenses().removeIf(one -> one.id().equals(given.id()));
        item.dispenses().add(given);
      }
      case Decision.Refused refused -> throw new Stop(refusal(refused, item, given, dispense));
    }
  }

  /** The items, locked, with every dispense of them; of one item, which is what most dispenses are for, at once. */
  private PrescriptionStore.Found locked(Handle tx, LinkedHashSet<String> wanted) {
    if (wanted.size() == 1) {
      var only = wanted.getFirst();
      return prescriptions.lock(tx, new Named("MedicationRequest", only), term(only));
    }
    return new PrescriptionStore.Found(
        store.lock(tx, wanted.stream().map(id -> new Named("MedicationRequest", id)).toList()),
        prescriptions.dispenses(tx, wanted.stream().map(Redeeming::term).toList()));
  }

  private Map<String, Item> items(Handle tx, PrescriptionStore.Found found, LinkedHashSet<String> wanted,
      Map<Named, JsonNode> fresh) {
    var requests = new HashMap<String, JsonNode>();
    found.named().forEach(stored -> requests.put(stored.id(), Documents.own(stored.content())));
    wanted.forEach(id -> Optional.ofNullable(fresh.get(new Named("MedicationRequest", id)))
        .ifPresent(request -> requests.put(id, request)));
    if (requests.isEmpty()) {
      return Map.of();
    }
    var items = new HashMap<String, Item>();
    requests.forEach((id, request) -> items.put(id, new Item(
        Medicines.prescribed(id, request, medications(tx, fresh)), request, new ArrayList<>())));
    var before = found.dispenses();
    if (before.size() >= PrescriptionStore.MOST) { // perhaps not all of them: nothing may be decided on a part
      throw new Stop(Outcome.validator("business-rule", "these prescription items have " + PrescriptionStore.MOST
          + " dispenses: dispense them one by one", "MedicationDispense.authorizingPrescription"));
    }
    for (var stored : before) {
      var dispense = Documents.own(stored.content());
      var given = dispensed(stored, dispense, medications(tx, fresh));
      Medicines.prescriptions(dispense).stream().map(items::get)
          .filter(item -> item != null).forEach(item -> item.dispenses().add(given));
    }
    return items;
  }

  /** What was dispensed of a prescription item, as far as it counts; the oldest first. */
  List<Dispensed> dispenses(Handle tx, String request, Function<String, Optional<JsonNode>> elsewhere) {
    return prescriptions.dispenses(tx, List.of(term(request))).stream()
        .map(one -> dispensed(one, Documents.own(one.content()), elsewhere)).toList();
  }

  /** The index term of dispenses for a prescription item. */
  static long term(String request) {
    return Hashes.term("MedicationDispense", "prescription", request);
  }

  static Dispensed dispensed(Stored stored, JsonNode dispense, Function<String, Optional<JsonNode>> elsewhere) {
    return Medicines.dispensed(stored.id(), stored.owner(), new Version(stored.version()), dispense, elsewhere);
  }

  /** Finds Medications that are not contained. */
  Function<String, Optional<JsonNode>> medications(Handle tx, Map<Named, JsonNode> fresh) {
    return id -> Optional.ofNullable(fresh.get(new Named("Medication", id)))
        .or(() -> store.find(tx, "Medication", id, "").map(stored -> Documents.own(stored.content())));
  }

  private static Outcome refusal(Decision.Refused refused, Item item, Dispensed given, Draft dispense) {
    var prescribed = refused.prescribed();
    var unit = Medicines.code(item.request().path("dispenseRequest").path("quantity"));
    var text = switch (refused.reason()) {
      case NOT_LIVE -> "The prescription item is " + Documents.text(item.request().path("status"))
          + ": nothing can be dispensed";
      case NOT_VALID_NOW -> "The prescription item is valid from "
          + prescribed.from().map(Object::toString).orElse("any time") + " to "
          + prescribed.until().map(Object::toString).orElse("any time") + ": nothing can be dispensed now";
      case NO_QUANTITY -> "MedicationDispense.quantity.value is missing or below zero: it must be known how much is"
          + " dispensed";
      case TOO_MUCH -> "Remaining quantity exceeded: remaining "
          + refused.remaining().left().map(Object::toString).orElse("") + " " + unit + " of "
          + prescribed.total().map(Object::toString).orElse("") + " " + unit + ", requested "
          + given.quantity().map(one -> one.value().toString()).orElse("") + " "
          + Medicines.code(dispense.resource().path("quantity"));
    };
    var expression = refused.reason() == Decision.Reason.NO_QUANTITY || refused.reason() == Decision.Reason.TOO_MUCH
        ? "MedicationDispense.quantity" : "MedicationDispense.authorizingPrescription[0]";
    return new Outcome(400, Author.VALIDATOR, List.of(new Issue("error", "business-rule", text,
        earlier(prescribed.id(), item.dispenses()),
        dispense.where().isEmpty() ? expression : dispense.where() + ": " + expression)));
  }

  /** Who took what, and when: as much as whoever holds the prescription may know anyway. */
  private static String earlier(String request, List<Dispensed> dispenses) {
    var counted = dispenses.stream().filter(Dispensed::counts).sorted(Comparator.comparing(Dispensed::at)).toList();
    var last = counted.subList(Math.max(0, counted.size() - 3), counted.size());
    return "MedicationRequest/" + request + (last.isEmpty() ? " was not dispensed before"
        : " was dispensed " + counted.size() + " times, last: " + last.reversed().stream().map(one -> "Organization/"
            + one.by() + " at " + Version.at(one.at()).updated()).collect(Collectors.joining(", ")));
  }
}
