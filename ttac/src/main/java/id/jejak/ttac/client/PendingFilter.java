package id.jejak.ttac.client;

import java.util.Optional;

/** Which pending units are wanted; both must match, exactly. */
public record PendingFilter(Optional<String> nie, Optional<String> batch) {
  /** All of them. */
  public static final PendingFilter ALL = new PendingFilter(Optional.empty(), Optional.empty());

  /** Those of one product. */
  public static PendingFilter product(String nie) {
    return new PendingFilter(Optional.of(nie), Optional.empty());
  }
}
