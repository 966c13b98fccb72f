package id.jejak.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.sandbox.SandboxRoutes;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several parts may fill one entry of a world file, and show one entry of the sandbox's world. */
class WorldFilesTest {
  private final Sharing door = new Sharing("door", new Part.WorldEntry("platform", List.of("clients")));
  private final Sharing room = new Sharing("room", new Part.WorldEntry("platform", List.of("patients", "doctors")));
  private final Sharing alone = new Sharing("alone", new Part.WorldEntry("alone", List.of()));

  @TempDir
  Path folder;

  private void load(String world) throws IOException {
    WorldFiles.load(Files.writeString(folder.resolve("world.json"), world), List.of(door, room, alone));
  }

  private String refused(String world) {
    return String.valueOf(assertThrows(StartFailure.class, () -> load(world)).getMessage());
  }

  @Test
  void eachPartIsGivenItsOwnMembers() throws IOException {
    load("{\"platform\": {\"patients\": [1], \"clients\": [2]}, \"alone\": {\"anything\": 3}}");
    assertEquals(List.of("{\"clients\":[2]}"), door.loaded);
    assertEquals(List.of("{\"patients\":[1]}"), room.loaded);
    assertEquals(List.of("{\"anything\":3}"), alone.loaded);
  }

  @Test
  void aPartWithoutMembersInTheFileIsLeftAlone() throws IOException {
    load("{\"platform\": {\"clients\": []}}");
    assertEquals(List.of(), room.loaded);
  }

  @Test
  void whatNobodyTakesStopsTheStart() {
    assertTrue(refused("{\"platform\": {\"client\": []}}").endsWith(
        "unknown member client in platform, known: clients, doctors, patients"));
    assertTrue(refused("{\"platform\": []}").endsWith("platform must be an object"));
    assertTrue(refused("{\"door\": {}}").endsWith("but the parts here are: alone, platform"));
  }

  @Test
  void theSandboxShowsOneEntryAndNoMemberTwice() {
    assertEquals(Map.of("platform", Map.of("clients", "door", "patients", "room", "doctors", "room"), "alone", Map.of()),
        SandboxRoutes.world(List.of(door, room, alone)));
    var twin = new Sharing("twin", door.entry);
    assertThrows(IllegalStateException.class, () -> SandboxRoutes.world(List.of(door, twin)));
  }

  /** A part that only remembers what it was given. */
  private static final class Sharing implements Part, Part.Sandbox {
    private final String name;
    private final WorldEntry entry;
    private final List<String> loaded = new ArrayList<>();

    Sharing(String name, WorldEntry entry) {
      this.name = name;
      this.entry = entry;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public WorldEntry worldEntry() {
      return entry;
    }

    @Override
    public List<Mount> mounts() {
      return List.of();
    }

    @Override
    public void load(JsonNode world) {
      loaded.add(world.toString());
    }

    @Override
    public Optional<Sandbox> sandbox() {
      return Optional.of(this);
    }

    @Override
    public Map<String, Object> world() {
      return entry.members().stream().collect(java.util.stream.Collectors.toMap(member -> member, _ -> name));
    }

    @Override
    public void reset() {
      throw new AssertionError("nobody asked");
    }

    @Override
    public void prepare() {
      throw new AssertionError("nobody asked");
    }

    @Override
    public List<Route> routes() {
      return List.of();
    }
  }
}
