package id.jejak.facility.queue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The three zones of Indonesia, none with summer time. A hospital lives in one; BPJS counts in {@link #WIB}. */
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
}
