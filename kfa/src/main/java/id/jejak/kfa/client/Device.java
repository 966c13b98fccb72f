package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A device of version 3: a variant (33...).
 *
 * @param categories codes of its category from the widest to the narrowest: 2, 4, 7 and 10 digits
 * @param risk class of risk, A to D; empty when not told
 * @param raw the row as it came, whatever else it says
 */
public record Device(
    Optional<String> code,
    String name,
    boolean active,
    String state,
    String type,
    Optional<Instant> updatedAt,
    Optional<Named> template,
    Optional<String> brand,
    Optional<String> manufacturer,
    Optional<String> registrar,
    Optional<String> nie,
    Optional<String> lkpp,
    Optional<String> unit,
    Optional<BigDecimal> fixPrice,
    String risk,
    List<String> categories,
    List<Identifier> identifiers,
    Optional<Replacement> replacement,
    JsonNode raw) {
  private static final String CODE = "kfa_code";

  /** Reads a row, whatever it lacks. */
  public static Device of(JsonNode row) {
    return new Device(Fields.text(row, CODE), Fields.first(row, "display_name", "name").orElse(""),
        Fields.flag(row, "active").orElse(true), Fields.first(row, "product_state", "state").orElse(""),
        Fields.textOrEmpty(row.path("farmalkes_type"), "code"), Fields.moment(row, "updated_at"),
        Fields.named(row.path("product_template"), CODE), Fields.text(row, "nama_dagang"),
        Fields.text(row, "manufacturer"), Fields.text(row, "registrar"), Fields.text(row, "nie"),
        Fields.text(row, "kode_lkpp"), Fields.text(row, "uom_name"), Fields.number(row, "fix_price"),
        Fields.textOrEmpty(row, "med_dev_kelas_risiko"), categories(row),
        Fields.each(row.path("identifier_ids"), Identifier::of), Replacement.of(row.path("replacement")), row);
  }

  static List<String> categories(JsonNode row) {
    return List.of("kategori", "sub_kategori", "jenis", "sub_jenis").stream()
        .map(level -> Fields.text(row.path(level), "code")).flatMap(Optional::stream).toList();
  }
}
