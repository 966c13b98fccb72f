package id.jejak.facility.pharmacy.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That something else is given than was prescribed.
 *
 * @param type code of HL7's substanceAdminSubstitution, of those that section 6 of Pelayanan Kefarmasian 1.2 takes: G, BC, TG, TB
 * @param reason code: OS out of stock, FP formulary, or one of the ministry's
 * @param text the reason in words; may be empty
 * @param doctor who agreed
 * @param pharmacist who answers for it
 */
public record Substitution(String type, String reason, String text, String doctor, String pharmacist) {
  /** Types that the document knows. */
  public static final Set<String> TYPES = Set.of("G", "BC", "TG", "TB");
  /** Reasons that the document knows, with its words for them. */
  public static final Map<String, String> REASONS = Map.of("OS", "Tidak ada stok", "TK000017",
      "Terdapat interaksi obat berbahaya", "FP", "Tidak sesuai dengan kebijakan formularium", "TK000018",
      "Pilihan atas persetujuan pasien", "661000124108", "Kesalahan penulisan resep");

  /** Why it is none; empty when it is one. */
  public Optional<String> fault() {
    if (!TYPES.contains(type)) {
      return Optional.of("type must be one of G, BC, TG, TB");
    }
    if (!REASONS.containsKey(reason)) {
      return Optional.of("reason must be one of OS, FP, 661000124108, TK000017, TK000018");
    }
    if (doctor.isBlank() || pharmacist.isBlank()) {
      return Optional.of("doctor and pharmacist must both be named");
    }
    return doctor.equals(pharmacist) ? Optional.of("doctor and pharmacist must be two people") : Optional.empty();
  }
}
