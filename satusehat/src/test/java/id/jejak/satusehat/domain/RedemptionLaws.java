package id.jejak.satusehat.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of redemption, for whatever a seed makes of prescriptions and dispenses. */
class RedemptionLaws {
  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final List<String> CODES = List.of("91000101", "91000940", "91000941");

  private static Amount amount(long value, String unit) {
    return Amount.of(Optional.of(BigDecimal.valueOf(value)), unit).orElseThrow();
  }

  private static Product product(Random random, boolean some) {
    var actives = new HashMap<String, Amount>();
    for (var code : CODES) {
      if (random.nextBoolean() || some && actives.isEmpty()) {
        actives.put(code, amount(1 + random.nextInt(1000), random.nextInt(8) == 0 ? "g" : "mg"));
      }
    }
    return new Product(actives);
  }

  private static Prescribed prescribed(Random random) {
    return new Prescribed("r", Optional.of(amount(1 + random.nextInt(60), "TAB")), random.nextInt(4),
        Optional.empty(), Optional.empty(), true, random.nextInt(4) == 0 ? Product.UNKNOWN : product(random, true));
  }

  private static Dispensed dispensed(Random random, String id) {
    return new Dispensed(id, "10000099", NOW, random.nextInt(6) > 0,
        random.nextInt(12) == 0 ? Optional.empty() : Optional.of(amount(random.nextInt(40), "TAB")),
        random.nextInt(4) == 0 ? Product.UNKNOWN : product(random, false));
  }

  @RepeatedTest(300)
  void whatIsAdmittedNeverPassesTheTotal(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var prescribed = prescribed(random);
    var kept = new ArrayList<Dispensed>();
    for (int i = 0; i < 30; i++) {
      var wanted = dispensed(random, "d" + i);
      if (Redemption.decide(Policy.GUARDED, prescribed, kept, Optional.empty(), wanted, NOW)
          instanceof Decision.Accepted) {
        kept.add(wanted);
      }
      var remaining = Redemption.remaining(prescribed, kept);
      var total = remaining.total().orElseThrow();
      assertTrue(remaining.used().values().stream().allMatch(used -> used.compareTo(total) <= 0),
          "seed " + run.getCurrentRepetition() + ": " + remaining);
      assertTrue(remaining.left().orElseThrow().sign() >= 0);
    }
  }

  @RepeatedTest(100)
  void theOrderOfDispensesDoesNotMatter(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var prescribed = prescribed(random);
    var dispenses = new ArrayList<Dispensed>();
    for (int i = 0; i < 8; i++) {
      dispenses.add(dispensed(random, "d" + i));
    }
    var one = Redemption.remaining(prescribed, dispenses);
    var other = Redemption.remaining(prescribed, dispenses.reversed());
    assertEquals(one.used(), other.used());
    assertEquals(one.left(), other.left());
  }

  @RepeatedTest(100)
  void whatIsGivenBackWasNeverThere(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var prescribed = prescribed(random);
    var dispenses = new ArrayList<Dispensed>();
    for (int i = 0; i < 6; i++) {
      dispenses.add(dispensed(random, "d" + i));
    }
    var before = Redemption.remaining(prescribed, dispenses);
    var gone = dispensed(random, "gone");
    dispenses.add(new Dispensed("gone", "x", NOW, false, gone.quantity(), gone.product()));
    var after = Redemption.remaining(prescribed, dispenses);
    assertEquals(before.left(), after.left());
    assertEquals(before.used(), after.used());
  }

  @RepeatedTest(100)
  void halfTheStrengthFillsHalf(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int strength = 2 * (1 + random.nextInt(500));
    int quantity = 2 * (1 + random.nextInt(50));
    var prescribed = new Prescribed("r", Optional.of(amount(quantity, "TAB")), 0, Optional.empty(), Optional.empty(),
        true, new Product(Map.of("91000101", amount(strength, "mg"))));
    var half = new Dispensed("d", "x", NOW, true, Optional.of(amount(quantity, "TAB")),
        new Product(Map.of("91000101", amount(strength / 2, "mg"))));
    assertEquals(new BigDecimal(quantity / 2),
        Redemption.remaining(prescribed, List.of(half)).left().orElseThrow().decimal());
  }

