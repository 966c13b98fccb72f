package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.contract.Finding.Weight;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Outcome.Author;
import id.jejak.satusehat.contract.Outcome.Issue;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.http.rules.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands around what writes. Explain mode tells what a resource breaks and changes nothing else; strict mode refuses a
 * resource that breaks a rule. Where neither is asked for, it costs one look at a header. Thread-safe.
 */
final class Explaining {
  /** Id of the outcome that an explained answer contains; it is never kept. */
  static final String ID = "explain";

  private final Rules rules;
  private final boolean strict;

  /** @param strict whether every request is held against the rules */
  Explaining(Rules rules, boolean strict) {
    this.rules = rules;
    this.strict = strict;
  }

  /** An operation that keeps one resource. */
  BiFunction<Caller, Request, Response> resource(BiFunction<Caller, Request, Response> operation) {
    return (caller, request) -> {
      if (!asked(request)) {
        return operation.apply(caller, request);
      }
      var bytes = request.body().bytes(Limits.RESOURCE_BYTES);
      var type = request.var("type");
      List<Finding> found = ResourceTypes.kept(type)
          ? rules.of(type, stripped(Documents.object(bytes)), caller.organization()) : List.of();
      refuse(request, found);
      var answer = operation.apply(caller, again(request, bytes));
      return explain(request) && answer.status() < 300 ? contained(answer, found) : answer;
    };
  }

  /** An operation that patches: what comes of it is told. What is refused of it, {@link #hold} refuses before. */
  BiFunction<Caller, Request, Response> patch(BiFunction<Caller, Request, Response> operation) {
    return (caller, request) -> {
      var answer = operation.apply(caller, request);
      return explain(request) && answer.status() < 300 ? contained(answer, rules.of(request.var("type"),
          Documents.object(answer.bytes()), caller.organization())) : answer;
    };
  }

  /** What a request holds a resource against that is only known within the transaction. */
  Hold hold(Request request) {
    return strict || prefers(request, "strict") ? (caller, type, resource) ->
        refuse(request, rules.of(type, resource, caller.organization())) : Hold.NONE;
  }

  /** An operation that keeps a bundle; in strict mode one entry that breaks a rule refuses all of them. */
  BiFunction<Caller, Request, Response> bundle(BiFunction<Caller, Request, Response> operation) {
    return (caller, request) -> {
      if (!asked(request)) {
        return operation.apply(caller, request);
      }
      var bytes = request.body().bytes(Limits.BUNDLE_BYTES);
      var found = entries(Documents.object(bytes), caller.organization());
      refuse(request, found.stream().flatMap(List::stream).toList());
      var answer = operation.apply(caller, again(request, bytes));
      return explain(request) && answer.status() < 300 ? outcomes(answer, found) : answer;
    };
  }

  /** {@code $validate}: tells everything, and keeps nothing. */
  Response validate(Caller caller, Request request) {
    var type = request.var("type");
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    var resource = stripped(Documents.object(request.body().bytes(Limits.RESOURCE_BYTES)));
    if (!Documents.text(resource.path("resourceType")).equals(type)) {
      throw new Stop(Refusals.unparseable("resource type mismatch, type of specified resource: " + type
          + ", type from payload: " + Refusals.shown(Documents.text(resource.path("resourceType"))), ""));
    }
    var found = rules.of(type, resource, caller.organization());
    return Response.json(200, outcome(issues(found, false)).json());
  }

  private List<List<Finding>> entries(ObjectNode bundle, String organization) {
    var all = new ArrayList<List<Finding>>();
    int index = 0;
    for (var entry : bundle.path("entry")) {
      var at = "Bundle.entry[" + index++ + "].resource";
      var found = new ArrayList<Finding>();
      if (entry.path("resource") instanceof ObjectNode resource) {
        var type = Documents.text(resource.path("resourceType"));
        if (ResourceTypes.kept(type)) {
          rules.of(type, stripped(resource), organization).forEach(one -> found.add(below(one, type, at)));
          if (type.equals("MedicationDispense")) {
            found.addAll(visit(bundle, Documents.text(resource.path("context").path("reference"))));
          }
        }
      }
      all.add(found);
    }
    return all;
  }

