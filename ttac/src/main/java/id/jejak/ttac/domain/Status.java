package id.jejak.ttac.domain;

import java.util.Optional;

/** What a unit may be used for. */
public enum Status {
  /** Known, not yet released. */
  REGISTERED(0, "registered"),
  /** Released for distribution. */
  ACTIVE(1, "active"),
  /** Taken as a sample; never sold. */
  SAMPLE(2, "sample"),
  /** Rejected; never sold. */
  REJECT(3, "reject");

  private final int number;
  private final String word;

  Status(int number, String word) {
    this.number = number;
    this.word = word;
  }

  /** As stored. */
  public int number() {
    return number;
  }

  /** As in sandbox and import files. */
  public String word() {
    return word;
  }

  /** True for what nobody may receive. */
  public boolean unfit() {
    return this == SAMPLE || this == REJECT;
  }

  /** The status of a stored number. */
  public static Status of(int number) {
    return values()[number];
  }

  /**
   * The status of the producer's three flags, which exclude each other; none of them is registered.
   *
   * @return empty when more than one is set
   */
  public static Optional<Status> ofFlags(boolean active, boolean sample, boolean reject) {
    if (active && sample || active && reject || sample && reject) {
      return Optional.empty();
    }
    return Optional.of(active ? ACTIVE : sample ? SAMPLE : reject ? REJECT : REGISTERED);
  }

  /** True when a unit of this status may get the other one: released once, taken or rejected for ever. */
  public boolean mayBecome(Status other) {
    return other == this || !unfit() && other != REGISTERED;
  }

  /** The status of a word; empty when it is none. */
  public static Optional<Status> ofWord(String word) {
    for (var status : values()) {
      if (status.word.equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
