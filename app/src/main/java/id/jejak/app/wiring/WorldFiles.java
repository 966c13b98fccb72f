package id.jejak.app.wiring;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a world file: a JSON object with one member for each part that it fills. */
final class WorldFiles {
  /** Bytes of a world file at the most. */
  private static final long LARGEST = 256L * 1024 * 1024;

  private WorldFiles() {}

  static void load(Path file, List<Part> parts) {
    var world = read(file);
    for (var name : world.propertyNames()) {
      var part = parts.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() ->
          new StartFailure("--world " + file + " has a member " + name + ", but the parts here are: "
              + String.join(", ", parts.stream().map(Part::name).toList())));
      part.load(world.path(name));
    }
  }

  private static tools.jackson.databind.JsonNode read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new StartFailure("--world " + file + " is larger than " + LARGEST / 1024 / 1024
            + " MiB: load large stocks with ./jejak ttac import");
      }
      var world = Json.read(Files.readAllBytes(file));
      if (!world.isObject()) {
        throw new StartFailure("--world " + file + " must hold a JSON object such as {\"ttac\": {...}}");
      }
      return world;
    } catch (IOException e) {
      throw new StartFailure("--world " + file + " cannot be read: choose demo, empty, or a file that is there", e);
    } catch (Json.Unreadable e) {
      throw new StartFailure("--world " + file + " is no readable JSON", e);
    }
  }
}
