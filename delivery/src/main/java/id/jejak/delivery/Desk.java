package id.jejak.delivery;

import id.jejak.delivery.domain.Life;
import id.jejak.delivery.engine.Engine;
import id.jejak.delivery.engine.Lane;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.ParcelStore.Open;
import id.jejak.delivery.store.ParcelStore.Which;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * Where people see what was not delivered, and deal with it: correct it, drive it again, let the later ones go before
 * it, give it up. Nothing is ever deleted, and what a person did is in the parcel's history under that person's name.
 * Thread-safe.
 */
public final class Desk {
  /** Parcels on a page at the most. */
  public static final int PAGE = 200;
  private static final int TOGETHER = 200;
  /** Nobody's name. */
  private static final String PROGRAM = "program";

  /** What came of what a person wanted. */
  public enum Outcome {
    /** It was done. */
    CHANGED,
    /** There is no such parcel. */
    NOT_THERE,
    /** There is, and its stage does not allow it; a node may be carrying it this moment. */
    NOT_NOW
  }

  /** Everything that is known of one parcel; exactly one of the two is there. */
  public record Whole(Optional<Open> open, Optional<ParcelStore.Settled> settled, List<ParcelStore.Event> history) {}

  /** Where the overview is counted, which only looks and may be some seconds behind. */
  @FunctionalInterface
  public interface Overview {
    /** Runs a read, perhaps more than once; it writes nothing. */
    List<ParcelStore.Count> look(Function<Handle, List<ParcelStore.Count>> work);

    /** On the one database that there is. */
    static Overview at(Db db) {
      return work -> db.transaction(tx -> {
        tx.execute("set local enable_seqscan = on"); // the whole table is what is asked for
        return work.apply(tx);
      });
    }
  }

  private final Db db;
  private final Overview overview;
  private final ParcelStore parcels;
  private final Engine engine;
  private final InstantSource clock;

  /** A desk in front of a running engine, with a place for its overview. */
  public Desk(Db db, Overview overview, ParcelStore parcels, Engine engine, InstantSource clock) {
    this.db = db;
    this.overview = overview;
    this.parcels = parcels;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Open parcels, in the order of posting.
   *
   * @param after number of the last one of the page before; 0 to begin
   * @param most from 1 to {@link #PAGE}
   */
  public List<Open> list(Which which, long after, int most) {
    return db.read(tx -> parcels.list(tx, which, after, Math.clamp(most, 1, PAGE)));
  }

  /** One parcel with its history. */
  public Optional<Whole> find(long id) {
    return db.snapshot(tx -> {
      var open = parcels.open(tx, id);
      var settled = parcels.settled(tx, id);
      return open.isEmpty() && settled.isEmpty() ? Optional.<Whole>empty()
          : Optional.of(new Whole(open, settled, parcels.events(tx, id)));
    });
  }

  /** How many are open by remote and stage, perhaps some seconds ago; of these facilities, or of all when none is named. */
  public List<ParcelStore.Count> counts(List<String> facilities) {
    return overview.look(handle -> parcels.counts(handle, facilities));
  }

  /** How the lanes of this node stand. */
  public List<Lane.View> lanes() {
    return engine.views();
  }

  /** Tries it now: a parked one again, one that waits for its next attempt at once. */
  public Outcome redrive(long id, String who) {
    return act(id, "REDRIVEN", who, "", Optional.empty(), life -> life.redriven(clock.instant()));
  }

  /**
   * Drives parked parcels again, all that are meant and parked at the time.
   *
   * @return how many
   */
  public int redrive(Which which, String who) {
    int driven = 0;
    long after = 0;
    while (true) {
      long from = after;
      var ids = db.read(tx -> parcels.parked(tx, which, from, TOGETHER));
      if (ids.isEmpty()) {
        engine.wake();
        return driven;
      }
      driven += db.transaction(tx -> (int) ids.stream().filter(id -> parcels.lock(tx, id)
          .filter(open -> open.life().parking().isPresent())
          .flatMap(open -> open.life().redriven(clock.instant()).map(life -> {
            parcels.change(tx, open, life, open.parcel(), open.aside());
            parcels.note(tx, id, "REDRIVEN", who, "", clock.instant());
            return open;
          })).isPresent()).count());
      after = ids.getLast();
    }
  }

  /**
   * Drives parked parcels of a key again that were parked with a code, once the caller's transaction commits. Those that a person
   * set aside are that person's.
   */
  void again(Handle tx, String remote, String key, String code) {
    parcels.parked(tx, remote, key, code).stream().flatMap(id -> parcels.lock(tx, id).stream())
        .filter(open -> open.life().parking().filter(parking -> parking.code().equals(code)).isPresent())
        .forEach(open -> open.life().redriven(clock.instant()).ifPresent(life -> {
          parcels.change(tx, open, life, open.parcel(), open.aside());
          parcels.note(tx, open.id(), "REDRIVEN", PROGRAM, "what it waited for has come", clock.instant());
          tx.afterCommit(() -> engine.wake(remote));
        }));
  }

  /** Puts another body in place of a parked parcel's, and drives it again. */
  public Outcome correct(long id, JsonNode body, String who, String why) {
    return act(id, "CORRECTED", who, why, Optional.of(body), life -> life.corrected(clock.instant()));
  }

  /** Lets the later ones of its key go before a parked parcel, which stays where it is. */
  public Outcome stepAside(long id, String who, String why) {
    return db.transaction(tx -> parcels.lock(tx, id).map(open -> {
      if (!open.life().mayStepAside() || open.aside()) {
        return Outcome.NOT_NOW;
      }
      parcels.change(tx, open, open.life(), open.parcel(), true);
      parcels.note(tx, id, "STEPPED_ASIDE", who, why, clock.instant());
      tx.afterCommit(() -> engine.wake(open.parcel().remote()));
      return Outcome.CHANGED;
    }).orElseGet(() -> missing(tx, id)));
  }

  /** Gives it up: it will not be sent, and no longer holds up its key. */
  public Outcome giveUp(long id, String who, String why) {
    return db.transaction(tx -> parcels.lock(tx, id).map(open -> {
      if (open.life().givenUp(clock.instant()).isEmpty()) {
        return Outcome.NOT_NOW;
      }
      parcels.giveUp(tx, open, who, why, clock.instant());
      parcels.note(tx, id, "GIVEN_UP", who, why, clock.instant());
      tx.afterCommit(() -> engine.wake(open.parcel().remote()));
      return Outcome.CHANGED;
    }).orElseGet(() -> missing(tx, id)));
  }

  private Outcome act(long id, String what, String who, String why, Optional<JsonNode> body,
      Function<Life, Optional<Life>> change) {
    return db.transaction(tx -> parcels.lock(tx, id).map(open -> {
      var after = change.apply(open.life());
      if (after.isEmpty()) {
        return Outcome.NOT_NOW;
      }
      var was = open.parcel();
      parcels.change(tx, open, after.get(),
          new Parcel(was.remote(), was.facility(), was.key(), was.kind(), body.orElse(was.body())), open.aside());
      parcels.note(tx, id, what, who, why, clock.instant());
      tx.afterCommit(() -> engine.wake(was.remote()));
      return Outcome.CHANGED;
    }).orElseGet(() -> missing(tx, id)));
  }

  private Outcome missing(Handle tx, long id) {
    return parcels.settled(tx, id).isPresent() ? Outcome.NOT_NOW : Outcome.NOT_THERE;
  }
}
