package id.jejak.verify.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.verify.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The habits hold for every file of the house; that each can fail is shown by {@link BansTest}. */
class TidyTest {
  private static final int KERNEL_LINES = 3_450;
  private static final Repository HOUSE = Repository.here();
  private static final Map<String, String> MAIN = sources(HOUSE.mainFiles(".java"));

  private static Map<String, String> sources(List<Path> files) {
    var sources = new TreeMap<String, String>();
    files.forEach(file -> sources.put(HOUSE.name(file), Repository.text(file)));
    return sources;
  }

  private static void none(Stream<String> broken) {
    assertEquals("", String.join("\n", broken.toList()));
  }

  @Test
  void seesTheWholeHouse() {
    assertTrue(MAIN.size() > 60, "rules over nothing pass: saw only " + MAIN.size() + " files");
  }

  @Test
  void mainCodeKeepsTheBans() {
    none(MAIN.entrySet().stream().flatMap(file ->
        Ban.broken(Bans.ALL, file.getKey(), file.getValue()).stream()));
  }

  @Test
  void switchesOverOurSealedTypesNameEveryCase() {
    none(JavaShape.of(MAIN).hiddenCases().stream());
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    none(MAIN.keySet().stream().map(file -> file.substring(0, file.lastIndexOf('/'))).distinct()
        .filter(folder -> folder.contains("src/main/java/"))
        .filter(folder -> {
          var room = MAIN.getOrDefault(folder + "/package-info.java", "");
          return !room.contains("@NullMarked") || !room.contains("/**");
        })
        .map(folder -> folder + ": a package has a package-info.java with @NullMarked and a sentence"));
  }

  @Test
  void versionsStandInTheRootPomOnly() {
    none(HOUSE.modules().stream().map(module -> module.resolve("pom.xml"))
        .flatMap(pom -> ModuleRules.versions(HOUSE.name(pom), Repository.text(pom)).stream()));
  }

  @Test
  void theKernelKnowsNoNationalWord() {
    none(Repository.below(HOUSE.root().resolve("kernel/src/main"), "").stream()
        .flatMap(file -> ModuleRules.nationalWords(HOUSE.name(file), Repository.text(file)).stream()));
  }

  @Test
  void theKernelStaysSmall() {
    int lines = MAIN.entrySet().stream().filter(file -> file.getKey().startsWith("kernel/"))
        .mapToInt(file -> ModuleRules.codeLines(file.getValue())).sum();
    assertTrue(lines <= KERNEL_LINES, "the kernel has " + lines + " lines of code; at most " + KERNEL_LINES);
  }

  @Test
  void aModulesSqlNamesItsOwnSchemaOnly() {
    none(HOUSE.modules().stream().filter(module -> !module.endsWith("verify")).flatMap(module -> {
      var name = module.getFileName().toString();
      var main = module.resolve("src/main");
      return Stream.concat(
          Repository.below(main, ".sql").stream()
              .flatMap(file -> ModuleRules.foreignSchemas(name, HOUSE.name(file), Repository.text(file))
              .stream()),
          Repository.below(main, ".java").stream().flatMap(file -> ModuleRules.foreignSchemas(
              name, HOUSE.name(file), JavaText.strings(Repository.text(file))).stream()));
    }));
  }

  @Test
  void everyMigrationIsApplied() {
    none(HOUSE.modules().stream().flatMap(module -> ModuleRules.migrations(HOUSE, module).stream()));
  }

  @Test
  void nothingOfAMachineAndNoSecretIsInTheFiles() {
    none(Leaks.in(HOUSE).stream());
  }

  @Test
  void reportsSizes() throws IOException {
    var report = SizeReport.of(HOUSE);
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("tidy-report.md"), report);
    assertTrue(report.contains("Main code: " + MAIN.size() + " files"), report);
  }
}
