package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.store.FormularyStore.Held;
import id.jejak.facility.pharmacy.store.FormularyStore;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import id.jejak.kfa.client.Ingredient;
import id.jejak.kfa.client.Page;
import id.jejak.kfa.client.Product;
import id.jejak.kfa.client.ProductQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Medicines while a doctor types: what lies on the shelves first, then what KFA knows. Thread-safe. */
final class Drugs {
  private static final int ROWS = 20;
  /** Shorter words find everything. */
  private static final int SHORTEST = 3;

  private final Desk desk;
  private final FormularyStore formulary;

  Drugs(Desk desk, FormularyStore formulary) {
    this.desk = desk;
    this.formulary = formulary;
  }

  Response search(Actor actor, Params params) {
    var words = Arrays.stream(params.text("q").toLowerCase(Locale.ROOT).strip().split("\\s+")).limit(8).toList();
    var found = new LinkedHashMap<String, Map<String, Object>>();
    var here = desk.db().read(h -> formulary.named(h, actor.facility(), words, ROWS));
    here.forEach(one -> found.put(one.kfa(), shown(one)));
    var kfa = String.join(" ", words).length() < SHORTEST ? Optional.<Page<Product>>empty() : asked(actor, words);
    kfa.ifPresent(page -> page.items().stream().filter(one -> one.active() && one.code().isPresent())
        .forEach(one -> found.putIfAbsent(one.code().get(), shown(one))));
    return Gate.done(Tree.of("rows", found.values().stream().limit(ROWS).toList(), "kfa", kfa.isPresent()));
  }

  /** Typing goes on while KFA is away: what is on the shelves is found all the same. */
  private Optional<Page<Product>> asked(Actor actor, List<String> words) {
    return desk.remotes().kfa(actor.facility()).flatMap(client -> client.products(
        ProductQuery.keyword(ProductQuery.Group.FARMASI, String.join(" ", words)), 1, ROWS)
        instanceof Answer.Done<Page<Product>>(var page, _) ? Optional.of(page) : Optional.empty());
  }

  private static Map<String, Object> shown(Held one) {
    return Tree.of("kfa", one.kfa(), "template", one.template().isEmpty() ? null : one.template(), "name", one.name(),
        "form", one.form(), "route", "", "unit", unit(one.unit()), "substances", one.substances().stream()
            .map(code -> Tree.of("code", code, "name", code)).toList(), "here", Shown.number(one.units()));
  }

  private static Map<String, Object> shown(Product one) {
    return Tree.of("kfa", one.code().orElse(""), "template", one.template().map(template -> template.code())
        .filter(code -> !code.isEmpty()).orElse(null), "name", one.name(), "form", one.form().map(form -> form.code())
        .orElse(""), "route", one.route().map(route -> route.code()).orElse(""), "unit", unit(one.unit().orElse("")),
        "substances", one.ingredients().stream().filter(part -> part.code().isPresent()).map(Drugs::substance).toList(),
        "here", 0);
  }

  private static Map<String, Object> substance(Ingredient one) {
    return Tree.of("code", one.code().orElse(""), "name", one.name());
  }

  /** HL7's word for what is counted, as SATUSEHAT wants it of a prescription. */
  private static String unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "kapsul", "capsule" -> "CAP";
      case "sirup", "sirop" -> "SYRUP";
      case "krim", "cream" -> "CREAM";
      case "tetes" -> "DROP";
      default -> "TAB";
    };
  }
}
