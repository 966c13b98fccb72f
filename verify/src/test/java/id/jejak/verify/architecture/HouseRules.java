package id.jejak.verify.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import id.jejak.kernel.contract.Source;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the house, for any root package: the real one, and one full of planted violations that shows
 * that each rule can fail.
 *
 * @param root package that holds kernel and systems
 */
record HouseRules(String root) {
  /** The national systems of the plan; a rule about one that has no code yet holds. */
  static final String[] SYSTEMS = {"ttac", "kfa", "satusehat", "antrean"};
  /** What has the rooms of a system: the systems, and the gateway that two of them stand behind. */
  static final String[] ROOMED = {"ttac", "kfa", "satusehat", "antrean", "gateway"};
  private static final Set<String> BEHIND_THE_GATEWAY = Set.of("kfa", "satusehat");
  /** The wings of a facility's software; a rule about one that has no code yet holds. */
  static final String[] WINGS = {"access", "queue", "pharmacy"};
  private static final String[] WING_ROOMS = {"contract", "domain", "store", "http", "remote"};
  private static final String[] ROOMS = {"contract", "domain", "store", "http", "client"};

  ArchRule systemsDoNotKnowEachOther() {
    return SlicesRuleDefinition.slices().matching(root + ".(" + String.join("|", SYSTEMS) + ")..")
        .should().notDependOnEachOther()
        .because("each system must be readable, testable and replaceable by the real one, without the others");
  }

