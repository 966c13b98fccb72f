package id.jejak.satusehat.client;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a refusal says, in whichever of the platform's shapes: an OperationOutcome of either author, the gateway's fault,
 * eresep's message.
 *
 * @param code the rule's number where the text names one, else FHIR's issue code, else the HTTP status
 * @param words all issues, with where they are
 */
record Problem(String code, String words) {
  private static final Pattern RULE = Pattern.compile("\\(RuleNumber: ?(\\d{3,6})\\)");

  /** Empty when the answer is none of these shapes. */
  static Optional<Problem> of(Response response) {
    JsonNode json;
    try {
      json = Json.read(response.bytes());
    } catch (Json.Unreadable e) { // a page, or nothing
      return Optional.empty();
    }
    var issues = json.path("issue");
    if (issues.isArray() && !issues.isEmpty()) {
      return Optional.of(outcome(issues));
    }
    var status = Integer.toString(response.status());
    for (var at : new String[] {"/fault/faultstring", "/Error", "/message"}) {
      var text = json.at(at).asString("");
      if (!text.isBlank()) {
        return Optional.of(new Problem(status, shortened(text)));
      }
    }
    return Optional.empty();
  }

  /** An OperationOutcome's issues. */
  static Problem outcome(JsonNode issues) {
    var said = new ArrayList<String>();
    issues.forEach(issue -> said.add(said(issue)));
    var words = shortened(String.join("; ", said));
    var rule = RULE.matcher(words);
    return new Problem(rule.find() ? rule.group(1) : issues.path(0).path("code").asString("unknown"), words);
  }

  private static String said(JsonNode issue) {
    var text = issue.path("details").path("text").asString("");
    var more = issue.path("diagnostics").asString("");
    var where = issue.path("expression").path(0).asString("");
    return (text.isEmpty() ? more : more.isEmpty() ? text : text + ": " + more) + (where.isEmpty() ? "" : " at " + where);
  }

  private static String shortened(String words) {
    return words.length() > ClientLimits.WORDS ? words.substring(0, ClientLimits.WORDS) : words;
  }
}
