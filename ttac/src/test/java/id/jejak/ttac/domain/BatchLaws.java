package id.jejak.ttac.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestFactory;

/** Which refusal a batch gets when it earns several: the documented order, then the order of the request. */
class BatchLaws {
  private static final int ME = 1;
  private static final int OTHER = 2;
  private static final int THIRD = 3;

  /** One reason to be refused, and how a unit earns it and no earlier one. */
  private record Fault(String code, List<Asked> earning) {}

  private static Custody here() {
    return Custody.at(OTHER).sent(new Transit(OTHER, ME, Transit.Kind.KIRIM, 1)).arrived();
  }

  private static Custody coming() {
    return Custody.at(OTHER).sent(new Transit(OTHER, ME, Transit.Kind.KIRIM, 1));
  }

  private static Custody passedOn() {
    return here().sent(new Transit(ME, THIRD, Transit.Kind.KIRIM, 2));
  }

  private static Asked unit(String name, Level level, Status status, Custody custody, boolean children,
      boolean unfit) {
    List<Long> lots = level == Level.PRIMER ? List.of(1L) : List.of();
    return new Asked(name, new Pack(name.hashCode(), level, status, lots, List.of(), custody, children, unfit));
  }

  private static Asked unknown(String name) {
    return new Asked(name, null);
  }

  private static Asked primer(String name, Status status, Custody custody) {
    return unit(name, Level.PRIMER, status, custody, false, false);
  }

  private static Asked holder(String name, Level level, Custody custody) {
    return unit(name, level, Status.ACTIVE, custody, true, false);
  }

  /** In the documented order; two of each, so that the first in request order can be told from the other. */
  private static List<Fault> sendOrder() {
    return List.of(
        new Fault("NotFound", List.of(unknown("x1"), unknown("x2"))),
        new Fault("MixedLevels", List.of(holder("m1", Level.SEKUNDER, here()), holder("m2", Level.TERSIER, here()))),
        new Fault("AlreadySent", List.of(primer("s1", Status.REGISTERED, passedOn()),
            primer("s2", Status.ACTIVE, passedOn()))),
        new Fault("NotHere", List.of(primer("h1", Status.REGISTERED, Custody.at(OTHER)),
            primer("h2", Status.ACTIVE, coming()))),
        new Fault("NotActive", List.of(primer("a1", Status.REGISTERED, here()), primer("a2", Status.REJECT, here()))));
  }

  private static List<Fault> receiveOrder() {
    return List.of(
        new Fault("NotFound", List.of(unknown("x1"), primer("x2", Status.REJECT, Custody.at(OTHER)))),
        new Fault("MixedLevels", List.of(holder("m1", Level.SEKUNDER, coming()),
            holder("m2", Level.TERSIER, coming()))),
        new Fault("Unfit", List.of(primer("u1", Status.SAMPLE, coming()), primer("u2", Status.REJECT, here()))),
        new Fault("AlreadyReceived", List.of(primer("r1", Status.ACTIVE, here()),
            primer("r2", Status.ACTIVE, passedOn()))));
  }

  private static List<Fault> returnOrder() {
    return List.of(
        new Fault("NotFound", List.of(unknown("x1"), primer("x2", Status.ACTIVE, passedOn()))),
        new Fault("WrongTarget", List.of(primer("w1", Status.ACTIVE, Custody.at(ME)),
            primer("w2", Status.ACTIVE, Custody.at(THIRD).sent(new Transit(THIRD, ME, Transit.Kind.KIRIM, 1))))));
  }

  @TestFactory
  Stream<DynamicTest> ofTwoFaultsTheEarlierIsGiven() {
    return Stream.of(
            pairs("send", new Movement.Send(ME, THIRD), sendOrder(), primer("good", Status.ACTIVE, here())),
            pairs("receive", new Movement.Receive(ME), receiveOrder(), primer("good", Status.ACTIVE, coming())),
            pairs("return", new Movement.Return(ME, OTHER), returnOrder(), primer("good", Status.ACTIVE, here())))
        .flatMap(each -> each);
  }

  private static Stream<DynamicTest> pairs(String name, Movement movement, List<Fault> order, Asked good) {
    var tests = new ArrayList<DynamicTest>();
    for (int earlier = 0; earlier < order.size(); earlier++) {
      for (int later = earlier; later < order.size(); later++) {
        var first = order.get(earlier);
        var second = order.get(later);
        tests.add(DynamicTest.dynamicTest(name + ": " + first.code() + " before " + second.code(),
            () -> earned(movement, first, second, good)));
      }
    }
    return tests.stream();
  }

