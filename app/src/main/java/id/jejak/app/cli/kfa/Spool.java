package id.jejak.app.cli.kfa;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What was fetched so far, as files in the data folder: a run that was cut off, however roughly, goes on behind the last
 * page that is there whole. Nothing of it is in the dictionary before all of it is. For one process at a time.
 */
final class Spool {
  private static final String PLAN = "plan.json";
  private static final String ENDED = ".ended";

  private final Path folder;

  /** A folder for one source. */
  Spool(Path folder) {
    this.folder = folder;
  }

  /** The plan that was begun; empty when none was. */
  Optional<JsonNode> plan() {
    return Files.exists(folder.resolve(PLAN)) ? Optional.of(read(folder.resolve(PLAN))) : Optional.empty();
  }

  /** Begins a run: what was there is thrown away. */
  void begin(byte[] plan) {
    forget();
    write(PLAN, plan);
  }

  /** Pages of a part that are there. */
  int pages(String part) {
    int pages = 0;
    while (Files.exists(folder.resolve(name(part, pages + 1)))) {
      pages++;
    }
    return pages;
  }

  /** Keeps a page: whole or not at all. */
  void keep(String part, int page, byte[] rows) {
    write(name(part, page), rows);
  }

  /** The rows of each page of a part. */
  void each(String part, Consumer<JsonNode> page) {
    int pages = pages(part);
    for (int number = 1; number <= pages; number++) {
      page.accept(read(folder.resolve(name(part, number))));
    }
  }

  /** A part is there whole. */
  void end(String part) {
    write(part + ENDED, new byte[0]);
  }

  /** True when a part is there whole. */
  boolean ended(String part) {
    return Files.exists(folder.resolve(part + ENDED));
  }

  /** Every page, in the order of the parts. */
  List<Path> files(List<String> parts) {
    return parts.stream().flatMap(part -> java.util.stream.IntStream.rangeClosed(1, pages(part))
        .mapToObj(page -> folder.resolve(name(part, page)))).toList();
  }

  /** Throws everything away. */
  void forget() {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new StartFailure("cannot delete " + folder + ": delete it by hand", e);
    }
  }

  private static String name(String part, int page) {
    return String.format(Locale.ROOT, "%s-%06d.json", part, page);
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      var fresh = folder.resolve(name + ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartFailure("cannot write to " + folder + ": check who may write there, and that there is room", e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.read(Files.readAllBytes(file));
    } catch (IOException | Json.Unreadable e) {
      throw new StartFailure("cannot read " + file + ": run again with --full, which begins anew", e);
    }
  }
}
