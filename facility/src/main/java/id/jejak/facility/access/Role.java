package id.jejak.facility.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is at a facility; one person may have several roles, and others elsewhere. */
public enum Role {
  FRONT_DESK,
  DOCTOR,
  /** Pharmacist's assistant (tenaga vokasi farmasi). */
  ASSISTANT,
  PHARMACIST,
  WAREHOUSE,
  AUDITOR,
  ADMINISTRATOR;

  /** As it is written on the wire, such as {@code front_desk}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
