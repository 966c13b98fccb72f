package id.jejak.antrean.client;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Operation;
import java.util.Map;

/**
 * How a hospital is reached. Prints neither user nor password.
 *
 * @param base path before every service; may be empty
 * @param paths by operation id, where the hospital has its own; those of {@link RsOperations} otherwise
 */
public record RsSettings(String base, Map<String, String> paths, String username, Secret password) {
  /** Copies the paths; refuses what names no service. */
  public RsSettings {
    paths = Map.copyOf(paths);
    for (var id : paths.keySet()) {
      if (RsOperations.ALL.stream().noneMatch(operation -> operation.id().equals(id))) {
        throw new IllegalArgumentException("no service of a hospital is called " + id);
      }
    }
  }

  String path(Operation operation) {
    return base + paths.getOrDefault(operation.id(), operation.path());
  }

  @Override
  public String toString() {
    return "RsSettings[" + base + ", ***]";
  }
}
