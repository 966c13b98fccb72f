package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Compounding.Ingredient;
import id.jejak.facility.pharmacy.domain.Compounding;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.Said;
import id.jejak.facility.pharmacy.store.DispenseStore.Compound;
import id.jejak.facility.pharmacy.store.DispenseStore.Portion;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Locked;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes compounds, and remembers what went into them. Thread-safe. */
final class Making {
  private final Desk desk;
  private final PackStore packs;
  private final DispenseStore dispenses;
  private final PrescriptionStore prescriptions;
  private final Suspicions suspicions;

  Making(Desk desk, PackStore packs, DispenseStore dispenses, PrescriptionStore prescriptions, Suspicions suspicions) {
    this.desk = desk;
    this.packs = packs;
    this.dispenses = dispenses;
    this.prescriptions = prescriptions;
    this.suspicions = suspicions;
  }

  Response make(Actor actor, Params params, Trail trail) {
    var today = desk.days().today(actor.facility());
    long lineId = params.reference("line");
    var made = params.quantity("made");
    var asked = Taking.Asked.of(params, 1, Limits.PACKS, today);
    var accepted = Giving.accepted(params);
    return Gate.done(desk.db().ending(tx -> {
      var now = desk.clock().instant();
      long prescription = prescriptions.ofLine(tx, actor.facility(), lineId)
          .orElseThrow(() -> Params.missing("line", Shown.id(lineId)));
      var taking = new Taking(actor, today, now, prescription, suspicions);
      taking.lock(tx, packs, asked);
      var locked = prescriptions.lock(tx, actor.facility(), prescription, List.of(lineId),
          now.minus(Duration.ofDays(Limits.RECENT_DAYS))).getFirst();
      var touch = trail.touching(tx, locked.prescription().patient());
      if (!locked.line().kind().compound()) {
        throw params.malformed("line", "a line of kind SD or EP");
      }
      var taken = take(tx, taking, asked, locked.line(), made);
      var findings = findings(locked, taken, made);
      Giving.stopOpen(findings, accepted);
      long id = desk.ids().next();
      var compound = new Compound(id, actor.facility(), lineId, now, actor.staff(), locked.line().unit(), made, made,
          earliest(taken, today.plusDays(Limits.COMPOUND_DAYS)), false);
      var portions = taken.stream().map(one -> new Portion(desk.ids().next(), one.held().pack().lot().id(),
          one.held().pack().key(), one.units(), null, id, null)).toList();
      return new Db.Ending<>(Gate.last(touch, List.of(), dispenses.make(tx, compound, portions)), Tree.of("id", Shown.id(id), "line",
          Shown.id(lineId), "made", Shown.number(made), "unit", compound.unit(), "best_by", compound.bestBy().toString(),
          "findings", Shown.findings(findings)));
    }));
  }

  private static List<Taking.Taken> take(Handle tx, Taking taking, List<Taking.Asked> asked, Line line, BigDecimal made) {
    var ingredients = Looks.ingredients(line);
    var open = new LinkedHashMap<Ingredient, BigDecimal>();
    var taken = new ArrayList<Taking.Taken>();
    for (var one : asked) {
      // What is not said is what is still needed of the ingredient, rounded up to what can be cut: a half.
      var got = taking.take(tx, one, halves(needed(line, ingredients, made, open, one, taking)),
          (_, product) -> Compounding.meant(ingredients, product).isPresent());
      Compounding.meant(ingredients, got.product()).ifPresent(meant -> open.merge(meant, got.units(), BigDecimal::add));
      taken.add(got);
    }
    return taken;
  }

  private static BigDecimal needed(Line line, List<Ingredient> ingredients, BigDecimal made,
      Map<Ingredient, BigDecimal> open, Taking.Asked asked, Taking taking) {
    return taking.product(asked).flatMap(product -> Compounding.meant(ingredients, product)
        .flatMap(meant -> Compounding.needed(line.kind(), meant, product, made)
            .map(all -> all.subtract(open.getOrDefault(meant, BigDecimal.ZERO)))))
        .filter(rest -> rest.signum() > 0).orElse(BigDecimal.ONE);
  }

  /** Rounded up to what can be cut. */
  static BigDecimal halves(BigDecimal units) {
    return units.multiply(BigDecimal.TWO).setScale(0, RoundingMode.CEILING).divide(BigDecimal.TWO);
  }

  private List<Finding> findings(Locked locked, List<Taking.Taken> taken, BigDecimal made) {
    var found = new LinkedHashSet<Finding>();
    var known = new Checks.Known(locked.allergies(), locked.recent());
    var ingredients = Looks.ingredients(locked.line());
    var sums = new LinkedHashMap<Ingredient, BigDecimal>();
    for (var one : taken) {
      found.addAll(Looks.findings(one.held(), one.product(), Looks.insured(locked.prescription()), known));
      Compounding.meant(ingredients, one.product()).ifPresent(meant -> sums.merge(meant, one.units(), BigDecimal::add));
    }
    for (var ingredient : ingredients) {
      var sum = sums.getOrDefault(ingredient, BigDecimal.ZERO);
      var product = taken.stream().map(Taking.Taken::product)
          .filter(one -> Compounding.meant(List.of(ingredient), one).isPresent()).findFirst();
      if (product.isEmpty()) {
        found.add(new Finding(Finding.Kind.AMOUNT, Finding.Weight.ACCEPT, ingredient.name(), new Said(
            "Nothing of " + ingredient.name() + " was taken.", ingredient.name() + " belum diambil sama sekali.")));
      } else {
        Compounding.needed(locked.line().kind(), ingredient, product.get(), made)
            .flatMap(needed -> Compounding.amount(ingredient, needed, sum)).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static java.time.LocalDate earliest(List<Taking.Taken> taken, java.time.LocalDate usual) {
    return taken.stream().map(one -> one.held().pack().lot().expiry()).reduce(usual, (one, other) ->
        one.isBefore(other) ? one : other);
  }
}
