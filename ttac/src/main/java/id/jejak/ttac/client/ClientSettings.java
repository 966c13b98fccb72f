package id.jejak.ttac.client;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the other side wants to be spoken to, where servers may differ.
 *
 * @param base path before every operation, without a trailing slash, such as {@code /api/v3}
 * @param lists how the three lists get their parameters
 * @param returns how a return names its barcodes
 * @param keys makes a fresh {@code Idempotency-Key} for every write; empty when the server knows no such header. The
 *     document knows none: our own server does
 */
public record ClientSettings(String base, Lists lists, Returns returns, Optional<Supplier<String>> keys) {
  /** How the three lists get their parameters. */
  public enum Lists {
    /** A JSON body on GET, as the document shows and a production client does. */
    JSON_BODY,
    /** The query string, for a way through proxies that drop the body of a GET. The token is then in their logs. */
    QUERY
  }

  /** How a return names its barcodes: the document says array and shows a string. */
  public enum Returns {
    /** Many in one call, all or nothing. */
    ARRAY,
    /** One call for each. */
    STRING
  }

  /** Refuses a base that no path can follow. */
  public ClientSettings {
    if (!base.startsWith("/") || base.endsWith("/")) {
      throw new IllegalArgumentException("base must start with a slash and not end with one: " + base);
    }
  }

  /**
   * For our own server: returns in one call, and every write under a key, so that a repeat is always safe.
   *
   * @param keys makes a text that was never made before, at most 200 printable characters
   */
  public static ClientSettings ours(Supplier<String> keys) {
    return new ClientSettings("/api/v3", Lists.JSON_BODY, Returns.ARRAY, Optional.of(keys));
  }

  /** For a server that does what the document shows and no more. */
  public static ClientSettings asDocumented() {
    return new ClientSettings("/api/v3", Lists.JSON_BODY, Returns.STRING, Optional.empty());
  }

  /** The same with another base. */
  public ClientSettings at(String other) {
    return new ClientSettings(other, lists, returns, keys);
  }

  /** The same with the lists asked in another way. */
  public ClientSettings with(Lists other) {
    return new ClientSettings(base, other, returns, keys);
  }

  /** The same with returns written in another way. */
  public ClientSettings with(Returns other) {
    return new ClientSettings(base, lists, other, keys);
  }
}
