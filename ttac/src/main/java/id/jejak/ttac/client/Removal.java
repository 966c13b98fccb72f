package id.jejak.ttac.client;

import java.util.Locale;

/** What a deletion takes away. */
public enum Removal {
  /** The units themselves, and their ties. What was inside stays. */
  PHYSICAL,
  /** Only the ties between holder and held. */
  REFERENCE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
