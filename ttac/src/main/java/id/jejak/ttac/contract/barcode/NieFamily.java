package id.jejak.ttac.contract.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The families of Indonesian marketing authorisations (nomor izin edar, NIE) by their letters and digits.
 *
 * <p>Soft on purpose: BPOM's own documents use numbers of no family ({@code NIE123456}), so a mismatch is
 * worth a hint and never a refusal. The drug form is well attested; how many digits the others have is in
 * part inferred from single examples (public sources: the Perl module Business::ID::POM, numbers in the KFA
 * document).
 */
public enum NieFamily {
  /** Drug: three letters, ten digits, a letter, a digit. */
  DRUG(0, 0),
  /** Traditional medicine (obat tradisional). */
  TRADITIONAL(9, 9, "TR", "TI", "TL", "BTR", "BTI", "BTL"),
  /** Clinically tested herbal medicine (fitofarmaka). */
  FITOFARMAKA(9, 9, "FF"),
  /** Standardised herbal medicine (obat herbal terstandar). */
  STANDARDISED_HERBAL(9, 9, "HT"),
  /** Health supplement. */
  SUPPLEMENT(9, 9, "SD", "SI", "SL"),
  /** Quasi drug (obat kuasi). */
  QUASI_DRUG(9, 9, "QD", "QI", "QL"),
  /** Cosmetic, by continent of origin. */
  COSMETIC(11, 11, "NA", "NB", "NC", "ND", "NE"),
  /** Processed food; twelve digits in the classic form, more in the new one. */
  PROCESSED_FOOD(12, 15, "MD", "ML"),
  /** Medical device of the Ministry of Health; not BPOM's, but met in the same catalogues. */
  DEVICE(11, 11, "AKD", "AKL");

  private static final NieFamily[] ALL = values();

  private final int leastDigits;
  private final int mostDigits;
  private final String[] prefixes;

  NieFamily(int leastDigits, int mostDigits, String... prefixes) {
    this.leastDigits = leastDigits;
    this.mostDigits = mostDigits;
    this.prefixes = prefixes;
  }

  /** Whether the number, without spaces, has the form of some family. */
  static boolean recognises(String nie) {
    return of(nie) != null;
  }

  /** The family of a number without spaces, or null. */
  static @Nullable NieFamily of(String nie) {
    for (var family : ALL) {
      if (family == DRUG ? drug(nie) : family.prefixOf(nie) != null) {
        return family;
      }
    }
    return null;
  }

  /** The letters in front of the digits, or null when the number is not of this family. */
  @Nullable String prefixOf(String nie) {
    for (var prefix : prefixes) {
      var digits = nie.length() - prefix.length();
      if (digits >= leastDigits && digits <= mostDigits && nie.startsWith(prefix)
          && digits(nie, prefix.length(), nie.length())) {
        return prefix;
      }
    }
    return null;
  }

  private static boolean drug(String nie) {
    return nie.length() == 15
        && "DG".indexOf(nie.charAt(0)) >= 0
        && "BTKPN".indexOf(nie.charAt(1)) >= 0
        && "LIEX".indexOf(nie.charAt(2)) >= 0
        && digits(nie, 3, 13)
        && nie.charAt(13) >= 'A' && nie.charAt(13) <= 'Z'
        && digits(nie, 14, 15);
  }

  private static boolean digits(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
