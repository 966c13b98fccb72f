package id.jejak.gateway;

import id.jejak.gateway.http.Rooms;
import id.jejak.gateway.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The gateway, running. Systems that stand behind it are given its {@link #bearers}. Thread-safe. */
public final class Gateway implements Part {
  private final Mount mount;
  private final Rooms rooms;
  private final boolean demo;

  private Gateway(Rooms rooms, boolean demo) {
    this.mount = rooms.mount();
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that the gateway knows. */
  public static List<Key<?>> settings() {
    return List.of(Rooms.PENALTY, Rooms.QUOTA);
  }

  /** Brings the schema up to date and starts. */
  public static Gateway start(Context context) {
    Schema.MIGRATIONS.apply(context.db());
    return new Gateway(new Rooms(context), context.demo());
  }

  /**
   * The gateway among parts that run already, for whoever stands behind it.
   *
   * @throws IllegalStateException when it is not among them: it must be started first
   */
  public static Gateway among(List<Part> running) {
    return running.stream().filter(Gateway.class::isInstance).map(Gateway.class::cast).findFirst().orElseThrow(
        () -> new IllegalStateException("the gateway must be started before what stands behind it"));
  }

  /** The guard for what stands behind the gateway. */
  public Bearers bearers() {
    var door = rooms.door();
    return (fault, behind) -> door.guard(fault, behind::handle);
  }

  @Override
  public String name() {
    return "gateway";
  }

  /** The platform's: what stands behind the gateway adds its own. */
  @Override
  public WorldEntry worldEntry() {
    return new WorldEntry("satusehat", List.of("clients"));
  }

  @Override
  public List<Mount> mounts() {
    return List.of(mount);
  }

  @Override
  public void load(JsonNode world) {
    rooms.load(world);
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(rooms) : Optional.empty();
  }
}
