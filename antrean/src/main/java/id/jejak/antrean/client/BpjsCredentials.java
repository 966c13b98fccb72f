package id.jejak.antrean.client;

import id.jejak.kernel.config.Secret;

/** Who a hospital is to BPJS. Prints none of it. */
public record BpjsCredentials(String consId, Secret secret, Secret userKey) {
  /** Refuses what no request could be signed with. */
  public BpjsCredentials {
    if (consId.isBlank() || secret.reveal().isEmpty()) {
      throw new IllegalArgumentException("credentials need a cons_id and a secret key");
    }
  }

  @Override
  public String toString() {
    return "BpjsCredentials[***]";
  }
}
