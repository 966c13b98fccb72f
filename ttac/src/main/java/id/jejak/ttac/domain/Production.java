package id.jejak.ttac.domain;

import static id.jejak.ttac.domain.Custody.Standing.HOLDS;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a producer wants to do with units, and whether it may. Decides, and only decides: the store remembers.
 *
 * <p>No document describes these calls; the rules are those of the state machine that the guide's sentences imply.
 * As everywhere, each check runs over the whole request before the next one starts.
 */
public sealed interface Production {
  /** Makes units known inside a holder. */
  record Enter(int caller, Level level) implements Production {
    /** The refusal; empty when units of this level may be put there. */
    public Optional<Refusal> refusal(Asked holder) {
      return new Batch(List.of(
          Production::unknown,
          one -> fault(!held(caller, one), new Refusal.NotHere()),
          one -> fault(!below(level, one), new Refusal.HolderTooLow())), -1).judge(List.of(holder));
    }
  }

  /**
   * Puts units that are known already into a holder.
   *
   * @param type the level that the request gives the holder
   */
  record Aggregate(int caller, Level type) implements Production {
    /** The refusal; empty when all may go in. What is directly inside already is no fault: nothing happens to it. */
    public Optional<Refusal> refusal(Asked holder, List<Asked> units) {
      var ofHolder = new Batch(List.of(
          Production::unknown,
          one -> fault(!held(caller, one), new Refusal.NotHere()),
          one -> fault(pack(one).level() != type, new Refusal.HolderOfOtherLevel())), -1).judge(List.of(holder));
      return ofHolder.isPresent() ? ofHolder : new Batch(List.of(
          Production::unknown,
          one -> fault(!held(caller, one), new Refusal.NotHere()),
          one -> fault(!below(pack(one).level(), holder), new Refusal.NotBelow(one.barcode())),
          one -> fault(!pack(one).isRoot() && !inside(one, holder), new Refusal.InOtherHolder(one.barcode()))), -1)
          .judge(units);
    }

    /** The units that really go in: those that are not there already. Only for what was not refused. */
    public List<Pack> entering(List<Asked> units) {
      return units.stream().map(Production::pack).filter(Pack::isRoot).toList();
    }

    private static boolean inside(Asked one, Asked holder) {
      return pack(one).ancestors().getFirst() == pack(holder).id();
    }
  }

  /** Releases units, takes them as samples, or rejects them. */
  record Judge(int caller, Status to) implements Production {
    /** The refusal; empty when all may get the status. */
    public Optional<Refusal> refusal(List<Asked> units) {
      return new Batch(List.of(
          Production::unknown,
          one -> fault(!held(caller, one), new Refusal.NotHere()),
          one -> fault(!pack(one).status().mayBecome(to), new Refusal.Unfit())), -1).judge(units);
    }

    /** The units that really change. Only for what was not refused. */
    public List<Pack> changing(List<Asked> units) {
      return units.stream().map(Production::pack).filter(pack -> pack.status() != to).toList();
    }
  }

  private static Optional<Refusal> unknown(Asked one) {
    return fault(one.pack() == null, new Refusal.NotFound(one.barcode()));
  }

  private static boolean held(int caller, Asked one) {
    return pack(one).custody().standing(caller) == HOLDS;
  }

  private static boolean below(Level level, Asked holder) {
    return level.number() < pack(holder).level().number();
  }

  private static Pack pack(Asked one) {
    @Nullable Pack pack = one.pack();
    if (pack == null) {
      throw new IllegalStateException("a check that needs the pack came before the one that it exists");
    }
    return pack;
  }

  private static Optional<Refusal> fault(boolean found, Refusal refusal) {
    return found ? Optional.of(refusal) : Optional.empty();
  }
}
