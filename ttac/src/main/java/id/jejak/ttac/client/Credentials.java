package id.jejak.ttac.client;

import id.jejak.kernel.config.Secret;

/** Who logs in. Prints neither address nor password. */
public record Credentials(String email, Secret password) {
  /** Refuses what no login could be made with. */
  public Credentials {
    if (email.isBlank() || password.reveal().isEmpty()) {
      throw new IllegalArgumentException("credentials need an e-mail address and a password");
    }
  }

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
