package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Product;
import id.jejak.facility.pharmacy.store.PackStore;
import id.jejak.facility.pharmacy.store.ProductStore;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import id.jejak.kfa.client.Ingredient;
import id.jejak.kfa.client.KfaClient;
import id.jejak.kfa.client.Price;
import id.jejak.kfa.client.PriceQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What registration numbers stand for, asked of KFA and kept. Thread-safe. */
final class Mapping {
  private static final Map<String, BigDecimal> MILLIGRAMS = Map.of("g", new BigDecimal("1000"), "mg", BigDecimal.ONE,
      "ug", new BigDecimal("0.001"));
  private static final int PRICES = 100;

  private final Desk desk;
  private final ProductStore products;
  private final PackStore packs;

  Mapping(Desk desk, ProductStore products, PackStore packs) {
    this.desk = desk;
    this.products = products;
    this.packs = packs;
  }

  Response map(Actor actor, Params params) {
    var nie = params.text("nie");
    var chosen = params.textOrNone("kfa");
    var units = params.quantityOrNone("pack_units");
    var price = params.quantityOrNone("price");
    var client = Away.client("KFA", desk.remotes().kfa(actor.facility()));
    var found = Away.value("KFA", chosen.map(client::product).orElseGet(() -> client.productByNie(nie)))
        .orElseThrow(() -> Stop.at(Problem.NOT_FOUND, chosen.isPresent() ? "kfa" : "nie", chosen.orElse(nie), "thing",
            "product in KFA"));
    var jkn = found.template().flatMap(template -> jkn(client, template.code(),
        desk.remotes().sites().of(actor.facility()).region()));
    return Gate.done(desk.db().transaction(tx -> {
      var before = products.of(tx, List.of(nie)).stream().findFirst();
      var holds = units.or(() -> before.map(Product::packUnits)).orElse(BigDecimal.ONE);
      var product = product(nie, found, holds, jkn);
      products.put(tx, product, desk.clock().instant(), chosen.isPresent() ? actor.staff() : "KFA");
      if (before.isEmpty() || before.get().packUnits().compareTo(holds) != 0) {
        packs.resize(tx, actor.facility(), nie, holds);
      }
      price.ifPresent(amount -> products.price(tx, actor.facility(), nie, amount));
      return shown(product, products.price(tx, actor.facility(), nie));
    }));
  }

  /** What the insurance pays in the facility's region now; in any region when its own is not told. */
  private static Optional<BigDecimal> jkn(KfaClient client, String template, String region) {
    var prices = Away.value("KFA", client.prices(PriceQuery.of(template), 1, PRICES)).items().stream()
        .filter(price -> price.active() && price.ended().isEmpty()).toList();
    return prices.stream().filter(price -> price.region().code().equals(region)).findFirst()
        .or(() -> prices.stream().findFirst()).flatMap(Price::amount);
  }

  private static Product product(String nie, id.jejak.kfa.client.Product found, BigDecimal units,
      Optional<BigDecimal> jkn) {
    Set<String> substances = found.ingredients().stream().map(Ingredient::code).flatMap(Optional::stream)
        .collect(Collectors.toSet());
    return new Product(nie, found.code(), found.template().map(one -> one.code()).filter(code -> !code.isEmpty()),
        found.name(), found.form().map(one -> one.code()).orElse(""), found.unit().orElse("unit"), substances,
        strength(found.ingredients()), units, found.hetPrice().filter(price -> price.signum() > 0), jkn, found.usable());
  }

  private static Optional<BigDecimal> strength(List<Ingredient> ingredients) {
    if (ingredients.size() != 1) {
      return Optional.empty();
    }
    return ingredients.getFirst().strength().flatMap(one -> one.denominator().isPresent() ? Optional.<BigDecimal>empty()
        : Optional.ofNullable(MILLIGRAMS.get(one.numerator().unit())).map(factor -> one.numerator().value().multiply(factor)));
  }

  static Map<String, Object> shown(Product product, Optional<BigDecimal> price) {
    return Tree.of("nie", product.nie(), "kfa", product.kfa().orElse(null), "template", product.template().orElse(null),
        "name", product.name(), "unit", product.unit(), "substances", product.substances().stream().sorted().toList(),
        "pack_units", Shown.number(product.packUnits()), "het", Shown.number(product.het()), "jkn",
        Shown.number(product.jkn()), "usable", product.usable(), "price", Shown.number(price));
  }
}
