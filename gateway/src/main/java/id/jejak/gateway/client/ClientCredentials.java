package id.jejak.gateway.client;

import id.jejak.kernel.config.Secret;

/** Who asks for a token. Prints neither id nor secret. */
public record ClientCredentials(String id, Secret secret) {
  /** Refuses what no token could be asked for with. */
  public ClientCredentials {
    if (id.isBlank() || secret.reveal().isEmpty()) {
      throw new IllegalArgumentException("credentials need a client_id and a client_secret");
    }
  }

  @Override
  public String toString() {
    return "ClientCredentials[***]";
  }
}
