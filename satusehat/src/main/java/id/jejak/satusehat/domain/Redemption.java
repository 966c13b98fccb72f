package id.jejak.satusehat.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of a prescription item is used, and whether more may be dispensed. One rule:
 *
 * <ol>
 *   <li>Prescribed is quantity x (1 + repeats), in units of the prescription.
 *   <li>A dispense counts, for each prescribed ingredient whose amount both sides know, as many units as its amount of
 *       that ingredient fills: twenty tablets of half the strength are ten. An ingredient that it does not hold, it
 *       does not use; so two single products fill one combination.
 *   <li>Where no ingredient can be compared, because an amount is unknown or the substitute holds another substance, it
 *       counts its own units, one for one, for every ingredient.
 *   <li>A dispense that was entered in error, cancelled or declined counts nothing: it is given back.
 *   <li>Left is the total less the units of the ingredient that was used most.
 * </ol>
 *
 * <p>Counted in fractions, never in rounded numbers. Stateless.
 */
public final class Redemption {
  /** Stands for the ingredient where units are counted. */
  private static final String UNITS = "";

  private Redemption() {}

  /** What is left after these dispenses, and why. */
  public static Remaining remaining(Prescribed prescribed, List<Dispensed> dispenses) {
    var used = new TreeMap<String, Ratio>();
    keys(prescribed).forEach(key -> used.put(key, Ratio.ZERO));
    var lines = new ArrayList<Remaining.Line>();
    for (var dispense : dispenses) {
      var line = line(prescribed, dispense);
      line.units().forEach((key, units) -> used.merge(key, units, Ratio::plus));
      lines.add(line);
    }
    var most = used.values().stream().reduce(Ratio.ZERO, Ratio::max);
    var left = prescribed.total().map(total -> total.minus(most).max(Ratio.ZERO));
    return new Remaining(prescribed.total(), Map.copyOf(used), left, List.copyOf(lines));
  }

  /**
   * Whether a dispense may be kept.
   *
   * @param others every other dispense of the item
   * @param before the same dispense as it was, when it is changed; a change that takes no more is always good
   * @param now by the clock, which validity follows
   */
  public static Decision decide(Policy policy, Prescribed prescribed, List<Dispensed> others,
      Optional<Dispensed> before, Dispensed wanted, Instant now) {
    if (policy == Policy.RECORDED || !wanted.counts()) {
      return new Decision.Accepted();
    }
    var line = line(prescribed, wanted);
    if (before.isPresent() && line.basis() != Remaining.Basis.UNSAID
        && noMore(line, line(prescribed, before.get()))) {
      return new Decision.Accepted();
    }
    var remaining = remaining(prescribed, others);
    if (!prescribed.live()) {
      return new Decision.Refused(Decision.Reason.NOT_LIVE, prescribed, remaining);
    }
    if (!prescribed.valid(now)) {
      return new Decision.Refused(Decision.Reason.NOT_VALID_NOW, prescribed, remaining);
    }
    if (prescribed.total().isEmpty()) {
      return new Decision.Accepted();
    }
    if (wanted.quantity().isEmpty() || wanted.quantity().get().value().sign() < 0) {
      return new Decision.Refused(Decision.Reason.NO_QUANTITY, prescribed, remaining);
    }
    return fits(prescribed.total().get(), remaining, line)
        ? new Decision.Accepted() : new Decision.Refused(Decision.Reason.TOO_MUCH, prescribed, remaining);
  }

  private static boolean fits(Ratio total, Remaining remaining, Remaining.Line line) {
    return line.units().entrySet().stream().allMatch(more -> more.getValue().sign() == 0
        || remaining.used().getOrDefault(more.getKey(), Ratio.ZERO).plus(more.getValue()).compareTo(total) <= 0);
  }

  private static boolean noMore(Remaining.Line now, Remaining.Line before) {
    return now.units().entrySet().stream().allMatch(more ->
        more.getValue().sign() >= 0
            && more.getValue().compareTo(before.units().getOrDefault(more.getKey(), Ratio.ZERO)) <= 0);
  }

  private static List<String> keys(Prescribed prescribed) {
    return prescribed.product().actives().isEmpty()
        ? List.of(UNITS) : prescribed.product().actives().keySet().stream().sorted().toList();
  }

  private static Remaining.Line line(Prescribed prescribed, Dispensed dispense) {
    if (!dispense.counts()) {
      return new Remaining.Line(dispense, Remaining.Basis.GIVEN_BACK, Map.of());
    }
    if (dispense.quantity().isEmpty()) {
      return new Remaining.Line(dispense, Remaining.Basis.UNSAID, Map.of());
    }
    var quantity = dispense.quantity().get().value();
    var filled = new HashMap<String, Ratio>();
    prescribed.product().actives().forEach((code, wanted) -> {
      var given = dispense.product().actives().get(code);
      if (given != null && given.unit().equals(wanted.unit())) {
        filled.put(code, quantity.times(given.value()).over(wanted.value()));
      }
    });
    if (!filled.isEmpty()) {
      return new Remaining.Line(dispense, Remaining.Basis.INGREDIENT, Map.copyOf(filled));
    }
    var units = new LinkedHashMap<String, Ratio>();
    keys(prescribed).forEach(key -> units.put(key, quantity));
    return new Remaining.Line(dispense, Remaining.Basis.UNIT, Map.copyOf(units));
  }
}
