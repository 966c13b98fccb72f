package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.remote.Sites;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where a facility is. Thread-safe. */
final class Days {
  private final Sites sites;
  private final InstantSource clock;

  Days(Sites sites, InstantSource clock) {
    this.sites = sites;
    this.clock = clock;
  }

  LocalDate today(String facility) {
    return clock.instant().atZone(zone(facility)).toLocalDate();
  }

  ZoneId zone(String facility) {
    return ZoneId.of(sites.of(facility).zone());
  }
}