  private static void earned(Movement movement, Fault first, Fault second, Asked good) {
    for (int seed = 0; seed < 20; seed++) {
      var batch = new ArrayList<Asked>();
      batch.add(good);
      batch.addAll(first.earning());
      if (second != first) {
        batch.addAll(second.earning());
      }
      Collections.shuffle(batch, new Random(seed));
      var refusal = movement.refusal(batch).orElseThrow();
      assertEquals(first.code(), refusal.getClass().getSimpleName(), "seed " + seed);
      var named = named(refusal);
      if (named != null) {
        var firstInRequest = batch.stream().filter(one -> named(first, one)).findFirst().orElseThrow();
        assertEquals(firstInRequest.barcode(), named, "seed " + seed);
      }
    }
  }

  private static boolean named(Fault fault, Asked asked) {
    return fault.earning().stream().anyMatch(one -> one.barcode().equals(asked.barcode()));
  }

  private static @Nullable String named(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound(var barcode) -> barcode;
      case Refusal.AlreadyReceived(var barcode) -> barcode;
      case Refusal.AlreadySent(_, var barcode) -> barcode;
      case Refusal.NotActive(var barcode) -> barcode;
      case Refusal.NoChild(var barcode) -> barcode;
      case Refusal.NotBelow(var barcode) -> barcode;
      case Refusal.InOtherHolder(var barcode) -> barcode;
      case Refusal.MixedLevels(), Refusal.Unfit(), Refusal.NotHere(), Refusal.UnknownTarget _,
          Refusal.WrongTarget _, Refusal.HolderTooLow(), Refusal.HolderOfOtherLevel() -> null;
    };
  }

  /** Holders have one reason more: nothing inside. It comes last. */
  @TestFactory
  Stream<DynamicTest> anEmptyHolderIsToldLast() {
    var empty = unit("e1", Level.SEKUNDER, Status.ACTIVE, here(), false, false);
    var before = List.of(unknown("x"), holder("m", Level.TERSIER, here()),
        holder("s", Level.SEKUNDER, passedOn()), holder("h", Level.SEKUNDER, coming()),
        unit("a", Level.SEKUNDER, Status.REGISTERED, here(), false, false));
    return before.stream().map(other -> DynamicTest.dynamicTest(other.barcode(), () -> {
      var send = new Movement.Send(ME, THIRD);
      assertEquals(Optional.of(new Refusal.NoChild("e1")), send.refusal(List.of(empty)));
      var refusal = send.refusal(List.of(empty, other)).orElseThrow();
      assertTrue(!(refusal instanceof Refusal.NoChild), refusal.toString());
    }));
  }

  private static Asked random(Random random, int number) {
    if (random.nextInt(8) == 0) {
      return unknown("u" + number);
    }
    var custodies = List.of(here(), coming(), passedOn(), Custody.at(OTHER), Custody.at(ME),
        here().sent(new Transit(ME, OTHER, Transit.Kind.RETUR, 3)));
    var level = random.nextInt(5) > 0 ? Level.PRIMER : Level.of(1 + random.nextInt(3));
    return unit("u" + number, level, random.nextInt(3) > 0 ? Status.ACTIVE : Status.of(random.nextInt(4)),
        custodies.get(random.nextInt(random.nextBoolean() ? 2 : custodies.size())),
        level != Level.PRIMER && random.nextInt(4) > 0, level != Level.PRIMER && random.nextInt(6) == 0);
  }

  @RepeatedTest(500)
  void theDryRunAgreesWithTheRefusal(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var batch = new ArrayList<Asked>();
    int size = 1 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      batch.add(random(random, i));
    }
    for (var movement : List.of(new Movement.Receive(ME), new Movement.Send(ME, THIRD),
        new Movement.Return(ME, OTHER))) {
      var seed = "seed " + run.getCurrentRepetition() + ": " + movement + " of " + batch;
      var refusal = movement.refusal(batch);
      var faults = movement.faults(batch);
      assertEquals(batch.size(), faults.size(), seed);
      assertEquals(refusal.isEmpty(), faults.stream().allMatch(Optional::isEmpty), seed);
      refusal.ifPresent(one -> assertTrue(
          faults.stream().flatMap(Optional::stream).anyMatch(fault -> fault.getClass() == one.getClass()), seed));
      var good = new ArrayList<Asked>();
      for (int i = 0; i < batch.size(); i++) {
        if (faults.get(i).isEmpty()) {
          good.add(batch.get(i));
        } else if (batch.get(i).pack() == null) {
          assertEquals(Optional.of(new Refusal.NotFound(batch.get(i).barcode())), faults.get(i), seed);
        }
      }
      assertEquals(Optional.empty(), movement.refusal(good), "what the dry run finds good passes; " + seed);
      for (int i = 0; i < batch.size(); i++) {
        if (good.isEmpty() && faults.get(i).isPresent()) {
          assertTrue(movement.refusal(List.of(batch.get(i))).isPresent(),
              "a unit that would pass alone is called good when nothing else is; " + seed);
        }
      }
    }
  }
}
