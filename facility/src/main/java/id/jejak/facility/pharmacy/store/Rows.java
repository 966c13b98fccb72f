package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.Lot;
import id.jejak.facility.pharmacy.domain.Pack;
import id.jejak.facility.pharmacy.domain.PackState;
import id.jejak.facility.pharmacy.domain.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that several stores have in common. */
final class Rows {
  private Rows() {}

  /** A pack with its lot: key, barcode, facility, place, state, units, whole, blocked, lot_id, nie, batch, expiry, recalled. */
  static Pack pack(ResultSet row) throws SQLException {
    var lot = new Lot(row.getLong("lot_id"), row.getString("nie"), row.getString("batch"),
        row.getObject("expiry", LocalDate.class), row.getBoolean("recalled"));
    return new Pack(row.getString("key"), row.getString("barcode"), lot, row.getString("facility"),
        row.getString("place"), PackState.of(row.getInt("state")), row.getBigDecimal("units"), row.getBigDecimal("whole"),
        row.getBoolean("blocked"));
  }

  /** A product; empty where a left join found none. */
  static Optional<Product> product(ResultSet row) throws SQLException {
    var name = row.getString("product");
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(new Product(row.getString("nie"), Optional.ofNullable(row.getString("kfa")),
        Optional.ofNullable(row.getString("template")), name, row.getString("form"), row.getString("unit"),
        Set.copyOf(texts(row, "substances")), Optional.ofNullable(row.getBigDecimal("strength_mg")),
        row.getBigDecimal("pack_units"), Optional.ofNullable(row.getBigDecimal("het")),
        Optional.ofNullable(row.getBigDecimal("jkn")), row.getBoolean("usable")));
  }

  /** A {@code text[]}; empty for null. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : Arrays.stream((String[]) array.getArray()).toList();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
