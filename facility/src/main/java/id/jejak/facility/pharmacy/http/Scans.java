package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.SeenTwice.Oddity;
import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.contract.barcode.Hint;
import id.jejak.ttac.contract.barcode.Known;
import id.jejak.ttac.contract.barcode.Reading;
import id.jejak.ttac.contract.barcode.ScanFault;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads barcodes with TTAC's own reader. Stateless. */
final class Scans {
  private static final Set<Hint> KEYBOARD = EnumSet.of(Hint.UPPER_CASED, Hint.LOWER_CASED, Hint.SWAPPED_CASE,
      Hint.SWAPPED_Y_Z, Hint.KEYBOARD_LAYOUT);
  private static final Set<Hint> SCANNER = EnumSet.of(Hint.LOST_SEPARATOR, Hint.REPLACED_SEPARATOR, Hint.SPELT_SEPARATOR,
      Hint.TRUNCATED, Hint.EXPIRY_DAY_ZERO);

  private Scans() {}

  /**
   * What a text says.
   *
   * @param keys of the pack that it may be of; several when separators were lost
   */
  record Scan(String text, List<String> keys, Optional<String> nie, Optional<String> batch, Optional<LocalDate> expiry) {
    String key() {
      return keys.getFirst();
    }
  }

  static Scan read(String text, LocalDate today) {
    return read(text, today, Known.NOTHING);
  }

  static Scan read(String text, LocalDate today, Known known) {
    return switch (BarcodeText.read(text, Year.of(today.getYear()), known)) {
      case Reading.Structured one -> new Scan(text, one.keys(), one.nie(), one.batch(), Optional.ofNullable(one.expiresOn()));
      case Reading.Opaque one -> new Scan(text, one.keys(), Optional.empty(), Optional.empty(), Optional.empty());
      case Reading.Ambiguous one -> new Scan(text, one.keys(), Optional.empty(), Optional.empty(), Optional.empty());
    };
  }

  /** How a text differs from a pack's, as far as scanners and keyboards explain it; empty when they do not. */
  static Set<Oddity> oddities(String scanned, String expected) {
    var hints = ScanFault.diagnose(scanned, expected);
    if (hints.isEmpty() || !hints.stream().allMatch(hint -> KEYBOARD.contains(hint) || SCANNER.contains(hint))) {
      return Set.of();
    }
    var oddities = EnumSet.noneOf(Oddity.class);
    hints.forEach(hint -> oddities.add(KEYBOARD.contains(hint) ? Oddity.KEYBOARD : Oddity.SCANNER));
    return oddities;
  }
}
