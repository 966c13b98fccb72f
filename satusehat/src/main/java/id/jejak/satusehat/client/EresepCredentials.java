package id.jejak.satusehat.client;

import id.jejak.kernel.config.Secret;

/** Who asks eresep. Prints neither user nor password. */
public record EresepCredentials(String user, Secret password) {
  /** Refuses what no token could be asked for with. */
  public EresepCredentials {
    if (user.isBlank() || password.reveal().isEmpty()) {
      throw new IllegalArgumentException("credentials of eresep need a user and a password");
    }
  }

  @Override
  public String toString() {
    return "EresepCredentials[***]";
  }
}
