package id.jejak.ttac;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.ttac.http.Rooms;
import id.jejak.ttac.http.TokenNotices;
import id.jejak.ttac.http.TtacRoutes;
import id.jejak.ttac.http.epcis.EpcisDocument;
import id.jejak.ttac.store.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** TTAC, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Ttac implements Part {
  private final Mount mount;
  private final Rooms rooms;
  private final boolean demo;

  private Ttac(Mount mount, Rooms rooms, boolean demo) {
    this.mount = mount;
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that TTAC knows. */
  public static List<Key<?>> settings() {
    return List.of(TokenNotices.LETTERS, EpcisDocument.BASE);
  }

  /** Brings the schema up to date and starts. */
  public static Ttac start(Context context) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context);
    return new Ttac(new TtacRoutes(rooms).mount(), rooms, context.demo());
  }

  @Override
  public String name() {
    return "ttac";
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
