package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Named;
import id.jejak.satusehat.store.Stored;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates, updates and patches single resources. */
final class Writing {
  private static final String PATCH = "application/json-patch+json";

  private final Db db;
  private final ResourceStore store;
  private final Drafts drafts;
  private final Keeping keeping;
  private final Conditions conditions;
  private final Replies replies;
  private final Function<Request, Hold> holds;
  private final Runnable afterwards;

  /**
   * Writing to a store.
   *
   * @param holds what a request holds a patched resource against
   * @param afterwards does what has become due at once
   */
  Writing(Db db, ResourceStore store, Drafts drafts, Keeping keeping, Conditions conditions, Replies replies,
      Function<Request, Hold> holds, Runnable afterwards) {
    this.db = db;
    this.store = store;
    this.drafts = drafts;
    this.keeping = keeping;
    this.conditions = conditions;
    this.replies = replies;
    this.holds = holds;
    this.afterwards = afterwards;
  }

  /** What was kept, and how. */
  record Kept(int status, Draft draft) {}

  Response create(Caller caller, Request request) {
    var type = type(request);
    var resource = Documents.object(request.body().bytes(Limits.RESOURCE_BYTES));
    var condition = request.header("If-None-Exist").map(Writing::query);
    return condition.isEmpty() ? written(create(caller, type, resource))
        : createUnless(caller, type, resource, condition.get());
  }

  /** A condition as it may be written: the query alone, or behind the address that it is a search at. */
  private static String query(String condition) {
    return condition.substring(condition.indexOf('?') + 1);
  }

  private Response createUnless(Caller caller, String type, ObjectNode resource, String condition) {
    Admission.check(caller, type, resource, "");
    National.refuse(type, resource, Set.of());
    var answer = db.transaction(tx -> conditions.one(tx, caller, type, condition).map(this::before)
        .orElseGet(() -> {
          var draft = drafts.fresh(caller.organization(), type, drafts.freshId(), Documents.copy(resource),
              drafts.now(), "");
          keeping.insert(tx, caller.organization(), List.of(draft));
          return written(new Kept(201, draft));
        }));
    caused(type);
    return answer;
  }

  private Response before(Stored found) {
    return replies.written(200, found.type(), found.id(), new Version(found.version()), found.content());
  }

  Response updateWhere(Caller caller, Request request) {
    var type = type(request);
    var resource = Documents.object(request.body().bytes(Limits.RESOURCE_BYTES));
    Admission.check(caller, type, resource, "");
    var kept = db.transaction(tx -> updateWhere(tx, caller, type, request.query(), Documents.copy(resource), Map.of(),
        ""));
    caused(type);
    return written(kept);
  }

  /**
   * Updates the one that a condition finds, or creates it.
   *
   * @param together resources that are kept with it
   * @param otherwise id of one that is created and does not say its own; empty for a new one
   */
  Kept updateWhere(Handle tx, Caller caller, String type, String condition, ObjectNode resource,
      Map<Named, JsonNode> together, String otherwise) {
    var found = conditions.one(tx, caller, type, condition);
    var said = Documents.text(resource.path("id"));
    if (found.isEmpty()) {
      var fresh = otherwise.isEmpty() ? drafts.freshId() : otherwise;
      return createNamed(tx, caller, type, Target.isId(said) ? said : fresh, resource, Optional.empty());
    }
    if (!said.isEmpty() && !said.equals(found.get().id())) {
      throw new Stop(Refusals.mismatch(found.get().id(), Refusals.shown(said)));
    }
    var locked = store.lock(tx, List.of(new Named(type, found.get().id()))).stream().findFirst()
        .orElseThrow(() -> new Stop(Refusals.gone(type, found.get().id())));
    return replace(tx, caller, locked, resource, Optional.empty(), together);
  }

  /** Keeps a new resource. */
  Kept create(Caller caller, String type, ObjectNode resource) {
    Admission.check(caller, type, resource, "");
    National.refuse(type, resource, Set.of());
    var draft = drafts.fresh(caller.organization(), type, drafts.freshId(), resource, drafts.now(), "");
    if (keeping.alone(List.of(draft))) {
      db.read(handle -> {
        keeping.insert(handle, caller.organization(), List.of(draft));
        return true;
      });
    } else {
      db.transaction(tx -> {
        keeping.insertLast(tx, caller.organization(), draft);
        return true;
      });
    }
    caused(type);
    return new Kept(201, draft);
  }

