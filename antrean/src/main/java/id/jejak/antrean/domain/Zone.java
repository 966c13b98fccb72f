package id.jejak.antrean.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The three zones of Indonesia, none of which has summer time. BPJS counts days in {@link #WIB} everywhere. */
public enum Zone {
  /** West: Jakarta. */
  WIB(7),
  /** Middle: Makassar. */
  WITA(8),
  /** East: Jayapura. */
  WIT(9);

  private final ZoneOffset offset;

  Zone(int hours) {
    this.offset = ZoneOffset.ofHours(hours);
  }

  /** The date there. */
  public LocalDate date(Instant instant) {
    return instant.atOffset(offset).toLocalDate();
  }

  /** A local time there as an instant. */
  public Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).toInstant(offset);
  }

  /**
   * Whether BPJS takes a moment of this zone for the local day: the first hours of a day in the middle and the east are
   * still the day before in Jakarta.
   */
  public boolean sameDayForBpjs(Instant instant) {
    return date(instant).equals(WIB.date(instant));
  }
}
