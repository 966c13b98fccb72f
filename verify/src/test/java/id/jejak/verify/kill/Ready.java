package id.jejak.verify.kill;

import id.jejak.kernel.db.TestPostgres;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What children need not make anew: the data of a first start, stopped in order, to begin with a copy of, and a start-up cache
 * as the launcher keeps one. Both are made once, by a start of their own, when first asked for.
 */
final class Ready {
  private Ready() {}

  /** Serves on a folder, which begins as a copy when it is not there. */
  static Served serve(Path data) throws IOException {
    if (Files.notExists(data)) {
      copy(Made.FOLDER.resolve("data"), data);
    }
    return Served.start(data, java());
  }

  /** Options for a Java that starts fast; a fast start counts here, not a fast run. */
  static List<String> java() {
    return Made.JAVA;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (var file : tree.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Made by being loaded, which the JVM does once. */
  private static final class Made {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    static final Path FOLDER = make();
    static final List<String> JAVA = options("AOTCache", FOLDER);

    private static Path make() {
      try {
        var folder = Files.createTempDirectory("jejak-ready-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TestPostgres.delete(folder)));
        var served = Served.start(folder.resolve("data"), options("AOTCacheOutput", folder));
        served.process().destroy();
        served.process().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS); // writes the cache as it ends
        served.close();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("the first start did not end", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the first start ended", e);
      }
    }

    /** Java keeps a cache for classes of jars only: when modules are tested that were not packaged, there is none. */
    private static List<String> options(String cache, Path folder) {
      var quick = "-XX:TieredStopAtLevel=1";
      return Served.classPath().stream().allMatch(part -> part.endsWith(".jar"))
          ? List.of(quick, "-XX:" + cache + "=" + folder.resolve("cache"), "-Xlog:disable") : List.of(quick);
    }
  }
}
