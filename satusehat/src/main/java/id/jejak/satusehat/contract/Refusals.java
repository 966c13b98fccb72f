package id.jejak.satusehat.contract;

import id.jejak.satusehat.contract.Outcome.Author;
import id.jejak.satusehat.contract.Outcome.Issue;
import java.util.List;

/** What the FHIR server says when it says no. Texts marked recorded are the real server's, byte for byte. */
public final class Refusals {
  /** Recorded: the body stands for what the caller may not see. */
  public static final String SUPPRESSED =
      "The operation did not return any information due to consent or privacy rules.";
  /** Recorded: a patient who did not opt in. */
  public static final String FORBIDDEN =
      "Operation cannot be performed due to business rules, consent or privacy rules, or access permission"
          + " constraints.";
  /** From logs of clients, who keep it as final and never try again. */
  public static final String NO_PERMISSION = "You don't have permission to edit resource";

  private Refusals() {}

  /** Recorded: the path names another id than the body. */
  public static Outcome mismatch(String inPath, String inBody) {
    return Outcome.backend(400, "structure", "resource_mismatch",
        "resource id mismatch, id of specified resource: " + inPath + ", id from payload: " + inBody);
  }

  /** Recorded form: not FHIR. */
  public static Outcome unparseable(String why, String expression) {
    return new Outcome(400, Author.BACKEND,
        List.of(new Issue("error", "structure", "unparseable_resource", why, expression)));
  }

  /** Inferred: nothing has this id. */
  public static Outcome notFound(String type, String id) {
    return Outcome.backend(404, "not-found", "resource_not_found", "no such resource: " + type + "/" + id);
  }

  /** Inferred: a type that FHIR R4 does not have, or that is not kept. */
  public static Outcome unknownType(String type) {
    return Outcome.backend(400, "not-supported", "unsupported_resource_type",
        "resource type is not kept here: " + shown(type));
  }

  /** Recorded: somebody sends the same thing again. Two wordings, by type; an Observation's from logs of clients. */
  public static Outcome duplicate(String type) {
    return Outcome.validator("duplicate", switch (type) {
      case "Encounter" -> "Found duplicate resource: Encounter";
      case "Medication" -> "Found duplicate: Medication";
      default -> "Found duplicate: " + type + " (RuleNumber: 20002)";
    }, "");
  }

  /** Recorded: the patient did not agree. */
  public static Outcome forbidden() {
    return new Outcome(400, Author.CONSENT, List.of(Issue.error("forbidden", FORBIDDEN, "")));
  }

  /** Third party: another facility's resource. */
  public static Outcome noPermission() {
    return new Outcome(403, Author.VALIDATOR, List.of(Issue.error("forbidden", NO_PERMISSION, "")));
  }

  /** Recorded: stands where a resource would stand that the caller may not see. */
  public static Outcome suppressed(String diagnostics) {
    return new Outcome(200, Author.CONSENT,
        List.of(new Issue("information", "suppressed", SUPPRESSED, diagnostics, "")));
  }

  /** Inferred: somebody else was faster. */
  public static Outcome conflict(String expected, String current) {
    return Outcome.backend(412, "conflict", "version_conflict",
        "If-Match asks for version " + shown(expected) + ", the current one is " + current);
  }

  /** Inferred: the condition of a write finds more than one, so nobody can say which is meant. */
  public static Outcome multiple(String type) {
    return Outcome.backend(412, "multiple-matches", "multiple_matches", "more than one " + type
        + " is found by the condition");
  }

  /** Inferred: it was there, and was deleted. */
  public static Outcome gone(String type, String id) {
    return Outcome.backend(410, "deleted", "resource_deleted", "deleted: " + type + "/" + id);
  }

  /** Ours: deleting it would change what remains of a prescription, or take it away. */
  public static Outcome inUse(String why) {
    return Outcome.backend(409, "conflict", "resource_in_use", why);
  }

  /** Recorded: a code that its system does not have. */
  public static Issue unknownCode(String code, String system, String rule, String expression) {
    return Issue.error("value", "Code not found: '" + code + "' in system: " + system + " (RuleNumber: " + rule + ")",
        expression);
  }

  /** Inferred: a search that cannot be done as asked. */
  public static Outcome badSearch(String why) {
    return Outcome.backend(400, "invalid", "invalid_search", why);
  }

  /** Inferred: a patch that cannot be applied. */
  public static Outcome badPatch(String why) {
    return Outcome.backend(400, "invalid", "invalid_patch", why);
  }

  /** Inferred: the body is above a limit, bytes. */
  public static Outcome tooLarge(long limit) {
    return Outcome.backend(413, "too-long", "request_too_large", "the body is larger than " + limit + " bytes");
  }

  /** Third party: the media type is required. */
  public static Outcome notAPatch() {
    return Outcome.backend(415, "not-supported", "unsupported_media_type",
        "a patch needs Content-Type: application/json-patch+json");
  }

  /** Something broke; nothing was changed. */
  public static Outcome failure() {
    return Outcome.backend(500, "exception", "internal_error", "nothing was changed; see the server's log");
  }

  /** A value of the caller's, fit to be shown: short, and without what could break a line. */
  public static String shown(String value) {
    var plain = value.length() > 200 ? value.substring(0, 200) + "..." : value;
    return plain.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
