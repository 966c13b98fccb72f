package id.jejak.ttac.store;

import id.jejak.kernel.db.Sql;
import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Movement;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Remembers movements. A unit that is inside another is cut out first; a holder emptied by a partial receipt
 * goes along with its last unit, so that no empty shell stays on its way for ever.
 *
 * <p>Rows written for n units at rest: n updates that touch no index, one event, one shipment, whatever is inside
 * them. Stateless, thread-safe.
 */
public final class MovementStore {
  private final EventStore events;
  private final Cutting cutting;

  /** A store that writes history through another. */
  public MovementStore(EventStore events) {
    this.events = events;
    this.cutting = new Cutting(events);
  }

  /**
   * Applies a movement that was not refused, up to its last statement.
   *
   * @param units locked, none inside another
   * @param event what happened, without packs
   * @return the last statement, not run yet; empty when all is done
   */
  public Optional<Sql.Call> apply(Handle tx, Movement movement, List<Pack> units, Event event) {
    var moving = free(tx, units, event);
    var about = event.about(ids(moving));
    leave(tx, moving);
    var carried = Shipments.carried(moving);
    var transit = movement.after(moving.getFirst().custody(), 0).transit();
    if (transit != null) {
      return Optional.of(Stroke.send(tx, about, transit, moving, single(tx, carried)));
    }
    var after = new LinkedHashMap<Custody, List<Long>>();
    for (var unit : moving) {
      after.computeIfAbsent(movement.after(unit.custody(), 0), _ -> new ArrayList<>()).add(unit.id());
    }
    if (after.size() == 1) {
      return Optional.of(Stroke.receive(tx, about, after.keySet().iterator().next(), single(tx, carried)));
    }
    long id = events.append(tx, about);
    Shipments.close(tx, carried);
    after.forEach((custody, group) -> place(tx, group, custody, id));
    return Optional.empty();
  }

  /** Locks the shipments that units leave, or that what they leave is in. */
  private static void leave(Handle tx, List<Pack> moving) {
    var touched = Shipments.touched(moving);
    if (touched.size() > 1) {
      Shipments.lock(tx, touched);
    }
    var robbed = Shipments.robbed(moving);
    if (!robbed.isEmpty()) {
      Shipments.markHollow(tx, robbed);
    }
  }

  /** The only shipment that units leave; when there are several, all of them are closed now. */
  private static Map.@Nullable Entry<Long, List<Pack>> single(Handle tx, Map<Long, List<Pack>> carried) {
    if (carried.size() > 1) {
      Shipments.close(tx, carried);
    }
    return carried.size() == 1 ? carried.entrySet().iterator().next() : null;
  }

  private static List<Long> ids(List<Pack> packs) {
    return packs.stream().map(Pack::id).toList();
  }

  /** Cuts the units that are inside others; gives back all that move, holders emptied on their way included. */
  private List<Pack> free(Handle tx, List<Pack> units, Event event) {
    var moving = new ArrayList<>(units);
    var inside = units.stream().filter(unit -> !unit.isRoot()).toList();
    var cut = Event.now(Event.Kind.DISAGGREGATE, event.at(), event.sarana(), event.request());
    while (!inside.isEmpty()) {
      var emptied = cutting.cut(tx, inside, cut);
      var shells = new ArrayList<Pack>();
      for (var id : emptied) {
        var shell = holder(inside, id);
        if (shell.custody().transit() != null) {
          shells.add(shell);
        }
      }
      moving.addAll(shells);
      inside = shells.stream().filter(shell -> !shell.isRoot()).toList();
    }
    return moving;
  }

  private static Pack holder(List<Pack> inside, long id) {
    for (var unit : inside) {
      if (unit.ancestors().getFirst() == id) {
        var above = unit.ancestors().subList(1, unit.ancestors().size());
        return new Pack(id, Level.of(unit.level().number() + 1), Status.ACTIVE, List.of(), above,
            unit.custody(), false, false);
      }
    }
    throw new IllegalStateException("holder " + id + " was emptied by nobody");
  }

  private static void place(Handle tx, List<Long> ids, Custody custody, long event) {
    CustodySql.bind(tx.createUpdate("""
            update ttac.pack
               set path = :path, received = :received,
                   transit_from = :from, transit_to = :to, transit_kind = :kind, shipment = :shipment,
                   trail = trail || :event
             where id = any(:ids)
            """), custody)
        .bind("ids", SqlArray.longs(ids))
        .bind("event", event)
        .execute();
  }
}
