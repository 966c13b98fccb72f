package id.jejak.ttac.domain;

/** Why TTAC says no. The wire's codes and words for it are the contract's affair. */
public sealed interface Refusal {
  /** No such barcode, or none that this sarana may know of. */
  record NotFound(String barcode) implements Refusal {}

  /** Units of different levels in one request. */
  record MixedLevels() implements Refusal {}

  /** A unit, or something inside it, is a sample or rejected. */
  record Unfit() implements Refusal {}

  /** Received already. */
  record AlreadyReceived(String barcode) implements Refusal {}

  /** Not with this sarana. */
  record NotHere() implements Refusal {}

  /** Sent already, and not come back. */
  record AlreadySent(Level level, String barcode) implements Refusal {}

  /** Not released. */
  record NotActive(String barcode) implements Refusal {}

  /** Holds nothing. */
  record NoChild(String barcode) implements Refusal {}

  /** No such target for this sarana. */
  record UnknownTarget(long target) implements Refusal {}

  /** A holder that is not above what shall go into it. */
  record HolderTooLow() implements Refusal {}

  /** A holder of another level than the request says. */
  record HolderOfOtherLevel() implements Refusal {}

  /** A unit that is not below its holder. */
  record NotBelow(String barcode) implements Refusal {}

  /** A unit that is inside another holder. */
  record InOtherHolder(String barcode) implements Refusal {}

  /** A return to somebody else than the previous sender. */
  record WrongTarget(int previousSender, long target) implements Refusal {}
}
