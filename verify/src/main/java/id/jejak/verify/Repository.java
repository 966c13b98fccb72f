package id.jejak.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The project's own files, as they lie in the checkout.
 *
 * @param root folder of the root pom
 */
public record Repository(Path root) {
  /** Folders that hold nothing of ours: build output, data of a running server, version control. */
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", "data");

  /**
   * The checkout that contains the working directory.
   *
   * @throws IllegalStateException when there is none
   */
  public static Repository here() {
    for (var at = Optional.of(Path.of("").toAbsolutePath()); at.isPresent();
        at = at.flatMap(folder -> Optional.ofNullable(folder.getParent()))) {
      if (Files.exists(at.get().resolve("pom.xml")) && Files.isDirectory(at.get().resolve("kernel"))) {
        return new Repository(at.get());
      }
    }
    throw new IllegalStateException("not inside a checkout of Jejak: " + Path.of("").toAbsolutePath());
  }

  /** Folders that are Maven modules, in the order of their names. */
  public List<Path> modules() {
    try (var folders = Files.list(root)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file of ours whose path ends so, sorted. */
  public List<Path> files(String ending) {
    return below(root, ending);
  }

  /** Files below {@code src/main} of every module whose path ends so, sorted. */
  public List<Path> mainFiles(String ending) {
    return modules().stream().flatMap(module -> below(module.resolve("src/main"), ending).stream()).toList();
  }

  /** Files below a folder whose path ends so, sorted; none when the folder is not there. */
  public static List<Path> below(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> isOurs(folder.relativize(file)) && Files.isRegularFile(file)
              && file.toString().endsWith(ending))
          .sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path inside) {
    for (var name : inside) {
      if (NOT_OURS.contains(name.toString())) {
        return false;
      }
    }
    return true;
  }

  /** A file's name as people say it: from the root, with slashes. */
  public String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8 text", e);
    }
  }
}