  ArchRule kernelKnowsNoSystem() {
    return classes().that().resideInAPackage(root + ".kernel..")
        .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".kernel..")
            .or(resideOutsideOfPackage(root + "..")))
        .because("the kernel is what every system stands on, so it can stand on none of them");
  }

  ArchRule gatewayKnowsNoSystem() {
    return classes().that().resideInAPackage(root + ".gateway..")
        .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".gateway..", root + ".kernel..")
            .or(resideOutsideOfPackage(root + "..")))
        .because("it guards whoever stands behind it, and any of them can be replaced by the real one");
  }

  ArchRule deliveryKnowsNoSystem() {
    return classes().that().resideInAPackage(root + ".delivery..")
        .should().onlyDependOnClassesThat(resideInAnyPackage(root + ".delivery..", root + ".kernel..")
            .or(resideOutsideOfPackage(root + "..")))
        .because("what is owed is carried alike, whoever it is owed to; a carrier knows its system");
  }

  ArchRule deliverysRulesKnowNeitherWireNorSql() {
    return classes().that().resideInAPackage(root + ".delivery.domain..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", root + ".delivery",
            root + ".delivery.domain..")
        .because("a simulated day drives the very rules that PostgreSQL and real threads do");
  }

  ArchRule gatewayIsUsedByItsDoor() {
    return noClasses().that().resideInAnyPackage(all(root + ".kernel..", root + ".delivery..", root + ".facility..",
            systems("..")))
        .should().dependOnClassesThat().resideInAnyPackage(root + ".gateway.domain..", root + ".gateway.store..",
            root + ".gateway.http..")
        .because("what stands behind the gateway needs its guard, its words and its client, nothing else");
  }

  ArchRule onlyWhatStandsBehindTheGatewayKnowsIt() {
    return noClasses().that().resideInAnyPackage(all(root + ".kernel..", Arrays.stream(SYSTEMS)
            .filter(system -> !BEHIND_THE_GATEWAY.contains(system)).map(system -> home(system) + "..")
            .toArray(String[]::new)))
        .should().dependOnClassesThat().resideInAPackage(root + ".gateway..")
        .because("TTAC and the queue have keys of their own");
  }

  ArchRule onlyAppKnowsEveryone() {
    return noClasses().that().resideInAnyPackage(all(root + ".kernel..", root + ".delivery..", root
        + ".facility..", root + ".gateway..",
            systems("..")))
        .should().dependOnClassesThat().resideInAPackage(root + ".app..")
        .because("wiring is done in one place, and nothing leans on it")
        .allowEmptyShould(true);
  }

  ArchRule systemHasFiveRooms(String system) {
    var rooms = Arrays.stream(ROOMS).map(room -> home(system) + "." + room + "..").toArray(String[]::new);
    return classes().that().resideInAPackage(home(system) + "..")
        .should().resideInAnyPackage(all(rooms, home(system)))
        .because("the same question has its answer in the same place of every system")
        .allowEmptyShould(true);
  }

  ArchRule contractKnowsOnlyTheKernel(String system) {
    return classes().that().resideInAPackage(home(system) + ".contract..")
        .should().onlyDependOnClassesThat().resideInAnyPackage(
            all("java..", "javax.crypto..", "org.jspecify..", "tools.jackson.core..", root + ".kernel..", home(system)
                + ".contract..", ofTheGateway(system, ".contract..")))
        .because("the wire is a fact, which must not bend when our rules or tables change")
        .allowEmptyShould(true);
  }

  ArchRule domainKnowsOnlyItself(String system) {
    return classes().that().resideInAPackage(home(system) + ".domain..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..",
            root + ".kernel.time..", root + ".kernel.ids..", root + ".kernel.contract..", home(system)
                + ".domain..")
        .because("rules must be readable, and testable, without wire or SQL")
        .allowEmptyShould(true);
  }

  ArchRule storeKnowsOnlyTheDomain(String system) {
    return room(system, "store", new String[0], "store", "domain")
        .because("SQL remembers decisions; it neither takes them nor words them for the wire")
        .allowEmptyShould(true);
  }

  ArchRule httpKnowsAllButTheClient(String system) {
    return room(system, "http", ofTheGateway(system, "", ".contract.."), "http", "contract", "domain", "store")
        .because("a handler parses, asks the domain, stores, renders; it does not call itself from outside")
        .allowEmptyShould(true);
  }

  ArchRule clientKnowsOnlyTheContract(String system) {
    return room(system, "client", ofTheGateway(system, ".client..", ".contract.."), "client", "contract")
        .because("a client must work against the real system, which ships none of our rooms")
        .allowEmptyShould(true);
  }

  ArchRule everyContractTypeHasASource(String system) {
    return classes().that().resideInAPackage(home(system) + ".contract").and().arePublic().and()
        .areTopLevelClasses()
        .and(RECORD_OR_ENUM)
        .should(haveASource())
        .because("a fact about a national API without a source is a rumour")
        .allowEmptyShould(true);
  }

  ArchRule facilityUsesTheSystemsAsAnyPharmacyWould() {
    return noClasses().that().resideInAPackage(root + ".facility..")
        .should().dependOnClassesThat().resideInAnyPackage(all(systems(".http.."), systems(".domain.."),
            systems(".store.."), systems(""), root + ".gateway.http..", root + ".gateway.domain..",
            root + ".gateway.store..", root + ".gateway"))
        .because("pointing it at the real systems must be a change of addresses, nothing else")
        .allowEmptyShould(true);
  }

  /** A wing is a part of its own, with the rooms of a system and one from where it reaches others. */
  ArchRule wingHasItsRooms(String wing) {
    var rooms = Arrays.stream(WING_ROOMS).map(room -> wing(wing) + "." + room + "..").toArray(String[]::new);
    return classes().that().resideInAPackage(wing(wing) + "..")
        .should().resideInAnyPackage(all(rooms, wing(wing)))
        .because("the same question has its answer in the same place of every wing")
        .allowEmptyShould(true);
  }

  ArchRule wingsKnowEachOtherByTheirDoors(String wing) {
    var inside = Arrays.stream(WING_ROOMS).map(room -> wing(wing) + "." + room + "..").toArray(String[]::new);
    return noClasses().that().resideInAPackage(root + ".facility..").and().resideOutsideOfPackage(wing(wing) + "..")
        .should().dependOnClassesThat().resideInAnyPackage(inside)
        .because("wings know of each other only what stands beside the rooms")
        .allowEmptyShould(true);
  }

  ArchRule wingReachesOthersFromOneRoom(String wing) {
    return noClasses().that().resideInAPackage(wing(wing) + "..").and().resideOutsideOfPackage(wing(wing) + ".remote..")
        .and().resideOutsideOfPackage(wing(wing) + ".http..").and().resideOutsideOfPackage(wing(wing) + ".contract..")
        .should().dependOnClassesThat().resideInAnyPackage(all(systems(".client.."), root + ".gateway.client.."))
        .because("what goes over the wire is found in one place")
        .allowEmptyShould(true);
  }

  ArchRule wingDomainKnowsOnlyWords(String wing) {
    return classes().that().resideInAPackage(wing(wing) + ".domain..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", root + ".kernel.time..",
            root + ".kernel.ids..", root + ".kernel.contract..", wing(wing), wing(wing) + ".domain..")
        .because("rules must be readable, and testable, without wire or SQL")
        .allowEmptyShould(true);
  }

  ArchRule wingStoreNeitherServesNorAsks(String wing) {
    return noClasses().that().resideInAPackage(wing(wing) + ".store..")
        .should().dependOnClassesThat().resideInAnyPackage(wing(wing) + ".http..", wing(wing) + ".remote..",
            wing(wing) + ".contract..")
        .because("SQL remembers decisions; it neither takes them nor words them for the wire")
        .allowEmptyShould(true);
  }

  private String wing(String wing) {
    return root + ".facility." + wing;
  }

  private static final com.tngtech.archunit.base.DescribedPredicate<JavaClass> RECORD_OR_ENUM =
      com.tngtech.archunit.base.DescribedPredicate.describe("are records or enums",
          type -> type.isRecord() || type.isEnum());

  /** Packages of the gateway that a room of what stands behind it may use; none for the others. */
  private String[] ofTheGateway(String system, String... tails) {
    return BEHIND_THE_GATEWAY.contains(system)
        ? Arrays.stream(tails).map(tail -> root + ".gateway" + tail).toArray(String[]::new) : new String[0];
  }

  /** A room's classes: from their own system they may use these rooms only. */
  private com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction room(
      String system, String room, String[] besides, String... known) {
    var allowed = Arrays.stream(known).map(other -> home(system) + "." + other + "..").toArray(String[]::new);
    return classes().that().resideInAPackage(home(system) + "." + room + "..")
        .should().onlyDependOnClassesThat(resideInAnyPackage(all(allowed, besides, root + ".kernel.."))
            .or(resideOutsideOfPackage(root + "..")));
  }

  private static ArchCondition<JavaClass> haveASource() {
    return new ArchCondition<>("carry @Source, or have it on every constant") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean sourced = type.isAnnotatedWith(Source.class) || type.isEnum() && type.getFields().stream()
            .filter(field -> field.getModifiers()
            .contains(com.tngtech.archunit.core.domain.JavaModifier.ENUM))
            .allMatch(field -> field.isAnnotatedWith(Source.class));
        events.add(new SimpleConditionEvent(type, sourced, type.getName() + " has no @Source"));
      }
    };
  }

  private String home(String system) {
    return root + "." + system;
  }

  private String[] systems(String tail) {
    return Arrays.stream(SYSTEMS).map(system -> home(system) + tail).toArray(String[]::new);
  }

  private static String[] all(Object... packages) {
    return Arrays.stream(packages)
        .flatMap(some -> some instanceof String[] many ? Arrays.stream(many) : Stream.of((String) some))
        .toArray(String[]::new);
  }
}
