package id.jejak.app.wiring;

import id.jejak.delivery.Deliveries;
import id.jejak.delivery.Delivery;
import id.jejak.facility.access.Access;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.pharmacy.Pharmacy;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.facility.pharmacy.http.Actors;
import id.jejak.facility.pharmacy.http.DemoActors;
import id.jejak.facility.pharmacy.http.Doors;
import id.jejak.facility.pharmacy.http.Patients;
import id.jejak.facility.pharmacy.http.QueueDesk;
import id.jejak.facility.queue.Queue;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Joins the wings of a facility: each says what it needs of the others, and finds it here. */
final class Wings {
  private Wings() {}

  /** The pharmacy, known to staff, patients and the queue that run already. */
  static Part pharmacy(Context context, List<Part> running) {
    var access = Access.among(running);
    var desk = running.stream().filter(Queue.class::isInstance).map(Queue.class::cast).findFirst()
        .<QueueDesk>map(Line::new).orElse(QueueDesk.NONE);
    return Pharmacy.start(context, new Doors(staff(access, context.demo()), patients(access), desk,
        Delivery.among(running)));
  }

  /** Whoever is logged in; in the demo world also those whose tokens everybody knows. */
  private static Actors staff(Access access, boolean demo) {
    Actors known = request -> access.actor(request).map(Wings::actor);
    var everybodys = new DemoActors();
    return demo ? request -> everybodys.of(request).or(() -> known.of(request)) : known;
  }

  private static Actor actor(id.jejak.facility.access.Actor actor) {
    return new Actor(Long.toString(actor.staff()), actor.name(),
        actor.roles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet()), actor.facility());
  }

  /** Names by SATUSEHAT's number, each look in the audit. */
  private static Patients patients(Access access) {
    return (tx, actor, patients, purpose) -> {
      var why = new Why(new id.jejak.facility.access.Actor(number(actor.staff()), actor.name(),
          actor.roles().stream().map(role -> id.jejak.facility.access.Role.valueOf(role.name()))
              .collect(Collectors.toSet()), actor.facility(), false), "pharmacy.names",
          Purpose.of(purpose.toLowerCase(Locale.ROOT)).orElse(Purpose.DISPENSING));
      var ids = new LinkedHashMap<Long, String>();
      patients.forEach(ihs -> access.patients().find(tx, why, new Identifier.Ihs(ihs))
          .ifPresent(id -> ids.put(id, ihs)));
      var names = new LinkedHashMap<String, String>();
      access.patients().names(tx, why, ids.keySet()).forEach((id, name) -> names.put(ids.get(id), name));
      return Map.copyOf(names);
    };
  }

  /** Somebody of the demo world has a number that is none of the staff's. */
  private static long number(String staff) {
    try {
      return Long.parseLong(staff);
    } catch (NumberFormatException e) {
      return id.jejak.facility.access.Actor.NOBODY;
    }
  }

  /** What has no gate of its own, behind that of access; in the demo world everybody may try it. */
  static List<Mount> mounts(List<Part> parts, boolean demo) {
    var access = parts.stream().filter(Access.class::isInstance).map(Access.class::cast).findFirst();
    return parts.stream().flatMap(part -> part.mounts().stream().map(mount ->
        demo || access.isEmpty() ? mount : guarded(part, mount, access.get()))).toList();
  }

  private static Mount guarded(Part part, Mount mount, Access access) {
    var permission = part instanceof Deliveries ? Optional.of(Permission.DELIVERY_WORK) : Optional.<Permission>empty();
    return permission.map(needed -> new Mount(mount.name(), mount.bases(), mount.routes().stream()
        .map(route -> route.around((request, next) -> access.guard(needed, route.operation(),
            (_, passed) -> next.handle(passed)).handle(request))).toList(), mount.faults())).orElse(mount);
  }

  /** The queue of a hospital, told by its pharmacy. A visit that it does not know is somebody else's. */
  private record Line(Queue queue) implements QueueDesk {
    @Override
    public void prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound) {
      queue.prescriptionSigned(tx, visit, at, compound);
    }

    @Override
    public void firstScan(Handle tx, String facility, String visit, Instant at) {
      queue.firstScan(tx, visit, at);
    }

    @Override
    public void handedOver(Handle tx, String facility, String visit, Instant at) {
      queue.handedOver(tx, visit, at);
    }
  }
}
