package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.SeenTwice;
import id.jejak.facility.pharmacy.domain.SeenTwice.Before;
import id.jejak.facility.pharmacy.domain.SeenTwice.Oddity;
import id.jejak.facility.pharmacy.domain.SeenTwice.Opinion;
import id.jejak.facility.pharmacy.domain.SeenTwice.Seen;
import id.jejak.facility.pharmacy.domain.Verdict.Reason;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.kernel.json.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Gathers what is known about a serial that should not be there, for a verdict with reasons. Thread-safe. */
final class Suspicions {
  private static final Set<Reason> STRANGE = Set.of(Reason.UNKNOWN, Reason.USED, Reason.NOT_OURS);
  /** Packs that a spoilt text is compared with; each comparison takes about a millisecond. */
  private static final int COMPARED = 8;

  private final StockStore stock;

  Suspicions(StockStore stock) {
    this.stock = stock;
  }

  /** An opinion, where the reason asks for one. */
  Optional<Opinion> judge(Handle h, Actor actor, LocalDate today, Instant now, long prescription, Reason reason, Scans.Scan scan,
      Optional<Pack> pack) {
    if (!STRANGE.contains(reason)) {
      return Optional.empty();
    }
    var before = pack.filter(one -> one.state() == PackState.USED).flatMap(one -> stock.last(h, one.key()))
        .map(last -> new Before(last.facility(), last.staff(), last.at(), last.prescription(), last.takenBack()));
    var holder = pack.map(Pack::facility).filter(one -> !one.equals(actor.facility()));
    Set<Oddity> oddities = Set.of();
    Optional<String> resembles = Optional.empty();
    if (pack.isEmpty()) {
      var candidates = new ArrayList<>(stock.barcodes(h, actor.facility(), Scans.before(scan.text(), today)));
      candidates.addAll(stock.similar(h, actor.facility(), scan.batch(), COMPARED));
      for (var barcode : candidates) {
        var found = Scans.oddities(scan.text(), barcode);
        if (!found.isEmpty()) {
          oddities = found;
          resembles = Optional.of(barcode);
          break;
        }
      }
    }
    return Optional.of(SeenTwice.judge(new Seen(actor.facility(), actor.staff(), now, prescription, before, holder,
        oddities, resembles)));
  }

  static Map<String, Object> shown(Opinion opinion) {
    return Tree.of("meaning", opinion.meaning().name(), "alarming", opinion.alarming(), "why", opinion.why().en(),
        "why_id", opinion.why().id(), "advice", opinion.advice().en(), "advice_id", opinion.advice().id());
  }
}
