package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.http.BundleEntry.Method;
import id.jejak.satusehat.http.Reading.Pieces;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bundles: a transaction is kept wholly or not at all, a batch entry by entry. */
final class Bundles {
  private final Db db;
  private final ResourceStore store;
  private final Drafts drafts;
  private final Keeping keeping;
  private final Writing writing;
  private final Deleting deleting;
  private final Conditions conditions;
  private final Reading reading;
  private final Searching searching;

  Bundles(Db db, ResourceStore store, Drafts drafts, Keeping keeping, Writing writing, Deleting deleting,
      Conditions conditions, Reading reading, Searching searching) {
    this.db = db;
    this.store = store;
    this.drafts = drafts;
    this.keeping = keeping;
    this.writing = writing;
    this.deleting = deleting;
    this.conditions = conditions;
    this.reading = reading;
    this.searching = searching;
  }

  Response submit(Caller caller, Request request) {
    var bundle = Documents.object(request.body().bytes(Limits.BUNDLE_BYTES));
    if (!Documents.text(bundle.path("resourceType")).equals("Bundle")) {
      throw new Stop(Refusals.unparseable("resource type mismatch, type of specified resource: Bundle, type from"
          + " payload: " + Refusals.shown(Documents.text(bundle.path("resourceType"))), ""));
    }
    var entries = bundle.path("entry");
    if (!entries.isArray() || entries.size() > Limits.BUNDLE_ENTRIES) {
      throw new Stop(Outcome.validator("value", "entry must be a list of at most " + Limits.BUNDLE_ENTRIES
          + " entries", "Bundle.entry"));
    }
    var outside = Replies.outside(request);
    var hold = writing.hold(request);
    return Response.json(200, switch (Documents.text(bundle.path("type"))) {
      case "transaction" -> transaction(caller, read(entries), outside, hold);
      case "batch" -> batch(caller, entries, outside, hold);
      default -> throw new Stop(Outcome.validator("value", "type must be transaction or batch", "Bundle.type"));
    });
  }

  private static List<BundleEntry> read(JsonNode entries) {
    var read = new ArrayList<BundleEntry>();
    for (var entry : entries) {
      read.add(BundleEntry.read(read.size(), entry));
    }
    return read;
  }

  /** What an entry came to. */
  private record Done(int status, String type, String id, Optional<Version> version) {
    static Done of(Writing.Kept kept) {
      return new Done(kept.status(), kept.draft().type(), kept.draft().id(), Optional.of(kept.draft().version()));
    }
  }

  /**
   * A transaction made ready.
   *
   * @param resources with references to the bundle's others replaced, by the entries' places
   * @param fresh what is created, in the entries' order
   * @param ids of what is created or put, by the entries' places
   * @param before what a condition found, so that nothing is created
   */
  private record Plan(List<BundleEntry> entries, Map<Integer, ObjectNode> resources, Map<Integer, Draft> fresh,
      Map<Integer, String> ids, Map<Integer, Stored> before) {}

  private byte[] transaction(Caller caller, List<BundleEntry> entries, String outside, Hold hold) {
    requireNames(entries);
    var sure = entries.stream().noneMatch(BundleEntry::conditional)
        ? Optional.of(plan(caller, entries, Map.of())) : Optional.<Plan>empty();
    var kept = db.transaction(tx -> keep(tx, caller,
        sure.orElseGet(() -> plan(caller, entries, found(tx, caller, entries))), hold));
    entries.stream().filter(entry -> entry.method() != Method.GET).map(BundleEntry::type).distinct()
        .forEach(writing::caused);
    return answer(caller, entries, kept, outside);
  }

  private static void requireNames(List<BundleEntry> entries) {
    var seen = new HashSet<String>();
    for (var entry : entries) {
      entry.requireName();
      if (!entry.fullUrl().isEmpty() && !seen.add(entry.fullUrl())
          || entry.method() == Method.PUT && !entry.id().isEmpty() && !seen.add(entry.type() + "/" + entry.id())) {
        throw BundleEntry.refused(entry.index(), "value", "fullUrl is not unique (RuleNumber: 20020)", "fullUrl");
      }
    }
  }

