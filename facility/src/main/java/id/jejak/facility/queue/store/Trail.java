package id.jejak.facility.queue.store;

import id.jejak.facility.access.Access;
import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Patients;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Rider;
import id.jejak.facility.access.Why;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Operation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Who touched whose data in the queue, for the audit. Each call is one statement in the caller's transaction, however
 * many patients it is about. Nothing is noted while no facility has the hospital's code: then there is no audit to note
 * it in. Thread-safe.
 */
public final class Trail {
  private final Patients patients;
  private final Facilities facilities;
  private final Rider rider;
  private final String code;

  /**
   * A trail in the audit of access.
   *
   * @param code of the hospital, by which access knows it
   */
  public Trail(Access access, String code) {
    this.patients = access.patients();
    this.facilities = access.facilities();
    this.rider = access.rider();
    this.code = code;
  }

  /**
   * Why staff of the hospital do something; in the demo world perhaps nobody who is logged in, which a program then is.
   */
  public Optional<Why> staff(Optional<Actor> actor, Operation operation, Purpose purpose) {
    return actor.or(() -> facility().map(Actor::program)).map(one -> new Why(one, operation.id(), purpose));
  }

  /** Why BPJS does something. */
  public Optional<Why> bpjs(Operation operation, Purpose purpose) {
    return facility().map(one -> new Why(Actor.bpjs(one), operation.id(), purpose));
  }

  /**
   * Why a program of the hospital does something.
   *
   * @param operation a word for it, such as {@code queue.absent.find}
   */
  public Optional<Why> program(String operation, Purpose purpose) {
    return facility().map(one -> new Why(Actor.program(one), operation, purpose));
  }

  private Optional<String> facility() {
    return facilities.all().stream().filter(one -> one.ppk().equals(Optional.of(code))).map(Facility::id).findFirst();
  }

  /** Notes that data of somebody were seen or written. */
  public void touched(Handle tx, Optional<Why> why, Deed deed, Holder holder) {
    touched(tx, why, deed, List.of(holder));
  }

  /** Notes that data of these were seen or written. */
  public void touched(Handle tx, Optional<Why> why, Deed deed, Collection<Holder> holders) {
    why.ifPresent(one -> patients.touchedEach(tx, one, deed,
        holders.stream().map(Trail::identifiers).filter(known -> !known.isEmpty()).toList()));
  }

  /** The same for whoever writes more in the same round trip; none when nothing is to be noted. */
  public List<Sql.Call> touching(Handle tx, Optional<Why> why, Deed deed, Holder holder) {
    var known = identifiers(holder);
    return known.isEmpty() ? List.of()
        : why.flatMap(one -> patients.touchingEach(tx, one, deed, List.of(known))).stream().toList();
  }

  /**
   * The same as a part of somebody's statement.
   *
   * @param any whether it is {@link Rider#NOTED_BY_ANY}
   */
  Sql.Call ride(Sql.Call call, boolean any, Optional<Why> why, Deed deed, Holder holder) {
    return rider.on(call, any, why, deed, holder.nik(), holder.card());
  }

  private static Set<Identifier> identifiers(Holder holder) {
    var known = new LinkedHashSet<Identifier>();
    if (holder.nik().matches("\\d{16}")) {
      known.add(new Identifier.Nik(holder.nik()));
    }
    if (holder.card().matches("\\d{11,13}")) {
      known.add(new Identifier.Card(holder.card()));
    }
    return known;
  }
}
