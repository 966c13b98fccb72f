package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.http.BundleEntry.Method;
import id.jejak.satusehat.http.Reading.Pieces;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Reading reading;
  private final Searching searching;

  Bundles(Db db, ResourceStore store, Drafts drafts, Keeping keeping, Writing writing, Reading reading,
      Searching searching) {
    this.db = db;
    this.store = store;
    this.drafts = drafts;
    this.keeping = keeping;
    this.writing = writing;
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
    return Response.json(200, switch (Documents.text(bundle.path("type"))) {
      case "transaction" -> transaction(caller, read(entries), outside);
      case "batch" -> batch(caller, entries, outside);
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

  private byte[] transaction(Caller caller, List<BundleEntry> entries, String outside) {
    var names = new HashMap<String, String>();
    var ids = new HashMap<Integer, String>();
    var seen = new HashSet<String>();
    for (var entry : entries) {
      entry.requireName();
      if (!entry.fullUrl().isEmpty() && !seen.add(entry.fullUrl())
          || entry.method() == Method.PUT && !seen.add(entry.type() + "/" + entry.id())) {
        throw BundleEntry.refused(entry.index(), "value", "fullUrl is not unique (RuleNumber: 20020)", "fullUrl");
      }
      if (entry.method() != Method.GET) {
        var id = entry.method() == Method.POST ? drafts.freshId() : entry.id();
        ids.put(entry.index(), id);
        names.put(entry.fullUrl(), entry.type() + "/" + id);
      }
    }
    names.remove("");
    var version = drafts.now();
    var fresh = new ArrayList<Draft>();
    for (var entry : entries) {
      if (entry.method() != Method.GET) {
        var resource = resource(entry);
        BundleEntry.resolved(resource, names);
        var where = "Bundle.entry[" + entry.index() + "].resource";
        Admission.check(caller, entry.type(), resource, where);
        if (entry.method() == Method.POST) {
          National.refuse(entry.type(), resource, Set.of());
          fresh.add(drafts.fresh(caller.organization(), entry.type(), ids.getOrDefault(entry.index(), ""), resource,
              version, where));
        }
      }
    }
    var kept = db.transaction(tx -> keep(tx, caller, entries, fresh));
    fresh.stream().map(Draft::type).distinct().forEach(writing::caused);
    return answer(caller, entries, kept, outside);
  }

  private static ObjectNode resource(BundleEntry entry) {
    return entry.resource().orElseThrow(() -> new IllegalStateException("an entry without a resource was let in"));
  }

  /** Keeps everything; the kept drafts and their status by the entries' places. */
  private Map<Integer, Writing.Kept> keep(Handle tx, Caller caller, List<BundleEntry> entries, List<Draft> fresh) {
    var kept = new HashMap<Integer, Writing.Kept>();
    if (!fresh.isEmpty()) {
      keeping.insert(tx, caller.organization(), fresh);
    }
    var next = fresh.iterator();
    var together = Keeping.byName(fresh);
    for (var entry : entries) {
      if (entry.method() == Method.POST) {
        kept.put(entry.index(), new Writing.Kept(201, next.next()));
      } else if (entry.method() == Method.PUT) {
        var resource = Documents.copy(resource(entry));
        Writing.requireId(entry.id(), resource);
        var current = store.lock(tx, List.of(new Named(entry.type(), entry.id())));
        kept.put(entry.index(), current.isEmpty()
            ? writing.createNamed(tx, caller, entry.type(), entry.id(), resource, entry.ifMatch())
            : writing.replace(tx, caller, current.getFirst(), resource, entry.ifMatch(), together));
      }
    }
    return kept;
  }

  private byte[] answer(Caller caller, List<BundleEntry> entries, Map<Integer, Writing.Kept> kept, String outside) {
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

  private static void written(Pieces answer, Writing.Kept done, String outside) {
    var draft = done.draft();
    var version = draft.version();
    answer.text("{\"response\":{\"etag\":").quoted(version.etag())
        .text(",\"lastModified\":").quoted(version.updated())
        .text(",\"location\":").quoted(outside + "/" + draft.type() + "/" + draft.id() + "/_history/" + version.id())
        .text(",\"status\":").quoted(done.status() == 201 ? "201 Created" : "200 OK")
        .text(",\"resourceType\":").quoted(draft.type())
        .text(",\"resourceID\":").quoted(draft.id()).text("}}");
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

  private byte[] batch(Caller caller, JsonNode entries, String outside) {
    var answer = new Pieces().text("{\"entry\":[");
    int index = 0;
    for (var entry : entries) {
      answer.text(index == 0 ? "" : ",");
      try {
        one(answer, caller, BundleEntry.read(index, entry), outside);
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

  private void one(Pieces answer, Caller caller, BundleEntry entry, String outside) {
    switch (entry.method()) {
      case GET -> got(answer, get(caller, entry, outside));
      case POST -> written(answer, writing.create(caller, entry.type(), resource(entry)), outside);
      case PUT -> written(answer, writing.update(caller, entry.type(), entry.id(), resource(entry),
          entry.ifMatch()), outside);
    }
  }
}
