package id.jejak.facility.access;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A facility, with what the national systems call it.
 *
 * @param id ours, such as {@code rs-sarana-a}
 * @param sarana its number at BPOM's track and trace
 * @param organization its number on the SATUSEHAT platform
 * @param ppk its code at the health insurance
 * @param clinic where patients see doctors, as SATUSEHAT is told of their visits; of polyclinics without a room of their own
 * @param polyclinics rooms of single ones, by the code that the queue has for them, in the order of these codes
 * @param pharmacy where medicine is handed out, as it is told of those
 * @param letterhead links on its prescriptions
 */
public record Facility(String id, String name, Kind kind, Optional<Integer> sarana, Optional<String> organization,
    Optional<String> ppk, Zone zone, Optional<Room> clinic, Map<String, Room> polyclinics, Optional<Room> pharmacy,
    Letterhead letterhead) {
  /** Copies, in order. */
  public Facility {
    polyclinics = Collections.unmodifiableMap(new TreeMap<>(polyclinics));
  }

  /** One that has told neither links nor rooms of single polyclinics. */
  public Facility(String id, String name, Kind kind, Optional<Integer> sarana, Optional<String> organization,
      Optional<String> ppk, Zone zone, Optional<Room> clinic, Optional<Room> pharmacy) {
    this(id, name, kind, sarana, organization, ppk, zone, clinic, Map.of(), pharmacy, Letterhead.NONE);
  }

  /**
   * Where a doctor of a polyclinic sees patients: the polyclinic's own room, else the facility's.
   *
   * @param codes of the polyclinic, the narrowest first; empty when nobody knows which it was
   */
  public Optional<Room> clinic(List<String> codes) {
    return codes.stream().map(polyclinics::get).filter(Objects::nonNull).findFirst().or(() -> clinic);
  }

  /**
   * Where a pharmacy that has a prescription of this facility can turn to (SATUSEHAT, Pelayanan Kefarmasian 1.2, section 5, Kop
   * Surat). Each is an address such as {@code https://rs.example} or {@code tel:+62215550123}; empty when it was not told.
   *
   * @param homepage of the facility
   * @param emergency contact in an emergency
   * @param confirmation contact for questions about a prescription
   */
  public record Letterhead(Optional<String> homepage, Optional<String> emergency, Optional<String> confirmation) {
    /** No links. */
    public static final Letterhead NONE = new Letterhead(Optional.empty(), Optional.empty(), Optional.empty());
  }

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
