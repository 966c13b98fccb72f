package id.jejak.kfa.store;

import tools.jackson.databind.JsonNode;

/**
 * One row for the dictionary, as it came: from an import, the official service, a generator or the demo world.
 *
 * @param kind what the document is about
 * @param document kept as it is, members we do not know included
 */
public record Row(Kind kind, JsonNode document) {
  /** What a document is about. */
  public enum Kind {
    /** A product with the members of version 2, as in a detail or a list. */
    PRODUCT_V2,
    /** A variant of a device, version 3. */
    ALKES_V3,
    /** A template of devices, version 3. */
    TEMPLATE_V3,
    /** A price of a template in a region. */
    PRICE,
    /** A node of the anatomical therapeutic chemical classification. */
    ATC,
    /** A tag. */
    TAG
  }

  /** A row of a kind. */
  public static Row of(Kind kind, JsonNode document) {
    return new Row(kind, document);
  }
}
