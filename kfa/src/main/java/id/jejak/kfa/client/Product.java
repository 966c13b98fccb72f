package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A product of version 2: a medicine or a device, from a list or a detail. A list of a later year tells less than a
 * detail; what it does not tell is empty here.
 *
 * @param code eight digits; empty for a row that has none yet ({@code /} on the wire), which no other system accepts
 * @param group {@code farmasi} or {@code alkes}; empty when not told
 * @param type {@code medicine}, {@code vaccine}, {@code device}, {@code pkrt}; empty when not told
 * @param state such as {@code valid} or {@code draft}
 * @param generic true when sold under the name of its substance
 * @param term the short name of its substance; some rows have a number in its place
 * @param fixPrice in rupiah; 1 is a placeholder in many rows
 * @param hetPrice the highest retail price, in rupiah
 * @param atc codes from level 1 to 5; empty when it has none
 * @param raw the row as it came, whatever else it says
 */
public record Product(
    Optional<String> code,
    String name,
    boolean active,
    String state,
    String group,
    String type,
    Optional<Instant> updatedAt,
    Optional<Named> template,
    Optional<String> brand,
    Optional<String> manufacturer,
    Optional<String> registrar,
    Optional<Boolean> generic,
    Optional<String> term,
    Optional<String> nie,
    Optional<String> lkpp,
    Optional<Named> form,
    Optional<Named> route,
    Optional<String> unit,
    Optional<BigDecimal> fixPrice,
    Optional<BigDecimal> hetPrice,
    List<Ingredient> ingredients,
    List<Pack> packs,
    List<Identifier> identifiers,
    List<String> atc,
    List<String> tags,
    Optional<Replacement> replacement,
    JsonNode raw) {
  private static final int ATC_LEVELS = 5;
  private static final String CODE = "kfa_code";

  /** Reads a row, whatever it lacks. */
  public static Product of(JsonNode row) {
    var type = row.path("farmalkes_type");
    return new Product(Fields.text(row, CODE), Fields.textOrEmpty(row, "name"),
        Fields.flag(row, "active").orElse(true), Fields.textOrEmpty(row, "state"), Fields.textOrEmpty(type, "group"),
        Fields.textOrEmpty(type, "code"), Fields.moment(row, "updated_at"),
        Fields.named(row.path("product_template"), CODE), Fields.text(row, "nama_dagang"),
        Fields.text(row, "manufacturer"), Fields.text(row, "registrar"), Fields.flag(row, "generik"),
        Fields.text(row, "rxterm"), Fields.text(row, "nie"), Fields.text(row, "kode_lkpp"),
        Fields.named(row.path("dosage_form"), "code"), Fields.named(row.path("rute_pemberian"), "code"),
        Fields.text(row.path("uom"), "name"), Fields.number(row, "fix_price"), Fields.number(row, "het_price"),
        Fields.each(row.path("active_ingredients"), Ingredient::of), Fields.each(row.path("packaging_ids"), Pack::of),
        Fields.each(row.path("identifier_ids"), Identifier::of), atc(row), tags(row),
        Replacement.of(row.path("replacement")), row);
  }

  private static List<String> atc(JsonNode row) {
    return IntStream.rangeClosed(1, ATC_LEVELS)
        .mapToObj(level -> Fields.text(row.path("atc_l" + level), "code")).flatMap(Optional::stream).toList();
  }

  private static List<String> tags(JsonNode row) {
    var objects = Fields.each(row.path("tags"), tag -> Fields.text(tag, "code"));
    return objects.isEmpty() ? Fields.texts(row.path("tags")) : objects;
  }

  /** True when other systems accept it: active, valid, with a code. */
  public boolean usable() {
    return active && state.equals("valid") && code.isPresent();
  }
}