  /** Recorded: 049, 050 and 052 of the official collection. */
  @Test
  void twoSingleProductsFillOneCombination() {
    var both = new Prescribed("r", Optional.of(amount(10, "TAB")), 0, Optional.empty(), Optional.empty(), true,
        new Product(Map.of("91000940", amount(5, "mg"), "91000941", amount(10, "mg"))));
    var bisoprolol = new Dispensed("a", "x", NOW, true, Optional.of(amount(10, "TAB")),
        new Product(Map.of("91000940", amount(5, "mg"))));
    var amlodipine = new Dispensed("b", "x", NOW, true, Optional.of(amount(20, "TAB")),
        new Product(Map.of("91000941", amount(5, "mg"))));
    assertEquals(BigDecimal.ZERO,
        Redemption.remaining(both, List.of(bisoprolol, amlodipine)).left().orElseThrow().decimal());
    assertInstanceOf(Decision.Accepted.class, Redemption.decide(Policy.GUARDED, both, List.of(bisoprolol),
        Optional.empty(), amlodipine, NOW));
    assertInstanceOf(Decision.Refused.class, Redemption.decide(Policy.GUARDED, both,
        List.of(bisoprolol, amlodipine), Optional.empty(), bisoprolol, NOW));
  }

  @Test
  void aThirdOfATabletThreeTimesIsOneTablet() {
    var prescribed = new Prescribed("r", Optional.of(amount(1, "TAB")), 0, Optional.empty(), Optional.empty(), true,
        new Product(Map.of("91000101", amount(300, "mg"))));
    var third = new ArrayList<Dispensed>();
    for (int i = 0; i < 3; i++) {
      third.add(new Dispensed("d" + i, "x", NOW, true, Optional.of(amount(1, "TAB")),
          new Product(Map.of("91000101", amount(100, "mg")))));
    }
    assertEquals(Ratio.ZERO, Redemption.remaining(prescribed, third).left().orElseThrow());
  }

  @Test
  void validityFollowsTheClockAndAnEmptyWindowSaysNothing() {
    var start = Instant.parse("2023-11-15T04:01:00Z");
    var window = new Prescribed("r", Optional.of(amount(1, "TAB")), 0, Optional.of(start),
        Optional.of(start.plusSeconds(86_400)), true, Product.UNKNOWN);
    var empty = new Prescribed("r", Optional.of(amount(1, "TAB")), 0, Optional.of(start), Optional.of(start), true,
        Product.UNKNOWN);
    var wanted = new Dispensed("d", "x", NOW, true, Optional.of(amount(1, "TAB")), Product.UNKNOWN);
    assertInstanceOf(Decision.Refused.class,
        Redemption.decide(Policy.GUARDED, window, List.of(), Optional.empty(), wanted, NOW));
    assertInstanceOf(Decision.Accepted.class,
        Redemption.decide(Policy.GUARDED, window, List.of(), Optional.empty(), wanted, start.plusSeconds(60)));
    assertInstanceOf(Decision.Accepted.class,
        Redemption.decide(Policy.GUARDED, empty, List.of(), Optional.empty(), wanted, NOW));
    assertInstanceOf(Decision.Accepted.class,
        Redemption.decide(Policy.RECORDED, window, List.of(), Optional.empty(), wanted, NOW));
  }

  @RepeatedTest(50)
  void aNationalNumberHasTheFormOfAllThatWereSeen(RepetitionInfo run) {
    var number = NationalNumber.make(java.time.LocalDate.of(2024, 12, 3), new Random(run.getCurrentRepetition()));
    assertTrue(number.matches("241203-[2-9A-HJ-NP-Z]{7}"), number);
  }
}
