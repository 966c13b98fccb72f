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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  /**
   * Keys of what a text may have been before letters changed their case, or Y and Z their places: the faults that leave a
   * text readable, and that one look-up therefore undoes.
   */
  static List<String> before(String text, LocalDate today) {
    var spellings = new LinkedHashSet<String>();
    for (var one : List.of(text, exchanged(text))) {
      spellings.add(one);
      spellings.add(one.toUpperCase(Locale.ROOT));
      spellings.add(one.toLowerCase(Locale.ROOT));
      spellings.add(swapped(one));
    }
    return spellings.stream().flatMap(one -> read(one, today).keys().stream()).distinct().sorted().toList();
  }

  private static String swapped(String text) {
    return text.chars().map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append).toString();
  }

  private static String exchanged(String text) {
    return text.chars().map(c -> switch (c) {
      case 'y' -> 'z';
      case 'z' -> 'y';
      case 'Y' -> 'Z';
      case 'Z' -> 'Y';
      default -> c;
    }).collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append).toString();
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
