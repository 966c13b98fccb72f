package id.jejak.satusehat.http;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Route;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.SearchParameter;
import id.jejak.satusehat.contract.SearchParameters;
import id.jejak.satusehat.contract.Version;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The CapabilityStatement: made of the routes that are served, and of the table that searches are done by. */
final class Capability {
  /** What FHIR calls an operation that is served; whatever is not served is not said. */
  private static final Map<Operation, String> INTERACTIONS = Map.of(
      FhirOperations.READ, "read", FhirOperations.VREAD, "vread", FhirOperations.UPDATE, "update",
      FhirOperations.PATCH, "patch", FhirOperations.DELETE, "delete", FhirOperations.HISTORY, "history-instance",
      FhirOperations.CREATE, "create",
      FhirOperations.SEARCH, "search-type");

  private final Supplier<List<Route>> routes;
  private final InstantSource clock;

  Capability(Supplier<List<Route>> routes, InstantSource clock) {
    this.routes = routes;
    this.clock = clock;
  }

  Response read(Request request) {
    var served = routes.get().stream().map(Route::operation).toList();
    var statement = Documents.NODES.objectNode();
    statement.put("resourceType", "CapabilityStatement").put("status", "active").put("kind", "instance")
        .put("fhirVersion", "4.0.1").put("date", Version.at(clock.instant()).updated());
    statement.putObject("software").put("name", "Jejak");
    statement.putObject("implementation").put("description", "Jejak: SATUSEHAT, pharmacy")
        .put("url", Replies.outside(request));
    statement.putArray("format").add("json");
    statement.putArray("patchFormat").add("application/json-patch+json");
    var rest = statement.putArray("rest").addObject().put("mode", "server");
    rest.putObject("security").put("description", "OAuth2 client credentials: Authorization: Bearer");
    var interactions = rest.putArray("interaction");
    if (served.contains(FhirOperations.BUNDLE)) {
      interactions.addObject().put("code", "transaction");
      interactions.addObject().put("code", "batch");
    }
    if (served.contains(FhirOperations.VALIDATE)) {
      rest.putArray("operation").addObject().put("name", "validate")
          .put("definition", "http://hl7.org/fhir/OperationDefinition/Resource-validate");
    }
    var resources = rest.putArray("resource");
    ResourceTypes.ALL.forEach(type -> resource(resources.addObject(), type, served));
    return Response.json(200, Documents.write(statement));
  }

  private static void resource(ObjectNode resource, String type, List<Operation> served) {
    resource.put("type", type).put("versioning", "versioned-update").put("readHistory", true)
        .put("updateCreate", true).put("conditionalCreate", true)
        .put("conditionalUpdate", served.contains(FhirOperations.UPDATE_WHERE))
        .put("conditionalDelete", "not-supported");
    var interactions = resource.putArray("interaction");
    served.forEach(operation -> {
      var code = INTERACTIONS.get(operation);
      if (code != null) {
        interactions.addObject().put("code", code);
      }
    });
    var included = resource.putArray("searchInclude");
    var parameters = resource.putArray("searchParam");
    parameter(parameters, "_id", "token");
    parameter(parameters, "_lastUpdated", "date");
    for (var one : SearchParameters.of(type)) {
      parameter(parameters, one.name(), one.kind().code());
      if (one.kind() == SearchParameter.Kind.REFERENCE && one.selective()) {
        included.add(type + ":" + one.name());
      }
    }
    if (included.isEmpty()) {
      resource.remove("searchInclude");
    }
  }

  private static void parameter(ArrayNode parameters, String name, String kind) {
    parameters.addObject().put("name", name).put("type", kind);
  }
}
