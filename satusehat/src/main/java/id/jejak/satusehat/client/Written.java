package id.jejak.satusehat.client;

/**
 * What a bundle's entry came to.
 *
 * @param status such as {@code 201 Created}
 * @param id empty for what has none
 * @param version empty for what has none
 */
public record Written(String status, String type, String id, String version) {
  /** How others refer to it. */
  public String reference() {
    return type + "/" + id;
  }
}
