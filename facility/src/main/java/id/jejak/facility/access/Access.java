package id.jejak.facility.access;

import id.jejak.facility.access.http.AccessRoutes;
import id.jejak.facility.access.http.Rooms;
import id.jejak.facility.access.store.Schema;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Staff, sessions, patients and the audit of the facilities here. Other wings get from it the guard for their handlers, and
 * the people's data that they must not keep themselves. Thread-safe.
 */
public final class Access implements Part {
  /** A handler that is reached only by somebody who may. */
  @FunctionalInterface
  public interface Behind {
    /** Answers one request of an actor; whatever it touches must be of the actor's facility. */
    Response handle(Actor actor, Request request);
  }

  /** A handler that is reached by somebody who may, and in the demo world by everybody. */
  @FunctionalInterface
  public interface Admitted {
    /** Answers one request; without an actor only in the demo world, where nobody need log in to try something. */
    Response handle(Optional<Actor> actor, Request request);
  }

  private final AccessRoutes routes;
  private final Mount mount;
  private final Rooms rooms;
  private final boolean demo;

  private Access(Rooms rooms, boolean demo) {
    this.routes = new AccessRoutes(rooms);
    this.mount = routes.mount();
    this.rooms = rooms;
    this.demo = demo;
  }

  /** The settings that it knows. */
  public static List<Key<?>> settings() {
    return Rooms.settings();
  }

  /** Brings the schema up to date and starts. */
  public static Access start(Context context) {
    Schema.MIGRATIONS.apply(context.db());
    return new Access(new Rooms(context), context.demo());
  }

  /**
   * Access among parts that run already, for other wings.
   *
   * @throws IllegalStateException when it is not among them: it must be started first
   */
  public static Access among(List<Part> running) {
    return running.stream().filter(Access.class::isInstance).map(Access.class::cast).findFirst().orElseThrow(
        () -> new IllegalStateException("access must be started before the other wings of a facility"));
  }

  /**
   * A handler behind the guard: 401 without a session, 403 without the permission or when a browser cannot show that a page
   * of ours asked, both as {@code {"error": ..., "message": ...}}; what was refused for want of a permission is in the audit.
   */
  public Handler guard(Permission permission, Operation operation, Behind behind) {
    return routes.guard(permission, operation, behind);
  }

  /**
   * A handler behind the same guard, which in the demo world also lets in whoever shows no session that lives. Whoever shows
   * one is that actor, with the same permissions as elsewhere.
   */
  public Handler admit(Permission permission, Operation operation, Admitted behind) {
    var guarded = routes.guard(permission, operation, (actor, request) -> behind.handle(Optional.of(actor), request));
    return demo ? request -> routes.shown(request) ? guarded.handle(request) : behind.handle(Optional.empty(), request)
        : guarded;
  }

  /**
   * Who shows the token of a session in the header {@code Authorization}, for a wing with a gate of its own; what they may
   * do is then for that gate to say. A browser's cookie alone names nobody here.
   */
  public Optional<Actor> actor(Request request) {
    return routes.actor(request);
  }

  /** The patients. */
  public Patients patients() {
    return rooms.patients();
  }

  /** The keys, for wings that keep people's texts in tables of their own. */
  public Vault vault() {
    return rooms.vault();
  }

  /** Notes lines of the audit within statements of other wings. */
  public Rider rider() {
    return rooms.rider();
  }

  /** Those of the staff whom the SATUSEHAT platform knows, by the number of their account. */
  public Map<Long, Practitioner> practitioners(Handle handle, Collection<Long> staff) {
    return rooms.practitioners(handle, staff);
  }

  /** The facilities. */
  public Facilities facilities() {
    return rooms.facilities();
  }

  /** The audit. */
  public Audit audit() {
    return rooms.audit();
  }

  @Override
  public String name() {
    return "access";
  }

  @Override
  public WorldEntry worldEntry() {
    return new WorldEntry("facility", List.of("facilities", "staff"));
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
