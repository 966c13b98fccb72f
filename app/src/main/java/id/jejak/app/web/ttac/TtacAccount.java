package id.jejak.app.web.ttac;

import id.jejak.kernel.config.Secret;
import id.jejak.ttac.client.Profile;
import id.jejak.ttac.client.TtacClient;

/**
 * Somebody who is logged in.
 *
 * @param client keeps its own token fresh
 * @param token for what the typed client has not: traces and symbols
 */
public record TtacAccount(Profile profile, TtacClient client, Secret token) {
  @Override
  public String toString() {
    return "TtacAccount[***]";
  }
}
