package id.jejak.verify.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.ttac.contract.TtacOperations;
import id.jejak.verify.Repository;
import id.jejak.verify.golden.GoldenFile;
import id.jejak.verify.house.TestHouse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of TTAC is served and shown, with each of its outcomes; every case of its contract is
 * shown.
 */
class OperationsTest {
  /** A fault of ours: one operation shows it for all. */
  private static final Set<String> ANYWHERE = Set.of("E999");
  private static OperationRules rules;

  @BeforeAll
  static void look() {
    try (var house = TestHouse.start()) {
      rules = new OperationRules(TtacOperations.ALL, house.mount("ttac"), GoldenFile.in(Repository.here())
          .stream()
          .filter(file -> file.operation().startsWith("ttac.")).toList());
    }
  }

  @Test
  void noIdNamesTwoOperations() {
    assertEquals(List.of(), rules.idsUsedTwice());
  }

  @Test
  void everyOperationIsServedAndEveryRouteIsListed() {
    assertEquals(List.of(), rules.routesAmiss());
  }

  @Test
  void everyOutcomeIsShownByAGoldenExchange() {
    assertEquals(List.of(), rules.outcomesNotShown(ANYWHERE));
  }

  @Test
  void everyGoldenExchangeAsksTheOperationItIsAbout() {
    assertEquals(List.of(), rules.filesAstray());
  }

  @Test
  void everyDecisionAGoldenExchangeLeansOnIsWritten() {
    assertEquals(List.of(), rules.decisionsUnwritten(Repository.here().root().resolve("docs/decisions")));
  }

  @Test
  void everyCaseIsShown() {
    assertEquals(List.of(), rules.casesNotShown(Cases.ttac()));
  }

  @Test
  void noGoldenFileNamesACaseThereIsNot() {
    assertEquals(List.of(), rules.casesUnheardOf(Cases.ttac()));
  }
}
