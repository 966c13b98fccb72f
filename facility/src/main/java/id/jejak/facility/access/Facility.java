package id.jejak.facility.access;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A facility, with what the national systems call it.
 *
 * @param id ours, such as {@code rs-sarana-a}
 * @param sarana its number at BPOM's track and trace
 * @param organization its number on the SATUSEHAT platform
 * @param ppk its code at the health insurance
 */
public record Facility(String id, String name, Kind kind, Optional<Integer> sarana, Optional<String> organization,
    Optional<String> ppk, Zone zone) {
  /** What it is. */
  public enum Kind { HOSPITAL, PHARMACY, DISTRIBUTOR }

  /** Indonesia's time zones; none has summer time. */
  public enum Zone {
    /** UTC+7. */
    WIB("Asia/Jakarta"),
    /** UTC+8. */
    WITA("Asia/Makassar"),
    /** UTC+9. */
    WIT("Asia/Jayapura");

    private final ZoneId id;

    Zone(String id) {
      this.id = ZoneId.of(id);
    }

    /** For reckoning days. */
    public ZoneId id() {
      return id;
    }
  }
}
