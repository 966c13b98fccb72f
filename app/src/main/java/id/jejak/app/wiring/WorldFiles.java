package id.jejak.app.wiring;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a world file: a JSON object with one entry for each part that it fills, or for several that share it. */
final class WorldFiles {
  /** Bytes of a world file at the most. */
  private static final long LARGEST = 256L * 1024 * 1024;

  private WorldFiles() {}

  static void load(Path file, List<Part> parts) {
    var world = read(file);
    for (var name : world.propertyNames()) {
      var sharing = parts.stream().filter(part -> part.worldEntry().name().equals(name)).toList();
      if (sharing.isEmpty()) {
        throw new StartFailure("--world " + file + " has a member " + name + ", but the parts here are: "
            + known(parts.stream().map(part -> part.worldEntry().name())));
      }
      load(file, name, world.path(name), sharing);
    }
  }

  /** A part that has the entry to itself judges all of it; of a shared one, each part is given its members. */
  private static void load(Path file, String name, JsonNode entry, List<Part> sharing) {
    if (sharing.size() == 1 && sharing.getFirst().worldEntry().members().isEmpty()) {
      sharing.getFirst().load(entry);
      return;
    }
    if (!entry.isObject()) {
      throw new StartFailure("--world " + file + ": " + name + " must be an object");
    }
    for (var member : entry.propertyNames()) {
      if (sharing.stream().noneMatch(part -> part.worldEntry().members().contains(member))) {
        throw new StartFailure("--world " + file + ": unknown member " + member + " in " + name + ", known: "
            + known(sharing.stream().flatMap(part -> part.worldEntry().members().stream())));
      }
    }
    for (var part : sharing) {
      var own = ((ObjectNode) entry).deepCopy().retain(part.worldEntry().members());
      if (!own.isEmpty()) {
        part.load(own);
      }
    }
  }

  private static String known(Stream<String> names) {
    return names.distinct().sorted().collect(Collectors.joining(", "));
  }

  private static JsonNode read(Path file) {
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
