package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/**
 * Every code that TTAC's distributor guide knows, with its message as printed, faults included. The guide names no
 * other code, and none is invented here.
 */
@Source(grade = Grade.CERTAIN, ref = "PIA 3.0.1, the code tables of sections II to VII", seen = "2026-11")
public enum Code {
  /** Done. */
  E000(true, "Request Success!"),
  /** Login refused; the same for an unknown e-mail and a wrong password. */
  E001(false, "Authentication failed, Invalid email or password!"),
  /** The token is unknown, expired or revoked. */
  E003(false, "User token mismatch!"),
  /** No such barcode. No brackets here, unlike E023 and E024. */
  E013(false, "Barcode {b} not found!"),
  /** Not with the caller. */
  E014(false, "Barcode not found on this sarana. All process canceled"),
  /** Not released. */
  E015(false, "Barcode {b} is not activated!"),
  /** A sekunder that was sent already. */
  E016(false, "Barcode sekunder {b} can only be sent once."),
  /** A primer that was sent already. */
  E017(false, "Barcode primer {b} can only be sent once."),
  /** A sample or rejected unit. */
  E018(false, "Unable to continue the process, one or more barcodes you entered have a sample or reject status"),
  /** A sekunder or tersier that holds nothing. */
  E023(false, "Barcode [{b}] is not connected to any barcode child!"),
  /** Received already. */
  E024(false, "Barcode [{b}] already received!"),
  /** Too many primer under one NIE; the form of the guide's example, with the number and its thousands. */
  E026(false, "Barcode removal failed!. The number of barcodes applied({n}), allowable limit(5,000)!"),
  /** No such target. */
  E031(false, "Target Rekanan ID[{id}] not found!"),
  /** The same point twice. */
  E032(false, "Latitude and Longitude already registered, please use another point"),
  /** A return to somebody else than the sender. */
  E061(false, "Invalid sarana target, sender [{s}], receiver [{r}]!"),
  /** A warning, and a success: there was nothing to delete. */
  E901(true, "No barcode has been removed."),
  /** The request is incomplete. With a field to name, see {@link Sentence}. */
  E990(false, "Incomplete parameter request!"),
  /** Anything else. */
  E999(false, "Request Error!");

  private final boolean success;
  private final String message;

  Code(boolean success, String message) {
    this.success = success;
    this.message = message;
  }

  /** The envelope's {@code status}. */
  public boolean success() {
    return success;
  }

  /** The message as printed, with {@code {placeholders}}. */
  public String message() {
    return message;
  }
}
