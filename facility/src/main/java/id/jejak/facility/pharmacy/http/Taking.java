package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Counter;
import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.domain.Verdict;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PackStore.Held;
import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;

/** Packs of one request, locked, with what was already taken of each within it. For one thread. */
final class Taking {
  /**
   * A pack as asked for.
   *
   * @param units empty for as many as fit
   */
  record Asked(String where, Scans.Scan scan, Optional<BigDecimal> units) {
    static List<Asked> of(Params params, int least, int most, LocalDate today) {
      var all = new ArrayList<Asked>();
      for (var one : params.objects("packs", least, most)) {
        all.add(new Asked(one.where("barcode"), Scans.read(one.text("barcode"), today), one.quantityOrNone("units")));
      }
      return all;
    }
  }

  /** Units taken out of a pack. */
  record Taken(Held held, Product product, BigDecimal units) {}

  private final Actor actor;
  private final LocalDate today;
  private final long prescription;
  private final Suspicions suspicions;
  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, BigDecimal> taken = new HashMap<>();
  private final java.time.Instant now;

  Taking(Actor actor, LocalDate today, java.time.Instant now, long prescription, Suspicions suspicions) {
    this.actor = actor;
    this.today = today;
    this.now = now;
    this.prescription = prescription;
    this.suspicions = suspicions;
  }

  /** Locks them all, in the order of their keys. */
  void lock(Handle tx, PackStore packs, Collection<Asked> asked) {
    locked(locking(tx, packs, asked).list(PackStore::held));
  }

  /** The same for whoever locks more in the same round trip: its rows are to be {@link #locked}. */
  Sql.Call locking(Handle tx, PackStore packs, Collection<Asked> asked) {
    return packs.locking(tx, actor.facility(), today,
        asked.stream().flatMap(one -> one.scan().keys().stream()).distinct().sorted().toList());
  }

  void locked(Collection<Held> packs) {
    packs.forEach(one -> held.put(one.pack().key(), one));
  }

  /**
   * Takes units out of a pack, or stops.
   *
   * @param most units that are wanted when the request does not say how many
   * @param fits whether the product may be taken for this
   */
  Taken take(Handle tx, Asked asked, BigDecimal most, BiPredicate<Held, Product> fits) {
    var found = asked.scan().keys().stream().map(held::get).filter(java.util.Objects::nonNull).findFirst();
    var left = found.map(one -> one.pack().units().subtract(taken.getOrDefault(one.pack().key(), BigDecimal.ZERO)))
        .orElse(BigDecimal.ZERO);
    var units = asked.units().orElse(left.min(most));
    var product = found.flatMap(Held::product);
    boolean good = found.isEmpty() || product.isEmpty() || fits.test(found.get(), product.get());
    var pack = found.map(one -> withUnits(one.pack(), left));
    var verdict = Counter.judge(pack, new Counter.Want(actor.facility(), asked.scan().batch(), asked.scan().expiry(), good,
        units), today);
    return switch (verdict) {
      case Verdict.Stopped(var reason) -> throw Refusing.stop(reason, asked.where(), asked.scan().text(),
          suspicions.judge(tx, actor, today, now, prescription, reason, asked.scan(), pack));
      case Verdict.Good(var known) -> {
        if (product.isEmpty()) {
          throw Stop.at(Problem.PRODUCT_UNKNOWN, asked.where(), known.lot().nie(), "nie", known.lot().nie());
        }
        taken.merge(known.key(), units, BigDecimal::add);
        yield new Taken(found.orElseThrow(), product.get(), units);
      }
    };
  }

  /** What a pack holds, when it is known. */
  Optional<Product> product(Asked asked) {
    return asked.scan().keys().stream().map(held::get).filter(java.util.Objects::nonNull).findFirst()
        .flatMap(Held::product);
  }

  private static Pack withUnits(Pack pack, BigDecimal units) {
    return new Pack(pack.key(), pack.barcode(), pack.lot(), pack.facility(), pack.place(), pack.state(), units,
        pack.whole(), pack.recalled());
  }
}
