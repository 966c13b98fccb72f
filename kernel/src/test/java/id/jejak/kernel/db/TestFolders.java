package id.jejak.kernel.db;

import java.nio.file.Path;

/** Folders for tests. */
public final class TestFolders {
  private TestFolders() {}

  /** A folder below {@code target} that tests in another JVM do not share; not made yet. */
  public static Path own(String name) {
    return Path.of("target", "jvm-" + ProcessHandle.current().pid(), name);
  }
}