  Response update(Caller caller, Request request) {
    var type = type(request);
    var resource = Documents.object(request.body().bytes(Limits.RESOURCE_BYTES));
    return written(update(caller, type, request.var("rid"), resource, request.header("If-Match")));
  }

  /** Puts a version in the place of the current one; creates the resource when there is none. */
  Kept update(Caller caller, String type, String id, ObjectNode resource, Optional<String> ifMatch) {
    Admission.check(caller, type, resource, "");
    requireId(id, resource);
    var kept = db.transaction(tx -> {
      var current = store.lock(tx, List.of(new Named(type, id)));
      return current.isEmpty() ? createNamed(tx, caller, type, id, Documents.copy(resource), ifMatch)
          : replace(tx, caller, current.getFirst(), Documents.copy(resource), ifMatch);
    });
    caused(type);
    return kept;
  }

  static void requireId(String id, ObjectNode resource) {
    var said = Documents.text(resource.path("id"));
    if (!said.equals(id)) {
      throw new Stop(Refusals.mismatch(Refusals.shown(id), Refusals.shown(said)));
    }
    if (!Target.isId(id)) {
      throw new Stop(Refusals.unparseable("invalid resource id: " + Refusals.shown(id), ""));
    }
  }

  Kept createNamed(Handle tx, Caller caller, String type, String id, ObjectNode resource,
      Optional<String> ifMatch) {
    ifMatch.ifPresent(expected -> {
      throw new Stop(Refusals.conflict(expected, "none"));
    });
    National.refuse(type, resource, Set.of());
    var draft = drafts.fresh(caller.organization(), type, id, resource, drafts.now(), "");
    keeping.insert(tx, caller.organization(), List.of(draft));
    return new Kept(201, draft);
  }

  private Kept replace(Handle tx, Caller caller, Stored current, ObjectNode resource, Optional<String> ifMatch) {
    return replace(tx, caller, current, resource, ifMatch, Map.of());
  }

  /** @param together resources that are kept with it */
  Kept replace(Handle tx, Caller caller, Stored current, ObjectNode resource, Optional<String> ifMatch,
      Map<Named, JsonNode> together) {
    ifMatch.ifPresent(expected -> requireVersion(expected, current));
    return new Kept(200, keeping.replace(tx, caller.organization(), current, resource, "", together));
  }

  private static void requireVersion(String expected, Stored current) {
    var version = new Version(current.version());
    var bare = expected.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!bare.equals(version.id())) {
      throw new Stop(Refusals.conflict(expected, version.etag()));
    }
  }

  Response patch(Caller caller, Request request) {
    var type = type(request);
    var media = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!media.startsWith(PATCH)) {
      throw new Stop(Refusals.notAPatch());
    }
    if (!Target.isId(request.var("rid"))) {
      throw new Stop(Refusals.notFound(type, Refusals.shown(request.var("rid"))));
    }
    var patch = Documents.read(request.body().bytes(Limits.RESOURCE_BYTES));
    var kept = db.transaction(tx -> patch(tx, caller, new Named(type, request.var("rid")), patch,
        request.header("If-Match"), Map.of(), hold(request)));
    caused(type);
    return written(kept);
  }

  /** What a request holds a patched resource against. */
  Hold hold(Request request) {
    return holds.apply(request);
  }

  /**
   * Patches within a transaction.
   *
   * @param together resources that are kept with it
   * @param hold looks at what comes of the patch
   */
  Kept patch(Handle tx, Caller caller, Named named, JsonNode patch, Optional<String> ifMatch,
      Map<Named, JsonNode> together, Hold hold) {
    var current = store.lock(tx, List.of(named)).stream().findFirst()
        .orElseThrow(() -> new Stop(Refusals.notFound(named.type(), Refusals.shown(named.id()))));
    var patched = JsonPatch.apply(Documents.own(current.content()), patch);
    Admission.check(caller, named.type(), patched, "");
    requireId(named.id(), patched);
    hold.look(caller, named.type(), patched);
    return replace(tx, caller, current, patched, ifMatch, together);
  }

  /** Does at once what is due at once. */
  void caused(String type) {
    if (type.equals("DocumentReference") || type.equals("MedicationDispense")) {
      afterwards.run();
    }
  }

  private static String type(Request request) {
    var type = request.var("type");
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    return type;
  }

  private Response written(Kept kept) {
    var draft = kept.draft();
    return replies.written(kept.status(), draft.type(), draft.id(), draft.version(), draft.row().content());
  }
}
