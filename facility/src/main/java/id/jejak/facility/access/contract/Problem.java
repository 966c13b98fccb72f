package id.jejak.facility.access.contract;

import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * Why something is refused below {@code /facility/v1}: {@code {"error": code, "message": words}}. Words name fields and
 * rules, and never show a value.
 */
public enum Problem {
  NOT_JSON(400, "The body is not a JSON object."),
  INVALID(400, "{field}: {rule}."),
  UNAUTHENTICATED(401, "Log in first, or again: there is no session, or it has ended."),
  WRONG(401, "The username or the password is wrong, or the account is closed."),
  PROVIDER_REFUSED(401, "The identity provider did not vouch for a member of staff of this facility."),
  CODE_WRONG(401, "The code and the date of birth do not belong together, or the code has ended."),
  CROSS_SITE(403, "A page of another site asked: send X-CSRF-Token, or ask from the same origin."),
  FORBIDDEN(403, "Your roles at this facility do not allow this."),
  NOT_FOUND(404, "There is no such {thing} at your facility."),
  NO_PROVIDER(404, "No identity provider is configured."),
  TAKEN(409, "{field} belongs to somebody else."),
  LAST_ADMINISTRATOR(409, "A facility keeps at least one administrator."),
  KEYS_IN_USE(409, "Some data are still kept under older keys: wait until all are kept under the newest one."),
  NOTHING_HERE(404, "Nothing is served at this path."),
  OTHER_METHOD(405, "This path is served, but not with this method."),
  TOO_LARGE(413, "The body is above the limit."),
  PROVIDER_SILENT(502, "The identity provider did not answer: try again, or log in with a password."),
  BROKEN(500, "Something broke; nothing was changed.");

  private final int status;
  private final String message;

  Problem(int status, String message) {
    this.status = status;
    this.message = message;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** One word for programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is said, with places for words. */
  public String message() {
    return message;
  }

  /** The answer, with words in its places. */
  public Response response(String... words) {
    var said = message;
    for (var word : words) {
      said = said.replaceFirst("\\{\\w+}", java.util.regex.Matcher.quoteReplacement(word));
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("error", word());
    body.put("message", said);
    var answer = Response.json(status, Json.write(body));
    return this == UNAUTHENTICATED ? answer.with("WWW-Authenticate", "Bearer realm=\"facility\"") : answer;
  }

  /** As it stands in the docs. */
  public Outcome when(String when) {
    return new Outcome(status + " " + word().replace('_', ' '), false, message, when);
  }
}
