package id.jejak.facility.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For what somebody's data are looked at or changed. A list and no free text, so that the audit holds no personal data. */
public enum Purpose {
  REGISTRATION,
  TREATMENT,
  DISPENSING,
  PAYMENT,
  /** To tell those who have a recalled medicine. */
  RECALL,
  /** Reporting that a law demands. */
  REPORTING,
  /** The patient asked. */
  PATIENT_REQUEST,
  /** To see whether all is right. */
  AUDIT,
  /** Running the system. */
  OPERATION;

  /** As it is written on the wire, such as {@code patient_request}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The purpose of a word. */
  public static Optional<Purpose> of(String word) {
    return Arrays.stream(values()).filter(purpose -> purpose.word().equals(word)).findFirst();
  }
}
