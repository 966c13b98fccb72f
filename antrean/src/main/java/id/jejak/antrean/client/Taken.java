package id.jejak.antrean.client;

import id.jejak.antrean.contract.rs.Ticket;

/** What taking a number came to. A switch over it has no default. */
public sealed interface Taken {
  /** There is a number. */
  record Booked(Ticket ticket) implements Taken {}

  /** The hospital does not know the patient: register first, then take again. */
  record NewPatient(String message) implements Taken {}
}
