package id.jejak.satusehat.client.care;

import id.jejak.satusehat.contract.Systems;
import java.util.Map;
import java.util.Optional;

/**
 * Who sends.
 *
 * @param id number of the organization, such as 10000005
 * @param location id of the Location where patients are seen
 */
public record Facility(String id, String name, Optional<String> location) {
  /** Without a Location. */
  public Facility(String id, String name) {
    this(id, name, Optional.empty());
  }

  /** The system of one of its own numbers, such as those of visits. */
  String system(String kind) {
    return Systems.SYS_IDS + kind + "/" + id;
  }

  Map<String, Object> identifier(String kind, String value) {
    return Fields.of("system", system(kind), "use", "official", "value", value);
  }

  String reference() {
    return "Organization/" + id;
  }
}
