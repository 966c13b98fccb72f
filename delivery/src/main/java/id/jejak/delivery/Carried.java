package id.jejak.delivery;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How an attempt to carry a parcel ended, or what reading back at the remote showed. */
public sealed interface Carried {
  /**
   * It is there; also when it had been there already.
   *
   * @param told what the remote said that is worth keeping
   */
  record Done(JsonNode told) implements Carried {}

  /**
   * The remote will not have it as it is: parked until somebody mends it.
   *
   * @param code of the remote
   * @param reason its words, without personal data
   */
  record Refused(Remedy remedy, String code, String reason) implements Carried {}

  /**
   * Certainly not there, and worth trying again.
   *
   * @param after what the remote asked to wait, if it did
   */
  record Later(Optional<Duration> after, String reason) implements Carried {}

  /**
   * The remote answers, but what the parcel waits for is not there yet, such as a number that is given later. Certainly not
   * done, and worth another look; it says nothing against the remote, so it holds up nothing else.
   *
   * @param again when to look again, at the soonest
   */
  record NotYet(Duration again, String reason) implements Carried {}

  /** Sent, and no answer: it must be looked for before it is sent again. */
  record Unknown(String reason) implements Carried {}
}
