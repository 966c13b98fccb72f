package id.jejak.satusehat.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.FhirOperations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * SATUSEHAT's FHIR server, ours or the real one, resource by resource. Every call answers with an {@link Answer}; nothing
 * is thrown for what another machine does, and no call is repeated by itself.
 *
 * <p>A refusal's code is the rule's number where the server names one, else FHIR's issue code ({@code duplicate},
 * {@code not-found}, {@code forbidden}, ...), else the HTTP status. What an unanswered create has left is found by
 * {@link #settle}. Thread-safe.
 */
public final class FhirClient {
  private static final String BASE = FhirOperations.BASES.getFirst();
  private static final String JSON = "application/json";
  private static final String PATCH = "application/json-patch+json";

  private final Wire wire;

  /**
   * A client. Nothing is sent until the first call.
   *
   * @param transport the way to the server, such as {@code kernel.http.HttpTransport}
   * @param access puts a token to a request, such as {@code TokenKeeper::send}
   * @param clock the caller's
   */
  public FhirClient(Handler transport, Access access, InstantSource clock) {
    this.wire = new Wire(transport, access, clock);
  }

  /** Keeps a new resource. */
  public Answer<Resource> create(JsonNode resource) {
    return one(request("POST", "/" + type(resource), resource, JSON), true, type(resource));
  }

  /** Keeps a new resource unless one is found by the query, which is then the answer; more than one is refused. */
  public Answer<Resource> createUnless(JsonNode resource, Query found) {
    return one(request("POST", "/" + type(resource), resource, JSON).plusHeader("If-None-Exist", found.text()), true,
        type(resource));
  }

  /** The current version. What a patient keeps from the caller is refused with {@code suppressed}. */
  public Answer<Resource> read(String type, String id) {
    return one(get("/" + type + "/" + id), false, type);
  }

  /** One version. */
  public Answer<Resource> read(String type, String id, String version) {
    return one(get("/" + type + "/" + id + "/_history/" + version), false, type);
  }

  /** Puts a resource, which has its id, in the place of its current version. Doing it again does no harm. */
  public Answer<Resource> update(JsonNode resource) {
    return one(request("PUT", path(resource), resource, JSON), true, type(resource));
  }

  /** The same if the current version is this one; else it is refused with {@code conflict}. */
  public Answer<Resource> update(JsonNode resource, String version) {
    return one(request("PUT", path(resource), resource, JSON).plusHeader("If-Match", "W/\"" + version + "\""), true,
        type(resource));
  }

  /** Updates the one that is found by the query, or creates it; more than one is refused. */
  public Answer<Resource> updateWhere(JsonNode resource, Query found) {
    return one(request("PUT", "/" + type(resource) + "?" + found.text(), resource, JSON), true, type(resource));
  }

  /** Changes parts of a resource: an array of RFC 6902 steps. */
  public Answer<Resource> patch(String type, String id, JsonNode steps) {
    return one(request("PATCH", "/" + type + "/" + id, steps, PATCH), true, type);
  }

  /** Deletes a resource. The real server is not known to do so; it corrects with the status entered-in-error. */
  public Answer<String> delete(String type, String id) {
    return wire.send(Request.of("DELETE", BASE + "/" + type + "/" + id, Headers.of("Accept", JSON), Body.EMPTY), true)
        .map(_ -> type + "/" + id);
  }

  /** The first page of a search. */
  public Answer<Page> search(String type, Query query) {
    return page(type, query.text());
  }

  /** All pages of a search. */
  public Pages pages(String type, Query query) {
    return new Pages(text -> page(type, text), query.text());
  }

  /** Does a transaction; what each entry came to, in order. */
  public Answer<List<Written>> transaction(Transaction transaction) {
    var request = Request.of("POST", BASE, Headers.of("Content-Type", JSON, "Accept", JSON),
        Body.of(transaction.json()));
    var answer = wire.call(request, true);
    if (!(answer instanceof Done<JsonNode>(var bundle, _))) {
      return answer.map(Wire::never);
    }
    var written = bundle.path("entry").valueStream().map(entry -> written(entry.path("response"))).toList();
    return written.size() == transaction.size() ? new Done<>(written)
        : new Unknown<>("an answer with " + written.size() + " entries instead of " + transaction.size());
  }

  /**
   * Looks for what an unanswered create has left, by the resource's own identifiers. The searches are those that the real
   * server is known to have, so it works there too.
   *
   * @return {@code Done} empty when nothing is there, which is no proof while the request may still be on its way
   */
  public Answer<Optional<Resource>> settle(JsonNode resource) {
    var search = Trace.of(resource);
    if (search.isEmpty()) {
      return new Refused<>("identifier", "a " + type(resource) + " without an identifier of its own cannot be found");
    }
    var trace = search.get();
    var answer = pages(type(resource), trace.query()).rest();
    return answer.map(found -> found.stream().filter(trace::left).findFirst());
  }

  /** The same for a transaction, by the first resource that it creates. */
  public Answer<Optional<Resource>> settle(Transaction transaction) {
    return transaction.first().map(this::settle)
        .orElseGet(() -> new Refused<>("identifier", "a transaction that creates nothing leaves no trace"));
  }

  /** Any other request to the FHIR server, below its base. */
  Wire wire() {
    return wire;
  }

  /** A read below the base of the FHIR server. */
  static Request get(String path) {
    return Request.of("GET", BASE + path, Headers.of("Accept", JSON), Body.EMPTY);
  }

  private static Request request(String method, String path, JsonNode body, String media) {
    return Request.of(method, BASE + path, Headers.of("Content-Type", media, "Accept", JSON),
        Body.of(Json.write((Object) body)));
  }

  private Answer<Resource> one(Request request, boolean write, String type) {
    var answer = wire.call(request, write);
    if (!(answer instanceof Done<JsonNode>(var json, _))) {
      return answer.map(Wire::never);
    }
    var resource = new Resource(json);
    if (resource.type().equals("OperationOutcome")) {
      var problem = Problem.outcome(json.path("issue"));
      return new Refused<>(problem.code(), problem.words());
    }
    return resource.type().equals(type) && !resource.id().isEmpty() ? new Done<>(resource)
        : write ? new Unknown<>("an answer that is no " + type)
        : new Later<>(ClientLimits.WAIT, "an answer that is no " + type);
  }

  private Answer<Page> page(String type, String query) {
    var answer = wire.call(get("/" + type + (query.isEmpty() ? "" : "?" + query)), false);
    if (!(answer instanceof Done<JsonNode>(var bundle, _))) {
      return answer.map(Wire::never);
    }
    if (!bundle.path("resourceType").asString("").equals("Bundle")) {
      return new Later<>(ClientLimits.WAIT, "an answer that is no Bundle");
    }
    var resources = new ArrayList<Resource>();
    var suppressed = new ArrayList<String>();
    for (var entry : bundle.path("entry")) {
      var resource = new Resource(entry.path("resource"));
      if (resource.type().equals("OperationOutcome")) {
        suppressed.add(Problem.outcome(resource.json().path("issue")).words());
      } else {
        resources.add(resource);
      }
    }
    return new Done<>(new Page(resources, suppressed, next(bundle)));
  }

  /** Of the next page's address only the query is used: a token is sent to nobody but the server that it is for. */
  private static Optional<String> next(JsonNode bundle) {
    return bundle.path("link").valueStream().filter(link -> link.path("relation").asString("").equals("next"))
        .map(link -> link.path("url").asString("")).filter(url -> url.indexOf('?') >= 0)
        .map(url -> url.substring(url.indexOf('?') + 1)).findFirst();
  }

  private static Written written(JsonNode response) {
    var location = response.path("location").asString("");
    int mark = location.indexOf("/_history/");
    var parts = (mark < 0 ? location : location.substring(0, mark)).split("/", -1);
    return new Written(response.path("status").asString(""), parts.length < 2 ? "" : parts[parts.length - 2],
        parts[parts.length - 1], mark < 0 ? "" : location.substring(mark + "/_history/".length()));
  }

  private static String path(JsonNode resource) {
    return "/" + type(resource) + "/" + resource.path("id").asString("");
  }

  private static String type(JsonNode resource) {
    return resource.path("resourceType").asString("");
  }
}
