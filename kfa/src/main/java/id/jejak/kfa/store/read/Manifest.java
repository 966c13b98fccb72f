package id.jejak.kfa.store.read;

import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files belong together, and what they were made of; replaced in one step.
 *
 * @param look name of the look
 * @param base which database: a folder that was copied to another one is not believed
 * @param files names in the folder, oldest first
 * @param lengths their bytes
 */
record Manifest(String look, String base, long edition, long seq, List<String> files, List<Long> lengths) {
  private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);
  private static final String NAME = "manifest.json";

  static Manifest of(String look, String base, long edition, long seq, List<Path> files) {
    return new Manifest(look, base, edition, seq, files.stream().map(file -> file.getFileName().toString()).toList(),
        files.stream().map(Manifest::length).toList());
  }

  /** What was kept; empty when nothing is there, or it cannot be believed. */
  static Optional<Manifest> read(Path folder, String look, String base) {
    try {
      if (!Files.exists(folder.resolve(NAME))) {
        return Optional.empty();
      }
      var json = Json.read(Files.readAllBytes(folder.resolve(NAME)));
      var manifest = new Manifest(json.path("look").asString(""), json.path("base").asString(""),
          json.path("edition").asLong(-1), json.path("seq").asLong(-1),
          json.path("files").valueStream().map(file -> file.asString("")).toList(),
          json.path("lengths").valueStream().map(length -> length.asLong(-1)).toList());
      return manifest.look.equals(look) && manifest.base.equals(base) && manifest.whole(folder)
          ? Optional.of(manifest) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.info("the read side in {} cannot be read and is made anew", folder, e);
      return Optional.empty();
    }
  }

  private boolean whole(Path folder) {
    return paths(folder).stream().allMatch(Files::isRegularFile)
        && paths(folder).stream().map(Manifest::length).toList().equals(lengths);
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be read: " + file, e);
    }
  }

  List<Path> paths(Path folder) {
    return files.stream().map(folder::resolve).toList();
  }

  /** Takes the place of the one that is there; files that no longer belong are deleted. */
  void keep(Path folder) {
    try {
      var fresh = folder.resolve(NAME + ".new");
      Files.write(fresh, Json.write(Map.of("look", look, "base", base, "edition", edition, "seq", seq, "files", files,
          "lengths", lengths)));
      Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (var all = Files.list(folder)) {
        for (var file : all.filter(file -> file.toString().endsWith(".rows")).toList()) {
          if (!files.contains(file.getFileName().toString())) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the read side cannot be kept in " + folder, e);
    }
  }
}
