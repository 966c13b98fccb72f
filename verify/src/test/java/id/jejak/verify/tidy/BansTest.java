package id.jejak.verify.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.verify.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every ban and every rule of {@link TidyTest} is seen to fail on a planted text, and to pass on its
 * replacement.
 */
class BansTest {
  private static final List<String> PLANTED = List.of(
      "var now = Instant.now();",
      "var day = LocalDate.now(zone);",
      "var clock = Clock.systemUTC();",
      "var clock = InstantSource.system();",
      "long now = System.currentTimeMillis();",
      "System.out.println(1);",
      "System.exit(1);",
      "e.printStackTrace();",
      "Thread.sleep(10);",
      "var random = new Random();",
      "var id = UUID.randomUUID();",
      "name.toLowerCase();",
      "String.format(\"%d\", 1);",
      "try { run(); } catch (IOException e) { }",
      "tx.execute(\"select a from b where c = \" + c);",
      "tx.execute(\"\"\"\n    select a\n      from b\n     where c = %s\n    \"\"\".formatted(c));",
      "// TO" + "DO later",
      "\tint a;",
      "final class PackHelper {}",
      "import lombok.Getter;");

  private static List<Ban> breaking(String source) {
    return Bans.ALL.stream().filter(ban -> !ban.broken("ttac/src/main/java/X.java", source).isEmpty())
        .toList();
  }

