package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Status;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Remembers what a producer does with units that are known: puts them into holders, gives them a status. The counts
 * of every holder above follow. Stateless, thread-safe.
 */
public final class ProductionStore {
  private final EventStore events;

  /** A store that writes history through another. */
  public ProductionStore(EventStore events) {
    this.events = events;
  }

  /**
   * Puts roots into a holder. Custody is the holder's from now on; of the unit's own only its history stays.
   *
   * @param units roots, locked before the holder
   * @param holder locked with its ancestors
   * @param event what happened, without packs
   */
  public void aggregate(Handle tx, Pack holder, List<Pack> units, Event event) {
    var ids = units.stream().map(Pack::id).toList();
    long id = events.append(tx, event.about(ids).within(holder.id()));
    tx.createUpdate("""
            update ttac.pack
               set parent = :holder, joined = :event, path = null, received = false, trail = trail || :event
             where id = any(:ids)
            """)
        .bind("holder", holder.id())
        .bind("event", id)
        .bind("ids", SqlArray.longs(ids))
        .execute();
    var above = new ArrayList<Long>();
    above.add(holder.id());
    above.addAll(holder.ancestors());
    Cutting.addContents(tx, units.stream().map(unit -> new Pack(unit.id(), unit.level(), unit.status(), unit.lots(),
        above, holder.custody(), unit.hasChildren(), unit.holdsUnfit())).toList());
  }

  /**
   * Gives units a status. The status of a holder is its own: what is inside keeps its own.
   *
   * @param units locked with their ancestors
   * @param event what happened, without packs
   */
  public void judge(Handle tx, List<Pack> units, Status to, Event event) {
    var ids = units.stream().map(Pack::id).toList();
    long id = events.append(tx, event.about(ids));
    var counted = units.stream().filter(unit -> unit.level() == Level.PRIMER && !unit.isRoot()).toList();
    Cutting.removeContents(tx, counted); // counts by the status that the rows still have
    tx.createUpdate("update ttac.pack set status = :status, trail = trail || :event where id = any(:ids)")
        .bind("status", to.number())
        .bind("event", id)
        .bind("ids", SqlArray.longs(ids))
        .execute();
    Cutting.addContents(tx, counted);
  }
}
