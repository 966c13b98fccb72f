package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Counter;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.Said;
import id.jejak.facility.pharmacy.domain.Verdict.Reason;
import id.jejak.facility.pharmacy.domain.Verdict;
import id.jejak.facility.pharmacy.store.PackStore.Held;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Locked;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The look at a pack, before anything is given. Thread-safe. */
final class Verifying {
  private final Desk desk;
  private final PackStore packs;
  private final StockStore stock;
  private final PrescriptionStore prescriptions;
  private final Suspicions suspicions;

  Verifying(Desk desk, PackStore packs, StockStore stock, PrescriptionStore prescriptions, Suspicions suspicions) {
    this.desk = desk;
    this.packs = packs;
    this.stock = stock;
    this.prescriptions = prescriptions;
    this.suspicions = suspicions;
  }

  Response verify(Actor actor, Params params, Trail trail) {
    var today = desk.days().today(actor.facility());
    var scan = Scans.read(params.text("barcode"), today);
    var line = params.referenceOrNone("line");
    var prescription = line.isPresent() ? Optional.<Long>empty() : params.referenceOrNone("prescription");
    var printed = params.textOrNone("batch").or(scan::batch);
    // Most packs are good, and for those without a prescription nothing is written.
    return Gate.done(line.isPresent() || prescription.isPresent()
        ? desk.db().transaction(tx -> look(tx, actor, scan, printed, line, prescription, today, trail))
        : desk.db().read(h -> look(h, actor, scan, printed, line, prescription, today, trail)));
  }

  private Map<String, Object> look(Handle h, Actor actor, Scans.Scan scan, Optional<String> batch, Optional<Long> line,
      Optional<Long> prescription, LocalDate today, Trail trail) {
    var held = packs.look(h, actor.facility(), today, scan.keys()).stream().findFirst();
    var wanted = line.map(id -> line(h, actor, id)).or(() -> prescription.map(id -> fitting(h, actor, id, held)));
    wanted.ifPresentOrElse(one -> trail.touches(h, one.prescription().patient()), trail::touchesNobody);
    boolean fits = wanted.isEmpty() || held.isEmpty() || held.get().product().isEmpty()
        || Looks.fits(wanted.get().line(), held.get().product().get());
    var verdict = Counter.judge(held.map(Held::pack), new Counter.Want(actor.facility(), batch, scan.expiry(), fits,
        BigDecimal.ZERO), today);
    return switch (verdict) {
      case Verdict.Good(var pack) -> {
        var shown = good(h, held.orElseThrow(), pack, wanted);
        prescription.flatMap(_ -> wanted).ifPresent(one -> {
          shown.put("line", Shown.id(one.line().id()));
          shown.put("kind", one.line().kind().code());
          shown.put("wanted", Shown.number(Looks.wanted(one.line(), held.orElseThrow())));
        });
        yield shown;
      }
      case Verdict.Stopped(var reason) -> stopped(h, actor, scan, held.map(Held::pack), wanted, reason);
    };
  }

  private Locked line(Handle h, Actor actor, long id) {
    return prescriptions.ofLine(h, actor.facility(), id)
        .flatMap(prescription -> prescriptions.lock(h, actor.facility(), prescription, List.of(id),
            desk.clock().instant().minus(Duration.ofDays(Limits.RECENT_DAYS))).stream().findFirst())
        .orElseThrow(() -> Params.missing("line", Shown.id(id)));
  }

  /** The line that a pack is meant for: one that it fits and that something is left of, else one that it fits, else any. */
  private Locked fitting(Handle h, Actor actor, long prescription, Optional<Held> held) {
    prescriptions.find(h, actor.facility(), prescription)
        .orElseThrow(() -> Params.missing("prescription", Shown.id(prescription)));
    var ids = prescriptions.lines(h, prescription).stream().map(PrescriptionStore.Line::id).toList();
    var lines = prescriptions.lock(h, actor.facility(), prescription, ids,
        desk.clock().instant().minus(Duration.ofDays(Limits.RECENT_DAYS)));
    var product = held.flatMap(Held::product);
    return lines.stream().min(Comparator.comparingInt(one -> {
      boolean fits = product.filter(known -> Looks.fits(one.line(), known)).isPresent();
      return !fits ? 2 : one.line().supply().leftNow().signum() > 0 ? 0 : 1;
    })).orElseThrow();
  }

  private Map<String, Object> good(Handle h, Held held, Pack pack, Optional<Locked> wanted) {
    wanted.ifPresent(one -> firstScan(h, one.prescription()));
    var findings = held.product().map(product -> wanted.map(one -> Looks.findings(held, product,
        Looks.insured(one.prescription()), new Checks.Known(one.allergies(), one.recent())))
        .orElseGet(() -> Looks.findings(held, product, false, new Checks.Known(Map.of(), Map.of()))))
        .orElseGet(() -> List.of(new Finding(Finding.Kind.DICTIONARY, Finding.Weight.ACCEPT, pack.lot().nie(),
            new Said("Nothing is known of this product: map it before it is dispensed.",
                "Produk ini belum dikenal: petakan dahulu sebelum diserahkan."))));
    return Tree.of("good", true, "barcode", pack.barcode(), "nie", pack.lot().nie(), "name",
        held.product().map(one -> one.name()).orElse(null), "batch", pack.lot().batch(), "expiry",
        pack.lot().expiry().toString(), "place", pack.place(), "units", Shown.number(pack.units()), "price",
        Shown.number(Looks.price(held)), "findings", Shown.findings(findings));
  }

  private void firstScan(Handle tx, PrescriptionStore.Prescription prescription) {
    var visit = prescription.visit();
    if (visit != null && prescription.scannedAt() == null
        && prescriptions.scanned(tx, prescription.id(), desk.clock().instant())) {
      Sql.update(desk.doors().queue().served(tx, prescription.facility(), visit, desk.clock().instant(), true, false));
    }
  }

  private Map<String, Object> stopped(Handle h, Actor actor, Scans.Scan scan, Optional<Pack> pack,
      Optional<Locked> wanted, Reason reason) {
    var now = desk.clock().instant();
    var opinion = suspicions.judge(h, actor, desk.days().today(actor.facility()), now, wanted.map(one ->
        one.prescription().id()).orElse(0L), reason, scan, pack);
    stock.noteScan(h, desk.ids().next(), actor.facility(), now, actor.staff(), scan.key(),
        opinion.map(one -> one.meaning().name()).orElse(reason.name()));
    return Tree.of("good", false, "barcode", scan.text(), "reason", reason.name(), "why", Refusing.why(reason),
        "opinion", opinion.map(Suspicions::shown).orElse(null));
  }
}
