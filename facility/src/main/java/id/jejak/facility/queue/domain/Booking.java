package id.jejak.facility.queue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A number that was taken. Prints nothing of the patient.
 *
 * @param code unique for ever
 * @param number within its session
 * @param whose the patient
 * @param reference empty for who is no member
 * @param source by which way it was taken
 * @param active neither cancelled nor absent
 * @param prescription once one is signed: whether it is compounded
 */
public record Booking(String code, long session, int number, LocalDate day, boolean member, Hidden whose,
    String record, boolean newPatient, int kind, String reference, Source source, Instant createdAt,
    boolean active, Optional<Instant> cancelledAt, Optional<Boolean> prescription) {

  /** By which way a number was taken. */
  public enum Source {
    /** In Mobile JKN: BPJS knows it without being told. */
    MOBILE_JKN,
    /** At the hospital's desk: BPJS is told. */
    DESK
  }

  /** The same once its prescription is signed. */
  public Booking prescribed(boolean compounded) {
    return new Booking(code, session, number, day, member, whose, record, newPatient, kind, reference, source, createdAt,
        active, cancelledAt, Optional.of(compounded));
  }

  @Override
  public String toString() {
    return "Booking[***]";
  }
}
