package id.jejak.satusehat.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of a prescription item, with its working.
 *
 * @param total units over all supplies; empty when nothing limits them
 * @param used units that were dispensed, by the ingredient they were counted by; under an empty name where they were
 *     counted by units
 * @param left units that may still be dispensed, never below zero; empty when nothing limits them
 * @param lines one for each dispense, in order
 */
public record Remaining(Optional<Ratio> total, Map<String, Ratio> used, Optional<Ratio> left, List<Line> lines) {
  /** How a dispense was counted. */
  public enum Basis {
    /** By amounts of active ingredient. */
    INGREDIENT,
    /** By units, because an amount is unknown or no ingredient is the same. */
    UNIT,
    /** Not at all: it was given back. */
    GIVEN_BACK,
    /** Not at all: it does not say how much. */
    UNSAID
  }

  /**
   * How one dispense was counted.
   *
   * @param units in units of the prescription, by ingredient
   */
  public record Line(Dispensed dispense, Basis basis, Map<String, Ratio> units) {}

  /** Units that are used up, by the ingredient of which most was dispensed. */
  public Ratio most() {
    return used.values().stream().reduce(Ratio.ZERO, Ratio::max);
  }
}
