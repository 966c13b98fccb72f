package id.jejak.facility.pharmacy;

import id.jejak.facility.pharmacy.http.Doors;
import id.jejak.facility.pharmacy.http.PharmacyRoutes;
import id.jejak.facility.pharmacy.http.Rooms;
import id.jejak.facility.pharmacy.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The pharmacy, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Pharmacy implements Part {
  private final List<Mount> mounts;
  private final Rooms rooms;
  private final boolean demo;

  private Pharmacy(List<Mount> mounts, Rooms rooms, boolean demo) {
    this.mounts = mounts;
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    return Rooms.settings();
  }

  /** Brings the schema up to date and starts. */
  public static Pharmacy start(Context context, Doors doors) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context, doors);
    return new Pharmacy(new PharmacyRoutes(rooms).mounts(), rooms, context.demo());
  }

  @Override
  public String name() {
    return "pharmacy";
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
  public void reachable(URI at) {
    rooms.reachable(at);
  }

  /** The same without a socket, for tests. */
  public void reachable(Handler house) {
    rooms.reachable(house);
  }

  @Override
  public Optional<Sandbox> sandbox() {
    return demo ? Optional.of(rooms) : Optional.empty();
  }
}
