package id.jejak.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A system's golden exchanges, as examples for its reference pages: the same files that the tests run, so an example
 * that does not work cannot stay. Read when first asked for, since a start needs none of them.
 *
 * @param system short lower-case name; the files lie in {@code id/jejak/<system>/exchanges} on the class path
 */
public record Exchanges(String system) implements Supplier<List<Example>> {
  private static final int MOST = 2_000;

  @Override
  public List<Example> get() {
    var folder = Exchanges.class.getResource("/id/jejak/" + system + "/exchanges");
    if (folder == null) {
      return List.of();
    }
    try {
      return read(folder.toURI());
    } catch (IOException | URISyntaxException e) {
      throw new UncheckedIOException("the exchanges of " + system + " cannot be read", new IOException(e));
    }
  }

  private static List<Example> read(URI folder) throws IOException {
    if (!folder.getScheme().equals("jar")) {
      return files(Path.of(folder));
    }
    try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
      return files(jar.getPath(folder.toString().substring(folder.toString().indexOf('!') + 1)));
    }
  }

  private static List<Example> files(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      var examples = new ArrayList<Example>();
      for (var file : found.filter(file -> file.toString().endsWith(".http")).sorted().limit(MOST).toList()) {
        var text = Files.readString(file);
        examples.add(new Example(line(text, "# operation:"), name(file, line(text, "# about:")), text));
      }
      return examples;
    }
  }

  private static String name(Path file, String about) {
    return about.isEmpty() ? file.getFileName().toString().replace(".http", "") : about;
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst()
        .map(line -> line.substring(start.length()).strip()).orElse("");
  }
}
