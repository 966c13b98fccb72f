package id.jejak.antrean.contract.rs;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.Set;
import java.util.TreeSet;

/** The ports at which BPJS can reach a hospital. A service at any other is never called. */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, list of 24 outbound ports; 80 and 443 are inferred",
    seen = "2026-11")
public final class Ports {
  /** Those of the slides. */
  public static final Set<Integer> LISTED = Set.of(40, 888, 1111, 1380, 5000, 7777, 7778, 8000, 8011, 8080, 8081, 8082,
      8083, 8084, 8085, 8338, 8880, 8888, 8889, 9007, 9081, 9089, 9990, 28444);
  private static final Set<Integer> USUAL = Set.of(80, 443);

  private Ports() {}

  /** Whether BPJS can reach a port. */
  public static boolean reached(int port) {
    return LISTED.contains(port) || USUAL.contains(port);
  }

  /** All of them, in order. */
  public static Set<Integer> all() {
    var all = new TreeSet<>(LISTED);
    all.addAll(USUAL);
    return all;
  }
}
