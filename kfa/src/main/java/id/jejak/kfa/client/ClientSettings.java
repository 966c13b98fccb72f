package id.jejak.kfa.client;

import id.jejak.kfa.contract.FieldSet;
import java.util.Optional;

/**
 * How the other side wants to be spoken to, where servers may differ.
 *
 * @param prices where it serves prices
 * @param fields which members rows shall have; only our own server understands it, others ignore it
 * @param retries further tries of a call that broke; 0 for a caller that tries again by itself
 */
public record ClientSettings(PricePath prices, Optional<FieldSet> fields, int retries) {
  /** Where prices are. */
  public enum PricePath {
    /** As the document of 2023 prints it. */
    DOCUMENT("/kfa/products/farmalkes-price-jkn"),
    /** As the newest document has it, and callers of today use it. */
    TODAY("/kfa/farmalkes-price-jkn");

    private final String path;

    PricePath(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  /** Refuses tries without end. */
  public ClientSettings {
    if (retries < 0 || retries > 10) {
      throw new IllegalArgumentException("retries: 0 to 10, not " + retries);
    }
  }

  /** For the service as it is today, and for our own server, which serves both paths. */
  public static ClientSettings usual() {
    return new ClientSettings(PricePath.TODAY, Optional.empty(), ClientLimits.RETRIES);
  }

  /** The same with prices elsewhere. */
  public ClientSettings with(PricePath other) {
    return new ClientSettings(other, fields, retries);
  }

  /** The same, asking our own server for rows of one kind. */
  public ClientSettings with(FieldSet other) {
    return new ClientSettings(prices, Optional.of(other), retries);
  }

  /** The same with another number of tries. */
  public ClientSettings retrying(int times) {
    return new ClientSettings(prices, fields, times);
  }
}
