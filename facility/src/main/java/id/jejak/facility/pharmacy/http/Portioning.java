package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Checks;
import id.jejak.facility.pharmacy.domain.Finding;
import id.jejak.facility.pharmacy.domain.Said;
import id.jejak.facility.pharmacy.domain.Substitution;
import id.jejak.facility.pharmacy.domain.Supply;
import id.jejak.facility.pharmacy.store.DispenseStore.Portion;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Locked;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.kernel.ids.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Turns items of a request into what is given of each line, in the order asked. For one thread. */
final class Portioning {
  /**
   * What is given of a line.
   *
   * @param left of the line afterwards, over all supplies
   */
  record Made(long id, Locked locked, BigDecimal quantity, BigDecimal price, BigDecimal left, Optional<Long> compound,
      List<String> substances, Optional<Substitution> substitution, List<Portion> portions, List<Finding> findings) {}

  private final Handle tx;
  private final Ids ids;
  private final Taking taking;
  private final Compounds compounds;
  private final PrescriptionStore prescriptions;
  private final Map<Long, Locked> lines = new HashMap<>();
  private final Map<Long, Supply> supplies = new HashMap<>();

  Portioning(Handle tx, Ids ids, Taking taking, Compounds compounds, List<Locked> locked, PrescriptionStore prescriptions) {
    this.tx = tx;
    this.ids = ids;
    this.taking = taking;
    this.compounds = compounds;
    this.prescriptions = prescriptions;
    locked.forEach(one -> {
      lines.put(one.line().id(), one);
      supplies.put(one.line().id(), one.line().supply());
    });
  }

  Made portion(Giving.Item item) {
    var locked = java.util.Objects.requireNonNull(lines.get(item.line()));
    var supply = java.util.Objects.requireNonNull(supplies.get(item.line()));
    var made = item.compound().isPresent() ? compound(item, locked, supply, item.compound().get())
        : packs(item, locked, supply);
    supplies.put(item.line(), supply.less(made.quantity()));
    return made;
  }

  private Made compound(Giving.Item item, Locked locked, Supply supply, long id) {
    var where = item.params().where("compound");
    var mixture = compounds.of(id, where);
    var other = mixture.compound().line();
    if (other != item.line() && prescriptions.line(tx, other).filter(line ->
        line.ingredients().equals(locked.line().ingredients()) && line.kind() == locked.line().kind()).isEmpty()) {
      throw Compounds.stop(id, where, "it was made for another line, of other ingredients");
    }
    var quantity = item.quantity().orElse(compounds.left(mixture).min(supply.leftNow()));
    allowed(item, locked, supply, quantity);
    var price = compounds.take(mixture, quantity, where);
    var known = new Checks.Known(locked.allergies(), locked.recent());
    return new Made(ids.next(), locked, quantity, price, supply.less(quantity).left(), item.compound(),
        mixture.substances(), item.substitution(), List.of(), substances(mixture.substances(), known));
  }

  private static List<Finding> substances(List<String> substances, Checks.Known known) {
    var found = new ArrayList<Finding>();
    for (var substance : substances) {
      var allergy = known.allergies().get(substance);
      if (allergy != null) {
        found.add(new Finding(Finding.Kind.ALLERGY, Finding.Weight.ACCEPT, substance, new Said("An allergy to "
            + allergy + " is noted, and the compound holds it.", "Alergi terhadap " + allergy
            + " tercatat, dan racikan ini mengandungnya.")));
      }
    }
    return found;
  }

  private Made packs(Giving.Item item, Locked locked, Supply supply) {
    if (locked.line().kind().compound()) {
      throw item.params().malformed("compound", "the compound that was made for this line");
    }
    long id = ids.next();
    var quantity = BigDecimal.ZERO;
    var price = BigDecimal.ZERO;
    var substances = new TreeSet<String>();
    var portions = new ArrayList<Portion>();
    var findings = new ArrayList<Finding>();
    var known = new Checks.Known(locked.allergies(), locked.recent());
    for (var asked : item.packs()) {
      var taken = taking.take(tx, asked, supply.leftNow().subtract(quantity), (_, product) ->
          item.substitution().isPresent() || Looks.fits(locked.line(), product));
      quantity = quantity.add(taken.units());
      price = price.add(Looks.price(taken.held()).multiply(taken.units()));
      substances.addAll(taken.product().substances());
      findings.addAll(Looks.findings(taken.held(), taken.product(), Looks.insured(locked.prescription()), known));
      if (taken.units().signum() > 0) {
        portions.add(new Portion(ids.next(), taken.held().pack().lot().id(), taken.held().pack().key(), taken.units(), id,
            null, locked.prescription().patient()));
      }
    }
    allowed(item, locked, supply, quantity);
    return new Made(id, locked, quantity, price, supply.less(quantity).left(), Optional.empty(),
        List.copyOf(substances), item.substitution(), portions, findings);
  }

  private static void allowed(Giving.Item item, Locked locked, Supply supply, BigDecimal quantity) {
    if (!supply.allows(quantity)) {
      throw Stop.at(Problem.TOO_MUCH, item.params().where("line"), Shown.id(item.line()), "wanted",
          Shown.number(quantity).toPlainString(), "left", Shown.number(supply.leftNow()).toPlainString(), "unit",
          locked.line().unit());
    }
  }
}
