package id.jejak.ttac;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.ttac.http.Rooms;
import id.jejak.ttac.http.TtacRoutes;
import id.jejak.ttac.http.epcis.EpcisDocument;
import id.jejak.ttac.store.Schema;
import java.util.List;
import java.util.Optional;

/** TTAC, running. The only class that whoever wires the house needs to know. Thread-safe. */
public final class Ttac implements Part {
  private final Mount mount;
  private final Optional<Sandbox> sandbox;

  private Ttac(Mount mount, Optional<Sandbox> sandbox) {
    this.mount = mount;
    this.sandbox = sandbox;
  }

  /** The settings that TTAC knows. */
  public static List<Key<?>> settings() {
    return List.of(EpcisDocument.BASE);
  }

  /** Brings the schema up to date and starts. */
  public static Ttac start(Context context) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context);
    return new Ttac(new TtacRoutes(rooms).mount(), context.demo() ? Optional.of(rooms) : Optional.empty());
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
  public Optional<Sandbox> sandbox() {
    return sandbox;
  }
}
