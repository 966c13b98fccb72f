package id.jejak.delivery.domain;

/** Where a parcel is in its life. */
public enum Stage {
  /** To be sent when it is due and the first of its key. */
  OWED,
  /** Being carried by a node. */
  HELD,
  /** May be there: to be looked for when it is due. */
  UNKNOWN,
  /** Refused: waits for a person, and holds up its key. */
  PARKED,
  /** It is there. The end. */
  DONE,
  /** A person gave it up. The end. */
  GIVEN_UP
}
