package id.jejak.verify.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.jejak.app.docs.SystemDocs;
import id.jejak.app.wiring.Wiring;
import id.jejak.verify.Repository;
import id.jejak.verify.golden.GoldenFile;
import id.jejak.verify.house.TestHouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of every documented system is served and shown, with each of its outcomes; every case of TTAC's
 * contract is shown.
 */
class OperationsTest {
  /** Faults of ours: one operation of a system shows it for all. */
  private static final Set<String> ANYWHERE = Set.of("E999", "503 unavailable", "500 failure", "500 broken",
      // The headers of BPJS are looked at before any operation of it is.
      "201 header missing", "201 timestamp unreadable", "201 service expired", "201 signature wrong",
      "201 user key wrong", "201 unreadable",
      // So is the token of a hospital.
      "201 token expired", "201 token invalid",
      // The guard of a facility comes before any operation of it.
      "401 unauthenticated", "403 cross site", "403 forbidden", "400 not json",
      "401 unknown caller", "403 role", "400 malformed", "502 remote");
  /** What only somebody else's server can bring about: the identity provider that OidcTest plays. */
  private static final Set<String> ELSEWHERE = Set.of("302 away", "401 provider refused", "502 provider silent");
  private static final Map<String, OperationRules> RULES = new LinkedHashMap<>();

  @BeforeAll
  static void look() {
    var files = GoldenFile.in(Repository.here());
    try (var house = TestHouse.start()) {
      for (var system : Wiring.docs(List.of())) {
        RULES.put(system.name(), rules(system, house, files));
      }
    }
  }

  private static OperationRules rules(SystemDocs system, TestHouse house, List<GoldenFile> files) {
    return new OperationRules(system.operations(), house.mounts(system.name()), system.answers(),
        files.stream().filter(file -> file.operation().startsWith(system.name() + ".")).toList());
  }

  private static Stream<DynamicTest> none(Function<Map.Entry<String, OperationRules>, List<String>> missing) {
    assertFalse(RULES.isEmpty());
    return RULES.entrySet().stream().map(system -> DynamicTest.dynamicTest(system.getKey(),
        () -> assertEquals("", String.join("\n", missing.apply(system)))));
  }

  @TestFactory
  Stream<DynamicTest> everyIdIsOfItsSystem() {
    return none(system -> system.getValue().idsOfOthers(system.getKey()));
  }

  @TestFactory
  Stream<DynamicTest> noIdNamesTwoOperations() {
    return none(system -> system.getValue().idsUsedTwice());
  }

  @TestFactory
  Stream<DynamicTest> everyOperationIsServedAndEveryRouteIsListed() {
    return none(system -> system.getValue().routesAmiss());
  }

  @TestFactory
  Stream<DynamicTest> everyOutcomeIsShownByAGoldenExchange() {
    return none(system -> system.getValue().outcomesNotShown(ANYWHERE).stream()
        .filter(missing -> ELSEWHERE.stream().noneMatch(missing::endsWith)).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyGoldenExchangeAsksTheOperationItIsAbout() {
    return none(system -> system.getValue().filesAstray());
  }

  @TestFactory
  Stream<DynamicTest> everyDecisionAGoldenExchangeLeansOnIsWritten() {
    return none(system -> system.getValue().decisionsUnwritten(Repository.here().root().resolve("docs/decisions")));
  }

  @Test
  void everyGoldenFileIsOfADocumentedSystem() {
    assertEquals(List.of(), GoldenFile.in(Repository.here()).stream()
        .filter(file -> RULES.keySet().stream().noneMatch(system -> file.operation().startsWith(system + ".")))
        .map(GoldenFile::name).toList());
  }

  @Test
  void everyCaseIsShown() {
    assertEquals(List.of(), RULES.get("ttac").casesNotShown(Cases.ttac()));
  }

  @Test
  void noGoldenFileNamesACaseThereIsNot() {
    assertEquals(List.of(), RULES.get("ttac").casesUnheardOf(Cases.ttac()));
  }
}
