package id.jejak.satusehat.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A resource as the server answered it. Prints its name only: the rest is somebody's data.
 *
 * @param json as it came; not to be changed
 */
public record Resource(JsonNode json) {
  /** Its type. */
  public String type() {
    return text("/resourceType");
  }

  /** Its id. */
  public String id() {
    return text("/id");
  }

  /** {@code meta.versionId}, for an update that must not overwrite somebody else's. */
  public String version() {
    return text("/meta/versionId");
  }

  /** How others refer to it, such as {@code Encounter/5e1c}. */
  public String reference() {
    return type() + "/" + id();
  }

  /** The text at a JSON pointer; empty when there is none. */
  public String text(String pointer) {
    return json.at(pointer).asString("");
  }

  /** The value of its first identifier of a system, {@code masterIdentifier} included. */
  public Optional<String> identifier(String system) {
    if (text("/masterIdentifier/system").equals(system)) {
      return Optional.of(text("/masterIdentifier/value"));
    }
    return json.path("identifier").valueStream()
        .filter(one -> one.path("system").asString("").equals(system))
        .map(one -> one.path("value").asString("")).findFirst();
  }

  @Override
  public String toString() {
    return "Resource[" + reference() + "]";
  }
}
