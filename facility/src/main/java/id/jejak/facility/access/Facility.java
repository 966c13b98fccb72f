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
 * @param clinic where patients see doctors, as SATUSEHAT is told of their visits
 * @param pharmacy where medicine is handed out, as it is told of those
 */
public record Facility(String id, String name, Kind kind, Optional<Integer> sarana, Optional<String> organization,
    Optional<String> ppk, Zone zone, Optional<Room> clinic, Optional<Room> pharmacy) {
  /**
   * A room that the facility has registered on the SATUSEHAT platform.
   *
   * @param location id of its Location there, 1 to 64 letters, digits, hyphens and dots
   * @param name as people call it; empty when it was not told
   */
  public record Room(String location, String name) {}

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
