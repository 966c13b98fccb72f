package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.name.NameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of an index: each state has its own, and a note says which one is whole. A process that dies while it
 * writes leaves the note, and what it names, as they were.
 */
final class Generations {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
  private static final String NOTE = "current";
  private static final String PREFIX = "names-";

  private final Path folder;
  private final NameReader reader;

  Generations(Path folder, NameReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  /** The newest whole index; empty when there is none, or it cannot be read. */
  Optional<NameIndex> newest() {
    try {
      var named = named();
      return named.isEmpty() ? Optional.empty() : NameIndex.open(folder.resolve(named.get()), reader);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the index of names in {} cannot be read and is made again", folder, e);
      return Optional.empty();
    }
  }

  private Optional<String> named() throws IOException {
    var note = folder.resolve(NOTE);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    var name = Files.readString(note).strip();
    return name.matches(PREFIX + "[0-9]+") && Files.isDirectory(folder.resolve(name)) ? Optional.of(name)
        : Optional.empty();
  }

  /** Makes the next one, and then notes that it is whole. */
  NameIndex make(String stamp, Consumer<Consumer<Product>> products) {
    try {
      Files.createDirectories(folder);
      var name = PREFIX + (1 + all().stream().mapToLong(Generations::number).max().orElse(0));
      IndexFiles.write(Files.createDirectory(folder.resolve(name)), products, stamp, reader);
      var note = folder.resolve(NOTE + ".new");
      Files.writeString(note, name);
      Files.move(note, folder.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
      var index = NameIndex.open(folder.resolve(name), reader);
      forgetOld();
      return index.orElseThrow(() -> new IllegalStateException("the index just made in " + name + " is of no use"));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of names cannot be written to " + folder, e);
    }
  }

  private static long number(Path generation) {
    return Long.parseLong(generation.getFileName().toString().substring(PREFIX.length()));
  }

  private List<Path> all() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(PREFIX + "[0-9]{1,18}")).toList();
    }
  }

  /** Deletes folders that the note does not name. What is still being read lives on until it is closed. */
  void forgetOld() {
    try {
      var kept = named();
      for (var generation : all()) {
        if (kept.isPresent() && !generation.getFileName().toString().equals(kept.get())) {
          delete(generation);
        }
      }
    } catch (IOException e) {
      LOG.warn("old indexes in {} are left lying", folder, e);
    }
  }

  private static void delete(Path generation) throws IOException {
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(generation)) {
      walk.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (var file : files) {
      Files.deleteIfExists(file);
    }
  }
}
