package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Prescription;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What stands alike on everything that is printed, be it a page or a PDF. Thread-safe. */
final class Stationery {
  /** Routes that are swallowed; what is not gets a blue label. */
  private static final String ORAL = "O";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

  private final Desk desk;

  Stationery(Desk desk) {
    this.desk = desk;
  }

  /** The facility, as it is called. */
  String site(Actor actor) {
    return desk.remotes().sites().of(actor.facility()).name();
  }

  /** The day where the facility stands. */
  String day(Actor actor, Instant at) {
    return DAY.format(at.atZone(desk.days().zone(actor.facility())));
  }

  /** Who prescribed. */
  static String doctor(Prescription one) {
    return one.prescriberName().isEmpty() ? "dokter " + one.prescriber() : one.prescriberName();
  }

  /** The first day on which something in it expires; empty where none is known. */
  static String expiry(DispenseStore.Shown dispense) {
    return dispense.lots().valueStream().map(lot -> lot.path("expiry").asString("")).sorted().findFirst().orElse("");
  }

  /** Whether it is not swallowed. */
  static boolean outside(Line line) {
    return !line.route().isEmpty() && !line.route().equals(ORAL);
  }
}
