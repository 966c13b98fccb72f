package id.jejak.facility.queue.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** What the desk's services say when they do not do what they were asked: what is wrong, where, and what to do. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public enum DeskMessage {
  /** Something is missing or cannot be understood. */
  MALFORMED(400, "malformed", "{field} is missing or cannot be understood: write {what}"),
  /** The queue is another facility's. */
  FOREIGN(403, "facility", "this is the queue of the hospital {ppk}, as the setting queue.facility has it, and you are"
      + " logged in to a facility that has another code or none"),
  /** No such booking. */
  BOOKING_UNKNOWN(404, "unknown", "no booking has this code"),
  /** No such session. */
  SESSION_UNKNOWN(404, "unknown", "no session has this id"),
  /** No such patient. */
  PATIENT_UNKNOWN(404, "unknown", "no patient has this record: leave it out to register a new one"),
  /** No such display. */
  DISPLAY_UNKNOWN(404, "unknown", "no display has this id or code: it was taken away, or never was"),
  /** It does not fit what is so already. */
  REFUSED(409, "refused", "not done: {why}"),
  /** Nothing is served at this path. */
  NOT_SERVED(404, "not_served", "nothing is served at this path"),
  /** Not with this method. */
  OTHER_METHOD(405, "method", "not with this method"),
  /** The body is above the limit. */
  TOO_LARGE(413, "too_large", "the body is too large"),
  /** Not HTTP that could be read. */
  NOT_READABLE(400, "unreadable", "the request could not be read"),
  /** Something broke. */
  BROKEN(500, "broken", "something broke; nothing was changed");

  private final int status;
  private final String code;
  private final String text;

  DeskMessage(int status, String code, String text) {
    this.status = status;
    this.code = code;
    this.text = text;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** For programs. */
  public String code() {
    return code;
  }

  /** For people, with {@code {placeholders}}. */
  public String text() {
    return text;
  }
}
