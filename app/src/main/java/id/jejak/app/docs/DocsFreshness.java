package id.jejak.app.docs;

import id.jejak.kernel.config.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps the written docs true: rewrites what no longer says what the code does, and names it, so that a test
 * fails and the change is seen in a diff.
 *
 * <p>It owns the files below {@code docs/reference/<system>} that it made, the table between
 * {@code <!-- operations -->} and {@code <!-- /operations -->} in {@code README.md}, and the one between
 * {@code <!-- settings -->} and {@code <!-- /settings -->} in {@code docs/settings.md}.
 */
public final class DocsFreshness {
  private final Path root;
  private final List<Path> stale = new ArrayList<>();

  private DocsFreshness(Path root) {
    this.root = root;
  }

  /**
   * Rewrites stale files.
   *
   * @param root folder of the repository
   * @return what was stale, below the root; empty when everything was fresh
   * @throws IllegalStateException when a file has no place for its table
   */
  public static List<Path> rewrite(Path root, List<SystemDocs> systems, List<Key<?>> settings) {
    var freshness = new DocsFreshness(root);
    try {
      freshness.between("README.md", "operations", OperationsTable.operations(systems, "docs/reference"));
      freshness.between("docs/settings.md", "settings", OperationsTable.settings(settings));
      for (var system : systems) {
        freshness.reference(system);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("docs below " + root + " could not be read or written", e);
    }
    return List.copyOf(freshness.stale);
  }

  private void reference(SystemDocs system) throws IOException {
    var folder = root.resolve("docs/reference").resolve(system.name());
    Files.createDirectories(folder);
    var wanted = new HashSet<Path>();
    for (var operation : system.operations()) {
      var file = folder.resolve(operation.id() + ".md");
      wanted.add(file);
      write(file, Files.exists(file) ? Files.readString(file) : "",
          new ReferenceMarkdown(system, operation).page());
    }
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        if (!wanted.contains(file) && Files.readString(file).startsWith(ReferenceMarkdown.MADE)) {
          Files.delete(file);
          stale.add(root.relativize(file));
        }
      }
    }
  }

  private void between(String name, String mark, String table) throws IOException {
    var file = root.resolve(name);
    var open = "<!-- " + mark + " -->";
    var close = "<!-- /" + mark + " -->";
    var text = Files.exists(file) ? Files.readString(file) : "";
    int from = text.indexOf(open);
    int to = text.indexOf(close);
    if (from < 0 || to < from) {
      throw new IllegalStateException(file + " has no lines " + open + " and " + close + " for its table");
    }
    write(file, text, text.substring(0, from + open.length()) + "\n" + table + text.substring(to));
  }

  private void write(Path file, String was, String is) throws IOException {
    if (!was.equals(is)) {
      Files.writeString(file, is);
      stale.add(root.relativize(file));
    }
  }
}