  /** What the visit that a dispense of the same bundle names breaks. */
  private List<Finding> visit(ObjectNode bundle, String name) {
    int index = 0;
    for (var entry : bundle.path("entry")) {
      if (!name.isEmpty() && Documents.text(entry.path("fullUrl")).equals(name)
          && entry.path("resource") instanceof ObjectNode encounter) {
        return rules.visit(encounter, "Bundle.entry[" + index + "].resource");
      }
      index++;
    }
    return List.of();
  }

  private static Finding below(Finding one, String type, String at) {
    return new Finding(one.weight(), one.rule(), at + one.path().substring(type.length()), one.expected(),
        one.received(), one.indonesian(), one.english());
  }

  /** What the server refuses anyway, it refuses in its own words. */
  private void refuse(Request request, List<Finding> found) {
    boolean asked = strict || prefers(request, "strict");
    if (asked && found.stream().noneMatch(one -> one.weight() == Weight.REFUSED)
        && found.stream().anyMatch(one -> one.weight() == Weight.BROKEN)) {
      throw new Stop(outcome(issues(found, false)));
    }
  }

  private static Response contained(Response answer, List<Finding> found) {
    var resource = Documents.object(answer.bytes());
    var all = resource.path("contained") instanceof ArrayNode there ? there : resource.putArray("contained");
    var told = Documents.object(outcome(issues(found, true)).json());
    told.put("id", ID);
    all.add(told);
    return new Response(answer.status(), answer.headers(), new Response.Content.Bytes(Documents.write(resource)));
  }

  /** Takes out what an explained answer had in it, from a resource that its reader sends back. */
  static void strip(ObjectNode resource) {
    if (resource.path("contained") instanceof ArrayNode all) {
      for (int i = all.size() - 1; i >= 0; i--) {
        if (Documents.text(all.path(i).path("id")).equals(ID)
            && Documents.text(all.path(i).path("resourceType")).equals("OperationOutcome")) {
          all.remove(i);
          if (all.isEmpty()) {
            resource.remove("contained");
          }
        }
      }
    }
  }

  private static ObjectNode stripped(ObjectNode resource) {
    strip(resource);
    return resource;
  }

  private static Response outcomes(Response answer, List<List<Finding>> found) {
    JsonNode bundle = Json.read(answer.bytes());
    int index = 0;
    for (var entry : bundle.path("entry")) {
      if (entry.path("response") instanceof ObjectNode response && !response.has("outcome")) {
        response.set("outcome", Json.read(outcome(issues(found.get(index), true)).json()));
      }
      index++;
    }
    return new Response(answer.status(), answer.headers(), new Response.Content.Bytes(Json.write(bundle)));
  }

  private static Outcome outcome(List<Issue> issues) {
    return new Outcome(400, Author.VALIDATOR, issues);
  }

  private static List<Issue> issues(List<Finding> found, boolean kept) {
    return found.isEmpty()
        ? List.of(new Issue("information", "informational", "Tidak ada temuan", "Nothing was found", ""))
        : found.stream().map(one -> kept ? one.warning() : one.issue()).toList();
  }

  private boolean asked(Request request) {
    return strict || prefers(request, "strict") || explain(request);
  }

  private static boolean explain(Request request) {
    return prefers(request, "explain");
  }

  private static boolean prefers(Request request, String what) {
    return request.header("Prefer").stream()
        .flatMap(header -> Stream.concat(Stream.of(header), Arrays.stream(header.split("[,;]"))))
        .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).equals(what));
  }

  private static Request again(Request request, byte[] bytes) {
    return new Request(request.method(), request.path(), request.query(), request.headers(), Body.of(bytes),
        request.peer(), request.id(), request.vars());
  }
}
