package id.jejak.satusehat;

import id.jejak.gateway.Bearers;
import id.jejak.gateway.Gateway;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.http.EresepRoutes;
import id.jejak.satusehat.http.FhirRoutes;
import id.jejak.satusehat.http.Rooms;
import id.jejak.satusehat.store.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** SATUSEHAT's pharmacy module, running: the FHIR server behind the gateway, and eresep beside it. Thread-safe. */
public final class Satusehat implements Part {
  private final List<Mount> mounts;
  private final Rooms rooms;
  private final boolean demo;

  private Satusehat(List<Mount> mounts, Rooms rooms, boolean demo) {
    this.mounts = List.copyOf(mounts);
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    return List.of(Rooms.NUMBER_AFTER, Rooms.RELATE_AFTER, Rooms.POLICY, Rooms.DUPLICATES, Rooms.STAMP,
        Rooms.LOCATION, Rooms.STRICT);
  }

  /**
   * Brings the schema up to date and starts behind the gateway that runs already.
   *
   * @param kfa knows which codes of medicines there are
   */
  public static Satusehat start(Context context, List<Part> running, KfaCodes kfa) {
    return start(context, Gateway.among(running).bearers(), kfa);
  }

  /** Brings the schema up to date and starts behind a guard, without a dictionary of medicines. */
  public static Satusehat start(Context context, Bearers bearers) {
    return start(context, bearers, KfaCodes.UNKNOWN);
  }

  private static Satusehat start(Context context, Bearers bearers, KfaCodes kfa) {
    Schema.MIGRATIONS.apply(context.db());
    var rooms = new Rooms(context, kfa);
    return new Satusehat(List.of(new FhirRoutes(rooms, bearers).mount(), FhirRoutes.elsewhere(),
        new EresepRoutes(rooms).mount()), rooms, context.demo());
  }

  @Override
  public String name() {
    return "satusehat";
  }

  /** The platform's: the gateway's clients stand in it too. */
  @Override
  public WorldEntry worldEntry() {
    return new WorldEntry("satusehat", Rooms.members());
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
