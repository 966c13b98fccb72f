package id.jejak.satusehat.http;

import id.jejak.kernel.ids.Password;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The demo world: the published sandbox patients, the people and places of the official examples, and the prescription
 * of eresep's document with the dispenses that its numbers come from. A world file like any other.
 */
final class Demo {
  private static final Version SINCE = Version.at(Instant.parse("2024-09-26T04:00:00Z"));

  /** Of the demo world's passwords, which everybody knows: hashing takes time on purpose. */
  private static final Map<String, Password> HASHED = Map.of(
      "rahasia-demo-eresep-apotek-sarana-b",
      Password.beforehand("jejak demo eres1", "c44b5c0bdd9c27094502b49e30bfda76e569be572c2b0739eac3fbb79662804d"),
      "rahasia-demo-eresep-system-x",
      Password.beforehand("jejak demo eres2", "56c830520302c1c9eb5b62fd1a266b42a1722166b2e076eb4a5526e060430534"));

  private final WorldFile worlds;
  private final JsonNode world = read();

  Demo(WorldFile worlds) {
    this.worlds = worlds;
  }

  /** Makes the demo world when nothing is there; a start that finds it does not read it. */
  void prepare() {
    if (worlds.wanted()) {
      worlds.load(world, SINCE, HASHED);
    }
  }

  void reset() {
    worlds.reload(world, SINCE, HASHED);
  }

  /** People, organizations, clients of eresep and national numbers to try. */
  Map<String, Object> shown() {
    var shown = new LinkedHashMap<String, Object>();
    for (var name : List.of("patients", "practitioners", "organizations", "eresep")) {
      shown.put(name, world.path(name));
    }
    var numbers = new ArrayList<String>();
    for (var one : world.path("resources")) {
      if (one.path("resource").has("masterIdentifier")) {
        numbers.addAll(National.of(one.path("resource")));
      }
    }
    shown.put("prescriptions", numbers);
    return shown;
  }

  private static JsonNode read() {
    try (var in = Demo.class.getResourceAsStream("demo.json")) {
      return Json.read(Objects.requireNonNull(in, "demo.json is not packed").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("demo.json could not be read", e);
    }
  }
}
