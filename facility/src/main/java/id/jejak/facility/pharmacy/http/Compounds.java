package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.DispenseStore.Compound;
import id.jejak.facility.pharmacy.store.DispenseStore.Part;
import id.jejak.facility.pharmacy.store.ProductStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Compounds of one request, locked. For one thread. */
final class Compounds {
  /** A compound with what is in it. */
  record Mixture(Compound compound, List<String> substances, BigDecimal price) {}

  private final DispenseStore store;
  private final ProductStore products;
  private final Actor actor;
  private final LocalDate today;
  private final Map<Long, Mixture> locked = new HashMap<>();
  private final Map<Long, BigDecimal> taken = new HashMap<>();

  Compounds(DispenseStore store, ProductStore products, Actor actor, LocalDate today) {
    this.store = store;
    this.products = products;
    this.actor = actor;
    this.today = today;
  }

  void lock(Handle tx, List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var found = store.lock(tx, actor.facility(), ids);
    var parts = store.parts(tx, found.stream().map(Compound::id).toList());
    var known = new HashMap<String, Product>();
    products.of(tx, parts.stream().map(Part::nie).distinct().sorted().toList()).forEach(one -> known.put(one.nie(), one));
    for (var compound : found) {
      var own = parts.stream().filter(part -> part.compound() == compound.id()).toList();
      var price = BigDecimal.ZERO;
      for (var part : own) {
        var product = known.get(part.nie());
        var unit = products.price(tx, actor.facility(), part.nie())
            .or(() -> product == null ? java.util.Optional.empty() : product.het()).orElse(BigDecimal.ZERO);
        price = price.add(unit.multiply(part.units()));
      }
      locked.put(compound.id(), new Mixture(compound, own.stream().map(part -> known.get(part.nie()))
          .filter(java.util.Objects::nonNull).flatMap(product -> product.substances().stream()).distinct().sorted().toList(),
          price));
    }
  }

  /** What may still be taken of one, or a stop. */
  Mixture of(long id, String where) {
    var mixture = locked.get(id);
    if (mixture == null) {
      throw stop(id, where, "this facility has none of that number");
    }
    if (mixture.compound().recalled()) {
      throw stop(id, where, "a pack in it is recalled");
    }
    if (today.isAfter(mixture.compound().bestBy())) {
      throw stop(id, where, "it was good until " + mixture.compound().bestBy());
    }
    return mixture;
  }

  static Stop stop(long id, String where, String reason) {
    return Stop.at(Problem.COMPOUND_STOPPED, where, Shown.id(id), "compound", Shown.id(id), "reason", reason);
  }

  BigDecimal left(Mixture mixture) {
    return mixture.compound().left().subtract(taken.getOrDefault(mixture.compound().id(), BigDecimal.ZERO));
  }

  /** Takes so much, and says what it costs. */
  BigDecimal take(Mixture mixture, BigDecimal quantity, String where) {
    if (quantity.compareTo(left(mixture)) > 0) {
      throw stop(mixture.compound().id(), where, "only " + Shown.number(left(mixture)).toPlainString() + " are left of it");
    }
    taken.merge(mixture.compound().id(), quantity, BigDecimal::add);
    return mixture.price().multiply(quantity).divide(mixture.compound().made(), 2, RoundingMode.HALF_UP);
  }
}
