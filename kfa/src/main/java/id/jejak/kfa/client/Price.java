package id.jejak.kfa.client;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the insurance pays for a template (92...) in a region, since when and until when.
 *
 * @param template code and name
 * @param document the decree
 * @param ended empty while it is valid
 * @param amount in rupiah for one {@code unit}
 * @param provinces codes and names
 * @param raw the row as it came, whatever else it says
 */
public record Price(Named template, String document, boolean active, Named region, Optional<LocalDate> started,
    Optional<LocalDate> ended, Optional<BigDecimal> amount, String unit, List<Named> provinces, JsonNode raw) {
  /** Reads a row, whatever it lacks. */
  public static Price of(JsonNode row) {
    return new Price(new Named(Fields.textOrEmpty(row, "kfa_code"), Fields.textOrEmpty(row, "product_template_name")),
        Fields.textOrEmpty(row, "document_ref"), Fields.flag(row, "active").orElse(true),
        new Named(Fields.textOrEmpty(row, "region_code"), Fields.textOrEmpty(row, "region_name")),
        Fields.day(row, "start_date"), Fields.day(row, "end_date"), Fields.number(row, "price_unit"),
        Fields.textOrEmpty(row, "uom_name"),
        Fields.each(row.path("province"), one -> Fields.text(one, "province_code")
            .map(code -> new Named(code, Fields.textOrEmpty(one, "province_name")))), row);
  }
}
