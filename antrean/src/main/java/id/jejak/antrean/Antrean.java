package id.jejak.antrean;

import id.jejak.antrean.contract.SandboxOperations;
import id.jejak.antrean.http.AntreanRoutes;
import id.jejak.antrean.http.Rooms;
import id.jejak.antrean.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** BPJS's side of the queue, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Antrean implements Part {
  private final List<Mount> mounts;
  private final Rooms rooms;
  private final boolean demo;
  private final MobileJkn mobile;

  private Antrean(List<Mount> mounts, Rooms rooms, MobileJkn mobile, boolean demo) {
    this.mounts = mounts;
    this.rooms = rooms;
    this.mobile = mobile;
    this.demo = demo;
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    return Rooms.settings();
  }

  /** Brings the schema up to date and starts. */
  public static Antrean start(Context context) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context);
    return new Antrean(new AntreanRoutes(rooms).mounts(), rooms,
        new MobileJkn(rooms.booked(), rooms.wish(), context.clock()), context.demo());
  }

  @Override
  public String name() {
    return "antrean";
  }

  /** Beside a hospital's side, which shares the entry. */
  @Override
  public WorldEntry worldEntry() {
    return new WorldEntry("antrean", Rooms.WORLD);
  }

  @Override
  public List<Mount> mounts() {
    return mounts;
  }

  @Override
  public void load(JsonNode world) {
    rooms.load(world);
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(new WithMobileJkn(rooms, mobile)) : Optional.empty();
  }

  @Override
  public void reachable(URI at) {
    mobile.reachable(at);
  }

  /** The rooms' sandbox, and Mobile JKN, which calls hospitals from outside of every room. */
  private record WithMobileJkn(Rooms rooms, MobileJkn mobile) implements Sandbox {
    @Override
    public void reset() {
      rooms.reset();
    }

    @Override
    public void prepare() {
      rooms.prepare();
    }

    @Override
    public Map<String, Object> world() {
      return rooms.world();
    }

    @Override
    public List<Route> routes() {
      var routes = new ArrayList<>(rooms.routes());
      routes.add(Route.route(SandboxOperations.MOBILE, mobile::walk));
      return routes;
    }
  }
}
