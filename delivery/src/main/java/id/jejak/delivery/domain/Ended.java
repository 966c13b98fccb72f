package id.jejak.delivery.domain;

/**
 * A held parcel and what becomes of it.
 *
 * @param millis how long it took
 */
public record Ended(Held held, Trip trip, Life after, int millis) {}
