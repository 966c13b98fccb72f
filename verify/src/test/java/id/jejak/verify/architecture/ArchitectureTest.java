package id.jejak.verify.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules hold for the house, and each was seen to fail on a violation planted for it. */
class ArchitectureTest {
  private static final String ROOT = "id.jejak";
  private static final String PLANTED = "id.jejak.verify.planted";
  private static final ImportOption NO_TESTS = location -> new ImportOption.DoNotIncludeTests()
      .includes(location)
      && !location.contains("-tests.jar");
  private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(NO_TESTS)
      .importPackages(ROOT);
  private static final JavaClasses WEEDS = new ClassFileImporter().importPackages(PLANTED);

  /** Classes in the house when this was last looked at, roughly; lowered only together with the code. */
  private static final int AT_LEAST = 60;

  @Test
  void seesTheWholeHouse() {
    assertTrue(HOUSE.size() >= AT_LEAST, "rules over nothing pass: saw only " + HOUSE.size() + " classes");
    var packages = HOUSE.stream().map(type -> type.getPackageName())
        .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(packages.containsAll(List.of("id.jejak.kernel.http", "id.jejak.kernel.db",
        "id.jejak.ttac.contract",
        "id.jejak.ttac.domain", "id.jejak.ttac.store", "id.jejak.ttac.http", "id.jejak.gateway.http",
        "id.jejak.app")),
            packages.toString());
  }

  @Test
  void seesNoTests() {
    assertEquals(List.of(), HOUSE.stream().map(type -> type.getName())
        .filter(name -> name.matches(".*(Test|Laws)")).toList());
  }

  @TestFactory
  Stream<DynamicTest> holds() {
    return rules(ROOT).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  /** Every rule, and the class planted to break it. */
  @TestFactory
  Stream<DynamicTest> failsOnAPlantedViolation() {
    var planted = Map.ofEntries(
        Map.entry("systems do not know each other", "KnowsItsNeighbour"),
        Map.entry("kernel knows no system", "KernelKnowsTtac"),
        Map.entry("only app knows everyone", "KnowsTheApp"),
        Map.entry("gateway knows no system", "KnowsWhoStandsBehind"),
        Map.entry("delivery knows no system", "KnowsWhomItServes"),
        Map.entry("delivery's rules know neither wire nor SQL", "DecidesByRow"),
        Map.entry("gateway is used by its door", "ComesInByTheWindow"),
        Map.entry("only what stands behind the gateway knows it", "HasNoBusinessThere"),
        Map.entry("facility uses the systems as any pharmacy would", "ReachesBehindTheCounter"),
        Map.entry("wing access: has its rooms", "InTheAttic"),
        Map.entry("wing access: is known by its door", "ClimbsThroughTheWall"),
        Map.entry("wing access: reaches others from one room", "CallsFromTheCellar"),
        Map.entry("wing access: domain knows only words", "CountsRows"),
        Map.entry("wing access: store neither serves nor asks", "SpeaksHttp"),
        Map.entry("ttac: a system has five rooms", "InACupboard"),
        Map.entry("ttac: contract knows only the kernel", "BendsToTheDomain"),
        Map.entry("ttac: domain knows only itself", "DecidesWithSql"),
        Map.entry("ttac: store knows only the domain", "StoresTheWire"),
        Map.entry("ttac: http knows all but the client", "CallsItself"),
        Map.entry("ttac: client knows only the contract", "ClientWithADomain"),
        Map.entry("ttac: every contract type has a source", "Rumour"));
    var rules = rules(PLANTED);
    assertEquals(new TreeSet<>(planted.keySet()), rules.keySet().stream()
        .filter(name -> !name.contains(":") || name.startsWith("ttac:") || name.startsWith("wing access:"))
        .collect(Collectors.toCollection(TreeSet::new)),
        "every rule has its planted violation");
    return planted.entrySet().stream().map(weed -> DynamicTest.dynamicTest(weed.getKey(), () -> {
      var failed = assertThrows(AssertionError.class, () -> rules.get(weed.getKey()).check(WEEDS));
      assertTrue(failed.getMessage().contains(weed.getValue()), failed.getMessage());
    }));
  }

  @Test
  void aSourceOnEveryConstantIsASourceToo() {
    var failed = assertThrows(AssertionError.class,
        () -> new HouseRules(PLANTED).everyContractTypeHasASource("ttac").check(WEEDS));
    assertTrue(!failed.getMessage().contains("SourcedByConstant"), failed.getMessage());
  }

  private static Map<String, ArchRule> rules(String root) {
    var house = new HouseRules(root);
    var rules = new java.util.LinkedHashMap<String, ArchRule>();
    rules.put("systems do not know each other", house.systemsDoNotKnowEachOther());
    rules.put("kernel knows no system", house.kernelKnowsNoSystem());
    rules.put("only app knows everyone", house.onlyAppKnowsEveryone());
    rules.put("gateway knows no system", house.gatewayKnowsNoSystem());
    rules.put("delivery knows no system", house.deliveryKnowsNoSystem());
    rules.put("delivery's rules know neither wire nor SQL", house.deliverysRulesKnowNeitherWireNorSql());
    rules.put("gateway is used by its door", house.gatewayIsUsedByItsDoor());
    rules.put("only what stands behind the gateway knows it", house.onlyWhatStandsBehindTheGatewayKnowsIt());
    rules.put("facility uses the systems as any pharmacy would",
        house.facilityUsesTheSystemsAsAnyPharmacyWould());
    Arrays.stream(HouseRules.WINGS).forEach(wing -> {
      rules.put("wing " + wing + ": has its rooms", house.wingHasItsRooms(wing));
      rules.put("wing " + wing + ": is known by its door", house.wingsKnowEachOtherByTheirDoors(wing));
      rules.put("wing " + wing + ": reaches others from one room", house.wingReachesOthersFromOneRoom(wing));
      rules.put("wing " + wing + ": domain knows only words", house.wingDomainKnowsOnlyWords(wing));
      rules.put("wing " + wing + ": store neither serves nor asks", house.wingStoreNeitherServesNorAsks(wing));
    });
    Arrays.stream(HouseRules.ROOMED).forEach(system -> {
      rules.put(system + ": a system has five rooms", house.systemHasFiveRooms(system));
      rules.put(system + ": contract knows only the kernel", house.contractKnowsOnlyTheKernel(system));
      rules.put(system + ": domain knows only itself", house.domainKnowsOnlyItself(system));
      rules.put(system + ": store knows only the domain", house.storeKnowsOnlyTheDomain(system));
      rules.put(system + ": http knows all but the client", house.httpKnowsAllButTheClient(system));
      rules.put(system + ": client knows only the contract", house.clientKnowsOnlyTheContract(system));
      rules.put(system + ": every contract type has a source", house.everyContractTypeHasASource(system));
    });
    return rules;
  }
}
