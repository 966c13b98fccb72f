package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.satusehat.contract.Outcome;
import id.jejak.satusehat.contract.Outcome.Author;
import id.jejak.satusehat.contract.Outcome.Issue;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.Systems;
import id.jejak.satusehat.http.structure.Flaw;
import id.jejak.satusehat.http.structure.StructureCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every resource must pass to be kept: what the real server was recorded to refuse, and FHIR's own shape, without
 * which its store cannot read a resource (docs/decisions/0402). Official examples break the official rules and were
 * accepted, so everything else is taken. Stateless.
 */
final class Admission {
  /** Flaws that one answer tells. */
  private static final int MOST = 20;

  private Admission() {}

  /**
   * Lets a resource through, or stops.
   *
   * @param where the entry's path within a bundle, or empty
   */
  static void check(Caller caller, String type, ObjectNode resource, String where) {
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    var said = resource.path("resourceType");
    if (!said.isString()) {
      throw new Stop(Refusals.unparseable("missing required field \"resourceType\"", where));
    }
    if (!said.stringValue().equals(type)) {
      throw new Stop(Refusals.unparseable("resource type mismatch, type of specified resource: " + type
          + ", type from payload: " + Refusals.shown(said.stringValue()), where));
    }
    Explaining.strip(resource);
    var flaws = StructureCheck.of(type, resource).stream().filter(Flaw::refused).limit(MOST)
        .map(flaw -> new Issue("error", "structure", "unparseable_resource", flaw.diagnostics(),
            at(flaw.path(), type, where))).toList();
    if (!flaws.isEmpty()) {
      throw new Stop(new Outcome(400, Author.BACKEND, flaws));
    }
    var issues = new ArrayList<Issue>();
    if (type.equals("Encounter")) {
      identifiers(caller, resource, issues);
    }
    Terms.check(type, resource, issues);
    if (!issues.isEmpty()) {
      throw new Stop(new Outcome(400, Author.VALIDATOR, issues));
    }
  }

  /** Where the store says a flaw is: nowhere when it is the whole of a resource that came alone. */
  private static String at(String path, String type, String where) {
    var below = path.substring(type.length());
    return where.isEmpty() ? below.isEmpty() ? "" : path : where + "." + camel(type) + below;
  }

  /** Recorded for Encounter, both texts. */
  private static void identifiers(Caller caller, ObjectNode resource, List<Issue> issues) {
    var own = Systems.SYS_IDS + "encounter/";
    int i = 0;
    for (JsonNode identifier : resource.path("identifier")) {
      var system = Documents.text(identifier.path("system"));
      var at = "Encounter.identifier[" + i++ + "].system";
      if (system.equals(Systems.CREATOR)) {
        continue;
      }
      if (!system.startsWith(own)) {
        issues.add(Issue.error("value", "Invalid identifier system: " + system + " (RuleNumber: 10117)", at));
      } else if (!system.substring(own.length()).equals(caller.organization())) {
        issues.add(Issue.error("value", "Wrong organization ID provided by system URL: " + system
            + " (RuleNumber: 10117)", at));
      }
    }
  }

  private static String camel(String type) {
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
