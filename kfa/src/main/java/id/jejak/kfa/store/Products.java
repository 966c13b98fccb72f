package id.jejak.kfa.store;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Identifier;
import id.jejak.kfa.domain.Product.Ingredient;
import id.jejak.kfa.domain.Product.Kind;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.Product.Pack;
import id.jejak.kfa.domain.Product.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes a {@link Product} of a document of version 2 or 3, leniently. Stateless. */
public final class Products {
  private static final int ATC_LEVELS = 5;

  private Products() {}

  /** The product that a document describes. */
  public static Product of(long id, JsonNode doc) {
    var name = Lenient.text(doc, "display_name").or(() -> Lenient.text(doc, "name")).orElse("");
    var template = doc.path("product_template");
    return new Product(id, Lenient.code(doc, "kfa_code"), name, Lenient.flag(doc, "active", true),
        Lenient.text(doc, "state").or(() -> Lenient.text(doc, "product_state")).filter("valid"::equals).isPresent(),
        Kind.valueOf(Documents.kind(doc).toUpperCase(Locale.ROOT)), Lenient.moment(doc, "updated_at"),
        new Named(Lenient.code(template, "kfa_code").orElse(""), Lenient.text(template, "name").orElse(name)),
        Lenient.text(doc, "nama_dagang"), Lenient.text(doc, "manufacturer"), Lenient.text(doc, "registrar"),
        Lenient.text(doc, "nie"), Lenient.text(doc, "kode_lkpp"), named(doc.path("dosage_form")),
        named(doc.path("rute_pemberian")),
        Lenient.text(doc.path("uom"), "name").or(() -> Lenient.text(doc, "uom_name")),
        ingredients(doc), packs(doc), identifiers(doc), tags(doc), atc(doc), replacement(doc.path("replacement")));
  }

  private static Optional<Named> named(JsonNode node) {
    var code = Lenient.text(node, "code");
    var name = Lenient.text(node, "name");
    return code.isEmpty() && name.isEmpty() ? Optional.empty()
        : Optional.of(new Named(code.orElse(""), name.orElse("")));
  }

  private static List<Ingredient> ingredients(JsonNode doc) {
    var found = new ArrayList<Ingredient>();
    doc.path("active_ingredients").forEach(one -> Lenient.text(one, "zat_aktif").ifPresent(name ->
        found.add(new Ingredient(Lenient.code(one, "kfa_code"), name,
            Lenient.text(one, "kekuatan_zat_aktif").orElse("")))));
    return found;
  }

  private static List<Pack> packs(JsonNode doc) {
    var found = new ArrayList<Pack>();
    doc.path("packaging_ids").forEach(one -> {
      if (one.isObject()) {
        found.add(new Pack(Lenient.code(one, "kfa_code"), Lenient.text(one, "name").orElse(""),
            Lenient.text(one, "uom_id").orElse(""), Lenient.text(one, "qty").orElse("")));
      }
    });
    return found;
  }

  private static List<Identifier> identifiers(JsonNode doc) {
    var found = new LinkedHashSet<Identifier>();
    doc.path("identifier_ids").forEach(one -> Lenient.text(one, "code").ifPresent(code ->
        found.add(new Identifier(Lenient.text(one, "source_name").orElse(""), code,
            Lenient.text(one, "name").orElse("")))));
    return List.copyOf(found);
  }

  /** Codes of the tags. */
  public static List<String> tags(JsonNode doc) {
    var found = new LinkedHashSet<String>();
    doc.path("tags").forEach(one -> (one.isObject() ? Lenient.text(one, "code") : Lenient.text(one))
        .ifPresent(found::add));
    return List.copyOf(found);
  }

  /** Codes of the ATC levels that are there, from the first to the fifth. */
  public static List<String> atc(JsonNode doc) {
    var found = new ArrayList<String>();
    for (int level = 1; level <= ATC_LEVELS; level++) {
      Lenient.code(doc.path("atc_l" + level), "code").ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Replacement> replacement(JsonNode node) {
    var product = replaced(node.path("product"));
    var template = replaced(node.path("template"));
    var reason = Lenient.text(node.path("product"), "reason")
        .or(() -> Lenient.text(node.path("template"), "reason")).orElse("");
    return product.isEmpty() && template.isEmpty() ? Optional.empty()
        : Optional.of(new Replacement(product, template, reason));
  }

  private static Optional<Named> replaced(JsonNode node) {
    return Lenient.code(node, "kfa_code").map(code -> new Named(code, Lenient.text(node, "name").orElse("")));
  }
}
