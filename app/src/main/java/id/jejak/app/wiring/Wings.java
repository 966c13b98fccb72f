package id.jejak.app.wiring;

import id.jejak.delivery.Callers.Caller;
import id.jejak.delivery.Deliveries;
import id.jejak.delivery.Delivery;
import id.jejak.facility.access.Access;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Practitioner;
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
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Joins the wings of a facility: each says what it needs of the others, and finds it here. */
final class Wings {
  private Wings() {}

  /** Delivery, whose desk is for staff: each sees and mends what their own facility owes. */
  static Part delivery(Context context, List<Part> running) {
    var access = Access.among(running);
    return Deliveries.start(context, (operation, behind) -> access.admit(Permission.DELIVERY_WORK, operation,
        (actor, request) -> behind.handle(actor.map(one -> caller(access, one)), request)));
  }

  /** A facility is known to delivery by what the wing that posts calls it: our id, or a number that a system gave it. */
  private static Caller caller(Access access, id.jejak.facility.access.Actor actor) {
    var names = Stream.concat(Stream.of(actor.facility()), access.facilities().byId(actor.facility()).stream()
        .flatMap(one -> Stream.concat(one.ppk().stream(), one.organization().stream())));
    return new Caller(actor.signature(), names.collect(Collectors.toUnmodifiableSet()));
  }

  /** The queue of a hospital, whose figures may come from a standby. */
  static Part queue(Context context, List<Part> running) {
    return Queue.start(context, Access.among(running),
        running.stream().filter(Delivery.class::isInstance).map(Delivery.class::cast).findFirst(),
        Standby.of(context.settings(), context.db()));
  }

  /** The pharmacy, known to staff, patients and the queue that run already. */
  static Part pharmacy(Context context, List<Part> running) {
    var access = Access.among(running);
    var desk = running.stream().filter(Queue.class::isInstance).map(Queue.class::cast).findFirst()
        .<QueueDesk>map(Line::new).orElse(QueueDesk.NONE);
    return Pharmacy.start(context, new Doors(staff(access, context.demo()), patients(access), desk,
        access.facilities(), Delivery.among(running)));
  }

  /** Whoever is logged in; in the demo world also those whose tokens everybody knows. */
  private static Actors staff(Access access, boolean demo) {
    return new Staff(access, demo ? Optional.of(new DemoActors()) : Optional.empty());
  }

  private record Staff(Access access, Optional<DemoActors> everybodys) implements Actors {
    @Override
    public Optional<Actor> of(Request request) {
      return everybodys.flatMap(some -> some.of(request)).or(() -> access.actor(request).map(Wings::actor));
    }

    @Override
    public Map<String, Practitioner> practitioners(Handle h, Collection<String> staff) {
      var known = new HashMap<String, Practitioner>();
      everybodys.ifPresent(some -> known.putAll(some.practitioners(h, staff)));
      access.practitioners(h, staff.stream().map(Wings::number).toList())
          .forEach((account, one) -> known.put(Long.toString(account), one));
      return known;
    }
  }

  private static Actor actor(id.jejak.facility.access.Actor actor) {
    return new Actor(Long.toString(actor.staff()), actor.name(),
        actor.roles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet()), actor.facility(), actor.glass());
  }

  /** Patients by SATUSEHAT's number, each touch in the audit. */
  static Patients patients(Access access) {
    return new Known(access);
  }

  /** What cannot be a number of SATUSEHAT's is nobody's; that it was touched is noted all the same. */
  private record Known(Access access) implements Patients {
    @Override
    public Map<String, String> names(Handle tx, Look look, Collection<String> patients) {
      var why = why(look);
      noteNobody(tx, why, Deed.READ, patients);
      return access.patients().namesBy(tx, why, numbers(patients)).entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(one -> one.getKey().reveal(), Map.Entry::getValue));
    }

    @Override
    public List<Sql.Call> touching(Handle tx, Look look, Deed deed, Collection<String> patients) {
      var why = why(look);
      noteNobody(tx, why, deed, patients);
      return access.patients().touching(tx, why, deed, numbers(patients)).stream().toList();
    }

    private void noteNobody(Handle tx, Why why, Deed deed, Collection<String> patients) {
      if (!patients.stream().allMatch(Identifier.Ihs::fits)) {
        access.audit().note(tx, why, deed, Audit.NO_PATIENT);
      }
    }

    private static List<Identifier.Ihs> numbers(Collection<String> patients) {
      return patients.stream().filter(Identifier.Ihs::fits).map(Identifier.Ihs::new).toList();
    }

    private static Why why(Look look) {
      var actor = look.actor();
      return new Why(new id.jejak.facility.access.Actor(number(actor.staff()), actor.name(),
          actor.roles().stream().map(role -> id.jejak.facility.access.Role.valueOf(role.name()))
              .collect(Collectors.toSet()), actor.facility(), actor.glass()), look.operation(), look.purpose());
    }
  }

  /** Somebody of the demo world has a number that is none of the staff's. */
  private static long number(String staff) {
    try {
      return Long.parseLong(staff);
    } catch (NumberFormatException e) {
      return id.jejak.facility.access.Actor.NOBODY;
    }
  }

  /** The queue of a hospital, told by its pharmacy. A visit that it does not know is somebody else's. */
  private record Line(Queue queue) implements QueueDesk {
    @Override
    public List<Sql.Call> prescriptionSigned(Handle tx, String facility, String visit, Instant at, boolean compound) {
      return queue.prescriptionSigned(tx, visit, at, compound);
    }

    @Override
    public List<Sql.Call> served(Handle tx, String facility, String visit, Instant at, boolean scanned,
        boolean handedOver) {
      return queue.served(tx, visit, at, scanned, handedOver);
    }
  }
}
