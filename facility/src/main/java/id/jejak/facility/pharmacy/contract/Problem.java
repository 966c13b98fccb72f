package id.jejak.facility.pharmacy.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that the pharmacy refuses with: what, in one sentence with {@code {placeholders}}, and what to do about it.
 * Answered as RFC 9457 problem details with the place and the value besides.
 */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public enum Problem {
  /** No actor by this token. */
  UNKNOWN_CALLER(401, "Nobody is known by this token", "Log in, and send Authorization: Bearer with the token."),
  /** The actor's roles do not reach. */
  ROLE(403, "{role} may not do this", "Ask somebody with one of the roles that are named in value."),
  /** No JSON object. */
  UNREADABLE(400, "The body is no JSON object that can be read", "Send a JSON object."),
  /** A member or parameter that cannot be understood. */
  MALFORMED(400, "{where} is missing or cannot be read", "Write {form}."),
  /** Nothing by this id in this facility. */
  NOT_FOUND(404, "This facility has no {thing} {value}", "Look it up in the list first."),
  /** Nothing is served there. */
  NOT_SERVED(404, "Nothing is served at this path", "See /docs/pharmacy for every path."),
  /** Served, but not so. */
  OTHER_METHOD(405, "The path is served, but not with this method", "Use a method named in Allow."),
  /** A body above the limit. */
  TOO_LARGE(413, "The body is larger than {value} bytes", "Send fewer packs at once."),
  /** No HTTP. */
  NOT_HTTP(400, "The request cannot be read", "Send HTTP as RFC 9112 has it."),
  /** Something broke. */
  BROKEN(500, "Something broke, and nothing was changed", "Try again; if it stays so, give the support X-Request-Id."),
  /** A national system is away, or says no. */
  REMOTE(502, "{system} did not answer as it should: {why}",
      "When it is away, try again in a minute; when it refuses, correct what it names. Nothing was changed."),

  /** Received before, here or elsewhere. */
  HELD(409, "{count} of the packs are held already, first {barcode} by {facility}",
      "Take them out of the list; if another facility holds one, ask it before anything else."),
  /** A barcode that does not tell its batch. */
  LOT_UNTOLD(422, "{barcode} does not tell product, batch and expiry",
      "Send nie, batch and expiry beside it, as the delivery note has them."),
  /** Packs that are not in the state that is needed. */
  NOT_HERE(409, "{count} of the packs are not here to be moved, first {barcode}",
      "Look the pack up: it was used, sent, or belongs to another facility."),
  /** A pack that may not be given. */
  PACK_STOPPED(409, "{barcode} may not be dispensed: {reason}", "{advice}"),
  /** More than the prescription leaves. */
  TOO_MUCH(409, "{wanted} {unit} are more than the {left} {unit} that may be given now",
      "Give what is left of this supply; the next one after that."),
  /** Somebody gave of a line since the caller looked at it. */
  SERVED(409, "Of line {value} {given} {unit} were given since you looked",
      "Look at the prescription again before you give more of it."),
  /** Something that must be accepted first. */
  FINDINGS(409, "{count} findings must be accepted first: {kinds}",
      "Read them in findings; to go on, name their kinds in accept."),
  /** A substitution that is none. */
  SUBSTITUTION(422, "The substitution cannot be accepted: {fault}",
      "Name type, reason, and the two people who answer for it."),
  /** A product that nobody mapped. */
  PRODUCT_UNKNOWN(422, "Nothing is known of the product {nie}", "Map it first: POST /facility/v1/pharmacy/products."),
  /** Too little of a compound is left, or it is not this one's. */
  COMPOUND_STOPPED(409, "The compound {compound} cannot be given: {reason}", "Make another one for this line."),
  /** Nothing is taken back twice. */
  TAKEN_BACK(409, "The dispense {dispense} was taken back already", "Nothing is to be done."),
  /** That the patient never had it is said soon, or not at all. */
  TOO_LATE(409, "The dispense {dispense} is older than {hours} hours: it is no longer {kind}",
      "If it came back, take it back as returned."),
  /** A pack that did not go out with it. */
  NOT_OF_IT(409, "{barcode} was not given with the dispense {dispense}",
      "Scan what was handed over, or leave packs out."),
  /** More than went out. */
  MORE_THAN_GIVEN(409, "{wanted} of {barcode} are more than the {given} that were given of it",
      "Write how much came back, or leave units out."),
  /** What left the house is not given to anybody else. */
  NOT_ON_SHELF(409, "{barcode} may not go back on the shelf: {reason}", "Keep it apart, or destroy it."),
  /** A pack that came back from a patient. */
  NOT_RELEASED(409, "{count} of the packs were handed out and came back, first {barcode}: nobody else may be given them",
      "Keep them apart until they are destroyed, or give them back with a reason: POST /facility/v1/pharmacy/send."),
  /** A recall that was closed. */
  RECALL_CLOSED(409, "The recall {recall} is closed already", "Nothing is to be done."),
  /** Another facility's recall. */
  RECALL_FOREIGN(409, "The recall {recall} was opened by {facility}", "Ask whoever opened it to close it.");

  private static final String TYPE = "application/problem+json";
  private final int status;
  private final String text;
  private final String advice;

  Problem(int status, String text, String advice) {
    this.status = status;
    this.text = text;
    this.advice = advice;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** What is wrong, with {@code {placeholders}}. */
  public String text() {
    return text;
  }

  /** Media type of every problem. */
  public static String type() {
    return TYPE;
  }

  /** As in answers: {@code pack-stopped}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As an outcome of an operation: {@code 409 pack stopped}. */
  public String outcome() {
    return status + " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * The answer's body.
   *
   * @param where path of the member or parameter, such as {@code items[0].packs[1].barcode}; empty when it is the whole
   * @param value what stood there, never anything personal
   * @param values for the placeholders
   * @param more further members
   */
  public byte[] json(String where, String value, Map<String, String> values, Map<String, ?> more) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", status);
    body.put("code", code());
    body.put("title", filled(text, values));
    body.put("where", where);
    body.put("value", value);
    body.put("advice", filled(advice, values));
    body.putAll(more);
    return Json.write((Object) body);
  }

  private static String filled(String text, Map<String, String> values) {
    var filled = text;
    for (var one : values.entrySet()) {
      filled = filled.replace("{" + one.getKey() + "}", one.getValue());
    }
    return filled;
  }
}
