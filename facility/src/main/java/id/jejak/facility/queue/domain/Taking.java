package id.jejak.facility.queue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Whether a number may be taken, and if not, the first reason in the order in which a hospital is examined. What only
 * the numbering itself can see (that the last place went to somebody else meanwhile) is decided there.
 *
 * @param horizon days ahead, both ends included
 * @param strict whether a number must be taken the day before at the latest, as the slides of 2021 say
 */
public record Taking(Zone zone, int horizon, boolean strict) {
  /**
   * What is asked.
   *
   * @param day empty when it could not be read as a date
   * @param kind 1 to 4; 0 when it is something else
   */
  public record Asked(Optional<LocalDate> day, boolean member, boolean cardFits, boolean nikFits, int kind,
      boolean referenceFits) {}

  /**
   * What is known, as far as what was asked leads anywhere.
   *
   * @param clinic the clinic's name
   * @param doctor the doctor's name
   * @param session the session, with the hours that were asked
   * @param bookedThatDay whether the patient has a number that day
   * @param referenceDay the day of a booking with the same reference
   * @param referralUntil the last day of the referral, where it is known
   * @param record the patient's medical record
   */
  public record Known(Optional<String> clinic, Optional<String> doctor, Optional<Session> session, boolean holiday,
      boolean bookedThatDay, Optional<LocalDate> referenceDay, Optional<LocalDate> referralUntil,
      Optional<Patient> record) {}

  /** Whether a number may be taken. */
  public sealed interface Verdict {
    /** It may. */
    record Fit(Session session, Patient patient) implements Verdict {}

    /** No such clinic. */
    record ClinicUnknown() implements Verdict {}

    /** No such doctor. */
    record DoctorUnknown() implements Verdict {}

    /** The date is none. */
    record DateMalformed() implements Verdict {}

    /** The day is over. */
    record DatePassed() implements Verdict {}

    /** Too far ahead. */
    record BeyondHorizon(LocalDate first, LocalDate last) implements Verdict {}

    /** Not the day before at the latest. */
    record ShortNotice() implements Verdict {}

    /** Closed, or a holiday. */
    record ClinicClosed() implements Verdict {}

    /** The doctor has no such hours that day. */
    record SessionUnknown(String doctor) implements Verdict {}

    /** The doors are closed already. */
    record SessionOver(String clinic, LocalTime at) implements Verdict {}

    /** What identifies the patient or the visit is malformed. */
    record Malformed(Field field) implements Verdict {}

    /** A second number on one day. */
    record Twice() implements Verdict {}

    /** The reference has a booking. */
    record ReferenceTaken(LocalDate day) implements Verdict {}

    /** The referral has ended. */
    record ReferralOver() implements Verdict {}

    /** No place is left. */
    record Full() implements Verdict {}

    /** No medical record. */
    record PatientUnknown() implements Verdict {}
  }

  /** What can be malformed, in the order in which it is looked at. */
  public enum Field { CARD, NIK, KIND, REFERENCE }

  /** Decides, at a moment. */
  public Verdict judge(Asked asked, Known known, Instant now) {
    if (known.clinic().isEmpty()) {
      return new Verdict.ClinicUnknown();
    }
    if (known.doctor().isEmpty()) {
      return new Verdict.DoctorUnknown();
    }
    if (asked.day().isEmpty()) {
      return new Verdict.DateMalformed();
    }
    var day = asked.day().get();
    var today = zone.date(now);
    if (day.isBefore(today)) {
      return new Verdict.DatePassed();
    }
    if (day.isAfter(today.plusDays(horizon))) {
      return new Verdict.BeyondHorizon(strict ? today.plusDays(1) : today, today.plusDays(horizon));
    }
    if (strict && day.equals(today)) {
      return new Verdict.ShortNotice();
    }
    if (known.session().isEmpty()) {
      return known.holiday() ? new Verdict.ClinicClosed() : new Verdict.SessionUnknown(known.doctor().get());
    }
    return within(asked, known, known.session().get(), now);
  }

  private Verdict within(Asked asked, Known known, Session session, Instant now) {
    if (session.closed()) {
      return new Verdict.ClinicClosed();
    }
    if (!now.isBefore(session.end(zone))) {
      return new Verdict.SessionOver(session.clinicName(), session.close());
    }
    var malformed = malformed(asked);
    if (malformed.isPresent()) {
      return new Verdict.Malformed(malformed.get());
    }
    if (known.bookedThatDay()) {
      return new Verdict.Twice();
    }
    if (known.referenceDay().isPresent()) {
      return new Verdict.ReferenceTaken(known.referenceDay().get());
    }
    if (known.referralUntil().filter(session.day()::isAfter).isPresent()) {
      return new Verdict.ReferralOver();
    }
    if (session.places(asked.member()).left() == 0) {
      return new Verdict.Full();
    }
    return known.record().<Verdict>map(patient -> new Verdict.Fit(session, patient))
        .orElseGet(Verdict.PatientUnknown::new);
  }

  private static Optional<Field> malformed(Asked asked) {
    return !asked.cardFits() ? Optional.of(Field.CARD) : !asked.nikFits() ? Optional.of(Field.NIK)
        : asked.kind() < 1 || asked.kind() > 4 ? Optional.of(Field.KIND)
        : !asked.referenceFits() ? Optional.of(Field.REFERENCE) : Optional.empty();
  }
}
