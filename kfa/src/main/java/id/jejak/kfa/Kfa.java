package id.jejak.kfa;

import id.jejak.gateway.Bearers;
import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.http.KfaRoutes;
import id.jejak.kfa.http.KfaSettings;
import id.jejak.kfa.http.Rooms;
import id.jejak.kfa.store.Schema;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** KFA, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Kfa implements Part {
  private final List<Mount> mounts;
  private final Rooms rooms;
  private final boolean demo;

  private Kfa(List<Mount> mounts, Rooms rooms, boolean demo) {
    this.mounts = mounts;
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that KFA knows. */
  public static List<Key<?>> settings() {
    return KfaSettings.ALL;
  }

  /**
   * Brings the schema up to date and starts. The read side is opened, or made anew, by the first request that needs it, or
   * once the house listens: before that it would take time from the start.
   *
   * @param bearers of the gateway in front
   */
  public static Kfa start(Context context, Bearers bearers) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context);
    var routes = new KfaRoutes(rooms,
        handler -> bearers.guard(Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN, handler));
    var mounts = new ArrayList<>(routes.mounts());
    mounts.add(rooms.terminology().mount(handler -> bearers.guard(Fault.OAUTH_INVALID_ACCESS_TOKEN, handler)));
    return new Kfa(List.copyOf(mounts), rooms, context.demo());
  }

  /** The dictionary itself, for the parts of this system that make more of it. */
  public Dictionary dictionary() {
    return rooms.dictionary();
  }

  @Override
  public String name() {
    return "kfa";
  }

  @Override
  public void reachable(URI at) {
    Thread.ofPlatform().name("kfa-read").daemon(true).start(rooms::open);
  }

  @Override
  public List<Mount> mounts() {
    return mounts;
  }

  @Override
  public void load(JsonNode world) {
    throw new StartFailure("the world file cannot be used: KFA takes no rows from it; import them with ./jejak kfa"
        + " import");
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(rooms) : Optional.empty();
  }
}
