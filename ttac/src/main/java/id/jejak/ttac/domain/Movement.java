package id.jejak.ttac.domain;

import static id.jejak.ttac.domain.Custody.Standing.EXPECTS;
import static id.jejak.ttac.domain.Custody.Standing.HOLDS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sarana wants to do with units, and whether it may. Decides, and only decides: the store remembers.
 *
 * <p>Everything or nothing: one refused barcode refuses the request.
 */
public sealed interface Movement {
  /**
   * The refusal; empty when every unit may move.
   *
   * @param asked without repetitions
   */
  default Optional<Refusal> refusal(List<Asked> asked) {
    return batch().judge(asked);
  }

  /** Each barcode's own first fault, in the order asked: the dry run. */
  default List<Optional<Refusal>> faults(List<Asked> asked) {
    return batch().each(asked);
  }

  /** Custody of a unit after this movement. Only for units that were not refused. */
  Custody after(Custody before, long event);

  /** The checks, in order of precedence. */
  Batch batch();

  /** True when units of different levels may move together. */
  default boolean mixesLevels() {
    return batch().mixedLevelsAfter() < 0;
  }

  /** Receives what is on its way to the caller. */
  record Receive(int caller) implements Movement {
    @Override
    public Batch batch() {
      return new Batch(List.of(
          one -> fault(!known(one.pack()), new Refusal.NotFound(one.barcode())),
          one -> fault(pack(one).unfit(), new Refusal.Unfit()),
          one -> fault(pack(one).custody().standing(caller) != EXPECTS,
              new Refusal.AlreadyReceived(one.barcode()))), 1);
    }

    private boolean known(@Nullable Pack pack) {
      return pack != null && (pack.custody().standing(caller) == EXPECTS
          || pack.custody().wasReceivedBy(caller));
    }

    @Override
    public Custody after(Custody before, long event) {
      return before.arrived();
    }
  }

  /** Sends what the caller holds to a customer. */
  record Send(int caller, int target) implements Movement {
    @Override
    public Batch batch() {
      return new Batch(List.of(
          one -> fault(one.pack() == null, new Refusal.NotFound(one.barcode())),
          one -> fault(pack(one).custody().isSentBy(caller) && pack(one).level() != Level.TERSIER,
              new Refusal.AlreadySent(pack(one).level(), one.barcode())),
          one -> fault(standing(one) != HOLDS, new Refusal.NotHere()),
          one -> fault(pack(one).status() != Status.ACTIVE, new Refusal.NotActive(one.barcode())),
          one -> fault(pack(one).level() != Level.PRIMER && !pack(one).hasChildren(),
              new Refusal.NoChild(one.barcode()))), 1);
    }

    private Custody.Standing standing(Asked one) {
      return pack(one).custody().standing(caller);
    }

    @Override
    public Custody after(Custody before, long event) {
      return before.sent(new Transit(caller, target, Transit.Kind.KIRIM, event));
    }
  }

  /**
   * Gives back what the caller holds, or refuses at the dock what is on its way to the caller.
   *
   * @param target as asked for; must be the previous sender of every unit
   */
  record Return(int caller, long target) implements Movement {
    @Override
    public Batch batch() {
      return new Batch(List.of(
          one -> fault(!here(one.pack()), new Refusal.NotFound(one.barcode())),
          this::wrongTarget), -1);
    }

    /** What has always been here has no previous sender, and can be returned to nobody. */
    private Optional<Refusal> wrongTarget(Asked one) {
      int sender = pack(one).custody().previousSender();
      return fault(sender == 0 || sender != target, new Refusal.WrongTarget(sender, target));
    }

    private boolean here(@Nullable Pack pack) {
      if (pack == null) {
        return false;
      }
      var standing = pack.custody().standing(caller);
      return standing == HOLDS || standing == EXPECTS;
    }

    @Override
    public Custody after(Custody before, long event) {
      return before.sent(new Transit(caller, Math.toIntExact(target), Transit.Kind.RETUR, event));
    }
  }

  /** Units that are not inside another unit of the same request: the others go along with it anyway. */
  static List<Pack> topmost(List<Asked> asked) {
    var ids = new HashSet<Long>();
    asked.forEach(one -> ids.add(pack(one).id()));
    var top = new ArrayList<Pack>(asked.size());
    for (var one : asked) {
      if (pack(one).ancestors().stream().noneMatch(ids::contains)) {
        top.add(pack(one));
      }
    }
    return top;
  }

  private static Pack pack(Asked one) {
    if (one.pack() == null) {
      throw new IllegalStateException("a check that needs the pack came before the one that it exists");
    }
    return one.pack();
  }

  private static Optional<Refusal> fault(boolean found, Refusal refusal) {
    return found ? Optional.of(refusal) : Optional.empty();
  }
}
