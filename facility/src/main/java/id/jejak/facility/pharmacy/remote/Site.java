package id.jejak.facility.pharmacy.remote;

import id.jejak.kernel.config.Secret;

/**
 * A facility, and who it is to the national systems. Its secrets are in memory only.
 *
 * @param id as actors name it
 * @param zone where its days begin and end, such as {@code Asia/Jakarta}
 * @param sarana TTAC's number
 * @param organization SATUSEHAT's number
 * @param region of the insurance's prices, such as {@code regional1}
 */
public record Site(String id, String name, String zone, int sarana, String email, Secret password, String organization,
    String client, Secret secret, String region) {
  @Override
  public String toString() {
    return "Site[" + id + "]";
  }
}