  /** What the conditions of entries find, by their places. */
  private Map<Integer, Stored> found(Handle tx, Caller caller, List<BundleEntry> entries) {
    var found = new HashMap<Integer, Stored>();
    entries.stream().filter(BundleEntry::conditional).forEach(entry ->
        conditions.one(tx, caller, entry.type(), entry.query()).ifPresent(one -> found.put(entry.index(), one)));
    return found;
  }

  private Plan plan(Caller caller, List<BundleEntry> entries, Map<Integer, Stored> found) {
    var plan = new Plan(entries, new HashMap<>(), new LinkedHashMap<>(), new HashMap<>(), found);
    var names = new HashMap<String, String>();
    for (var entry : entries) {
      if (entry.method() == Method.POST || entry.method() == Method.PUT) {
        var there = Optional.ofNullable(found.get(entry.index())).map(Stored::id);
        var id = there.orElseGet(() -> entry.id().isEmpty() ? drafts.freshId() : entry.id());
        plan.ids().put(entry.index(), id);
        names.put(entry.fullUrl(), entry.type() + "/" + id);
      }
    }
    names.remove("");
    var version = drafts.now();
    for (var entry : entries) {
      boolean created = entry.method() == Method.POST && !found.containsKey(entry.index());
      if (created || entry.method() == Method.PUT) {
        // A transaction may be tried again, and what is read of the request must stay as it is.
        var resource = Documents.copy(resource(entry));
        BundleEntry.resolved(resource, names);
        var where = "Bundle.entry[" + entry.index() + "].resource";
        Admission.check(caller, entry.type(), resource, where);
        plan.resources().put(entry.index(), resource);
        if (created) {
          National.refuse(entry.type(), resource, Set.of());
          plan.fresh().put(entry.index(), drafts.fresh(caller.organization(), entry.type(),
              plan.ids().getOrDefault(entry.index(), ""), resource, version, where));
        }
      }
    }
    return plan;
  }

  private static ObjectNode resource(BundleEntry entry) {
    return entry.resource().orElseThrow(() -> new IllegalStateException("an entry without a resource was let in"));
  }

  /** Keeps everything, deletions first; what each entry came to, by its place. */
  private Map<Integer, Done> keep(Handle tx, Caller caller, Plan plan, Hold hold) {
    var done = new HashMap<Integer, Done>();
    for (var entry : plan.entries()) {
      if (entry.method() == Method.DELETE) {
        deleting.delete(tx, caller, entry.type(), entry.id());
        done.put(entry.index(), new Done(200, entry.type(), entry.id(), Optional.empty()));
      }
    }
    var fresh = List.copyOf(plan.fresh().values());
    if (!fresh.isEmpty()) {
      keeping.insert(tx, caller.organization(), fresh);
    }
    plan.fresh().forEach((place, draft) -> done.put(place, Done.of(new Writing.Kept(201, draft))));
    var together = Keeping.byName(fresh);
    for (var entry : plan.entries()) {
      switch (entry.method()) {
        case PUT -> done.put(entry.index(), Done.of(put(tx, caller, plan, entry, together)));
        case PATCH -> done.put(entry.index(), Done.of(writing.patch(tx, caller,
            new Named(entry.type(), entry.id()), entry.patch(), entry.ifMatch(), together, hold)));
        case POST -> Optional.ofNullable(plan.before().get(entry.index())).ifPresent(one ->
            done.put(entry.index(), new Done(200, one.type(), one.id(), Optional.of(new Version(one.version())))));
        case GET, DELETE -> { /* read when everything is kept; deleted already */ }
      }
    }
    return done;
  }

