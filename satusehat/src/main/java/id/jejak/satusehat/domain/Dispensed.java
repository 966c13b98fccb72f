package id.jejak.satusehat.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One dispense, as far as redemption goes.
 *
 * @param id of the MedicationDispense
 * @param by organization that sent it
 * @param at when it was sent, by the server's clock
 * @param counts false when it was given back: entered in error, cancelled, declined
 * @param quantity what was handed over; empty when it does not say
 */
public record Dispensed(String id, String by, Instant at, boolean counts, Optional<Amount> quantity,
    Product product) {}
