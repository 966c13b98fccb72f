package id.jejak.antrean;

import id.jejak.antrean.http.AntreanRoutes;
import id.jejak.antrean.http.Rooms;
import id.jejak.antrean.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** BPJS's side of the queue, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Antrean implements Part {
  private final List<Mount> mounts;
  private final Rooms rooms;
  private final boolean demo;

  private Antrean(List<Mount> mounts, Rooms rooms, boolean demo) {
    this.mounts = mounts;
    this.rooms = rooms;
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
    return new Antrean(new AntreanRoutes(rooms).mounts(), rooms, context.demo());
  }

  @Override
  public String name() {
    return "antrean";
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
    return demo ? Optional.of(rooms) : Optional.empty();
  }
}