  private Writing.Kept put(Handle tx, Caller caller, Plan plan, BundleEntry entry, Map<Named, JsonNode> together) {
    var resource = Documents.copy(Objects.requireNonNull(plan.resources().get(entry.index())));
    if (entry.id().isEmpty()) {
      return writing.updateWhere(tx, caller, entry.type(), entry.query(), resource, together,
          plan.ids().getOrDefault(entry.index(), ""));
    }
    Writing.requireId(entry.id(), resource);
    var current = store.lock(tx, List.of(new Named(entry.type(), entry.id())));
    return current.isEmpty()
        ? writing.createNamed(tx, caller, entry.type(), entry.id(), resource, entry.ifMatch())
        : writing.replace(tx, caller, current.getFirst(), resource, entry.ifMatch(), together);
  }

  private byte[] answer(Caller caller, List<BundleEntry> entries, Map<Integer, Done> kept, String outside) {
    var answer = new Pieces().text("{\"entry\":[");
    for (var entry : entries) {
      answer.text(entry.index() == 0 ? "" : ",");
      var done = kept.get(entry.index());
      if (done == null) {
        got(answer, get(caller, entry, outside));
      } else {
        written(answer, done, outside);
      }
    }
    return answer.text("],\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"total\":")
        .text(Integer.toString(entries.size())).text("}").toBytes();
  }

  private static void written(Pieces answer, Done done, String outside) {
    answer.text("{\"response\":{");
    done.version().ifPresent(version -> answer.text("\"etag\":").quoted(version.etag())
        .text(",\"lastModified\":").quoted(version.updated())
        .text(",\"location\":").quoted(outside + "/" + done.type() + "/" + done.id() + "/_history/" + version.id())
        .text(","));
    answer.text("\"status\":").quoted(done.status() == 201 ? "201 Created" : "200 OK")
        .text(",\"resourceType\":").quoted(done.type())
        .text(",\"resourceID\":").quoted(done.id()).text("}}");
  }

  private Response get(Caller caller, BundleEntry entry, String outside) {
    return entry.id().isEmpty()
        ? Response.json(200, searching.search(caller, entry.type(), entry.query(), outside))
        : reading.read(caller, entry.type(), entry.id());
  }

  private static void got(Pieces answer, Response response) {
    answer.text("{\"resource\":").bytes(response.bytes()).text(",\"response\":{");
    response.header("etag").ifPresent(etag -> answer.text("\"etag\":").quoted(etag).text(","));
    answer.text("\"status\":\"200 OK\"}}");
  }

  private byte[] batch(Caller caller, JsonNode entries, String outside, Hold hold) {
    var answer = new Pieces().text("{\"entry\":[");
    int index = 0;
    for (var entry : entries) {
      answer.text(index == 0 ? "" : ",");
      try {
        one(answer, caller, BundleEntry.read(index, entry), outside, hold);
      } catch (Stop stop) { // of this entry only: the others go on
        var outcome = stop.outcome();
        answer.text("{\"response\":{\"outcome\":").bytes(new Outcome(outcome.status(), Outcome.Author.VALIDATOR,
            outcome.issues()).json()).text(",\"status\":").quoted(Integer.toString(outcome.status())).text("}}");
      }
      index++;
    }
    return answer.text("],\"resourceType\":\"Bundle\",\"type\":\"batch-response\",\"total\":")
        .text(Integer.toString(index)).text("}").toBytes();
  }

  private void one(Pieces answer, Caller caller, BundleEntry entry, String outside, Hold hold) {
    if (entry.method() == Method.GET) {
      got(answer, get(caller, entry, outside));
    } else if (entry.method() == Method.POST && !entry.conditional()) {
      written(answer, Done.of(writing.create(caller, entry.type(), resource(entry))), outside);
    } else {
      var single = List.of(entry);
      var done = db.transaction(tx -> keep(tx, caller, plan(caller, single, found(tx, caller, single)), hold));
      writing.caused(entry.type());
      written(answer, Objects.requireNonNull(done.get(entry.index())), outside);
    }
  }
}