  @Test
  void eachBanIsBrokenByItsPlantedText() {
    var broken = new HashSet<Ban>();
    IntStream.range(0, PLANTED.size()).forEach(i -> {
      assertEquals(List.of(Bans.ALL.get(i)), breaking(PLANTED.get(i)), PLANTED.get(i));
      broken.addAll(breaking(PLANTED.get(i)));
    });
    assertEquals(new HashSet<>(Bans.ALL), broken);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "var now = clock.instant();",
      "// Instant.now() is not said here",
      "/** Not System.out. */",
      "log.info(\"no Thread.sleep(1) here\");",
      "var random = new Random(seed);",
      "name.toLowerCase(Locale.ROOT);",
      "try { run(); } catch (IOException e) { /* the reader went away */ }",
      "tx.execute(\"select a from b where c = :c\");",
      "tx.execute(\"select a from b \" + \"where c = :c\");",
      "tx.execute(\"\"\"\n    select %s\n      from b\n    \"\"\".formatted(COLUMNS));",
      "throw new Failure(\"update failed: \" + why);",
      "final class DataFolder {}",
      "record Database(String base) {}"})
  void whatIsMeantIsAllowed(String source) {
    assertEquals(List.of(), breaking(source));
  }

  @Test
  void saysWhereAndWhatInstead() {
    assertEquals(List.of("X.java:2: Thread.sleep( is not said here: wait for what you wait for, or let"
        + " kernel.time.Jobs call you"), Bans.ALL.get(8).broken("X.java", "int a;\nThread.sleep(1);"));
  }

  @Test
  void anExceptionIsOnlyForItsOwnFiles() {
    assertEquals(List.of(), Bans.ALL.get(5).broken("app/src/main/java/id/jejak/app/cli/Serve.java",
        "System.out"));
    assertEquals(1, Bans.ALL.get(5).broken("app/src/main/java/id/jejak/app/Serve.java", "System.out").size());
  }

  @Test
  void findsADefaultThatHidesACase() {
    var shape = JavaShape.of(Map.of("A.java", """
        sealed interface A { record B(int x) implements A {} record C() implements A {} }
        """, "Hides.java", """
        class Hides {
          int one(A a) { return switch (a) { case A.B(int x) -> x; default -> 0; }; }
          void two(A a) { switch (a) { case A.C c: break; default: break; } }
          int open(Object o) { return switch (o) { case String s -> 1; default -> 0; }; }
          int whole(A a) { return switch (a) { case A.B(int x) -> x; case A.C() -> 0; }; }
          int word(String s) { return switch (s) { case "a" -> 1; default -> 0; }; }
        }
        """));
    assertEquals(List.of(2, 3), shape.switches().stream().filter(one -> one.types().contains("A"))
        .map(JavaShape.Switch::line).toList());
    assertEquals(2, shape.hiddenCases().size());
  }

  @Test
  void measuresMethodsAndConstructors() {
    var shape = JavaShape.of(Map.of("A.java",
        "class A {\n  A(int a, int b) {}\n\n  void b() {\n    b();\n  }\n}\n"));
    assertEquals(List.of(new JavaShape.Method("A.java", 2, "<init>", true, 1, 2),
        new JavaShape.Method("A.java", 4, "b", false, 3, 0)), shape.methods());
  }

  @Test
  void findsAVersionOutsideTheRootPom() {
    assertEquals(1, ModuleRules.versions("x/pom.xml",
        "<parent><version>1</version></parent><dependency><version>2</version></dependency>").size());
    assertEquals(0, ModuleRules.versions("x/pom.xml", "<parent><version>1</version></parent>").size());
  }

  @Test
  void findsANationalWordInTheKernel() {
    assertEquals(3, ModuleRules.nationalWords("K.java", "class TtacThing {} // as BPJS does, by nik").size());
    assertEquals(0, ModuleRules.nationalWords("K.java", "// unik, teknik, a niece").size());
  }

  @Test
  void countsCodeOnly() {
    assertEquals(2, ModuleRules.codeLines("/** Doc\n * more */\n\nclass A { // why\n}\n"));
  }

  @Test
  void findsSqlThatNamesAForeignSchema() {
    var source = "tx.execute(\"\"\"\n    select a\n      from ttac.pack\n      join kfa.product using (code)\"\"\");"
        + " // from antrean.queue\n ask(\"kfa.product.get\");";
    assertEquals(1, ModuleRules.foreignSchemas("ttac", "X.java", JavaText.strings(source)).size());
    assertEquals(1, ModuleRules.foreignSchemas("ttac", "V1.sql", "create table if not exists kfa.a (b int)")
        .size());
  }

  @Test
  void findsAScriptThatIsNotApplied(@TempDir Path folder) throws IOException {
    var module = folder.resolve("ttac");
    var scripts = Files.createDirectories(module.resolve("src/main/resources/db/ttac"));
    var java = Files.createDirectories(module.resolve("src/main/java"));
    Files.writeString(java.resolve("Schema.java"),
        "static final String LATEST = \"202601010000\"; new Migrations(\"ttac\", \"db/ttac\", LATEST);");
    Files.writeString(scripts.resolve("V202601010000__packs.sql"), "");
    var repository = new Repository(folder);
    assertEquals(List.of(), ModuleRules.migrations(repository, module));
    Files.writeString(scripts.resolve("V202601020000__more.sql"), "");
    assertTrue(ModuleRules.migrations(repository, module).getFirst().contains("newest script in"
        + " ttac/src/main/resources/db/ttac is 202601020000"));
    Files.delete(scripts.resolve("V202601020000__more.sql"));
    Files.writeString(scripts.resolve("more.sql"), "");
    assertEquals(1, ModuleRules.migrations(repository, module).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"see /ro" + "ot/notes", "cd /wo" + "rk/main", "/home/ani" + "/x",
      "-----BEGIN RSA PRIVATE" + " KEY-----"})
  void findsWhatAMachineLeftBehind(String text) {
    assertEquals(1, Leaks.in("README.md", text).size());
  }

  @Test
  void findsASecretAmongSettings() {
    assertEquals(1, Leaks.in("a/app.properties", "smtp.password=hunter2hunter2\n").size());
    assertEquals(0, Leaks.in("a/app.properties", "smtp.password=\nsmtp.password=${SMTP_PASSWORD}\n").size());
    assertEquals(0, Leaks.in("README.md", "/api/root/x https://x.example/work/").size());
  }
}
