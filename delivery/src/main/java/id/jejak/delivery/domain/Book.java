package id.jejak.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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

  /** What this node holds, as the book has it. */
  Set<Grip> holds(long node);

  /**
   * What this node holds and knows nothing of becomes unknown, as what a dead node held.
   *
   * @param settle how long it is left alone before it is looked for
   */
  void disown(long node, Set<Grip> forgotten, Instant now, Duration settle);

  /**
   * Writes down how it went. What this node no longer holds is passed over: somebody else has it.
   *
   * @param now when
   */
  void settle(long node, List<Ended> ended, Instant now);

  /** One time that a parcel was taken. */
  record Grip(long id, int attempts) {}
}
