package id.jejak.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where nodes find what is owed, and write down what became of it. Every method is one transaction. Thread-safe.
 *
 * <p>A parcel is given to one node at a time, and only while no other of its remote and key that was posted before is
 * still there, unless that one stands aside.
 */
public interface Book {
  /** This node lives, and will for so long without saying so again. */
  void beat(long node, Duration lease);

  /** This node carries nothing any more. What it still holds counts as abandoned. */
  void leave(long node);

  /**
   * What nodes held that live no more becomes unknown.
   *
   * @param settle how long it is left alone before it is looked for
   * @return how many
   */
  int takeOver(Instant now, Duration settle);

  /**
   * Gives parcels that are due to a node, in the order of due and posting.
   *
   * @param most looked at; as many or fewer are given
   */
  List<Held> claim(long node, String remote, int most, Instant now);

  /**
   * Writes down how it went. What this node no longer holds is passed over: somebody else has it.
   *
   * @param now when
   */
  void settle(long node, List<Ended> ended, Instant now);
}
