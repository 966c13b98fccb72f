package id.jejak.facility.pharmacy.domain;

import id.jejak.facility.pharmacy.domain.Finding.Kind;
import id.jejak.facility.pharmacy.domain.Finding.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to warn of before something is given. Stateless; each finding says what it leans on. */
public final class Checks {
  private Checks() {}

  /**
   * What is about to be given.
   *
   * @param price of a unit, as it will be asked
   * @param insured whether BPJS pays
   * @param lot of the pack; empty for a look before any pack is scanned
   */
  public record Gift(Product product, BigDecimal price, boolean insured, Optional<Lot> lot) {}

  /**
   * What is known of the patient.
   *
   * @param allergies substance to its name
   * @param recent substance to the last day of the last weeks on which it was given, but for this prescription
   */
  public record Known(Map<String, String> allergies, Map<String, LocalDate> recent) {
    /** Copies the maps. */
    public Known {
      allergies = Map.copyOf(allergies);
      recent = Map.copyOf(recent);
    }
  }

  /**
   * Looks at one product.
   *
   * @param earliest the earliest expiry of the same product on the shelf, if there is any
   */
  public static List<Finding> of(Gift gift, Known known, Optional<LocalDate> earliest) {
    var found = new ArrayList<Finding>();
    substances(gift.product(), known, found);
    price(gift, found);
    if (!gift.product().usable() || gift.product().kfa().isEmpty()) {
      found.add(new Finding(Kind.DICTIONARY, Weight.ACCEPT, gift.product().name(), dictionary(gift.product())));
    }
    gift.lot().ifPresent(lot -> earliest.filter(day -> day.isBefore(lot.expiry())).ifPresent(day -> found.add(
        new Finding(Kind.EXPIRY, Weight.NOTE, lot.batch(), new Said("A pack on the shelf expires on " + day
            + ", before this one on " + lot.expiry() + ".", "Di rak ada kemasan yang kedaluwarsa " + day
            + ", sebelum yang ini pada " + lot.expiry() + ".")))));
    return List.copyOf(found);
  }

  private static Said dictionary(Product product) {
    return product.kfa().map(kfa -> new Said("KFA no longer lets " + kfa + " be used: look up what replaces it.",
        "KFA tidak lagi memakai " + kfa + ": cari penggantinya.")).orElseGet(() -> new Said("KFA has no code for "
        + product.nie() + " yet, so the dispense cannot be reported until it is mapped.", "KFA belum punya kode untuk "
        + product.nie() + ", jadi penyerahan baru dapat dilaporkan setelah dipetakan."));
  }

  private static void substances(Product product, Known known, List<Finding> found) {
    for (var substance : product.substances().stream().sorted().toList()) {
      var allergy = known.allergies().get(substance);
      if (allergy != null) {
        found.add(new Finding(Kind.ALLERGY, Weight.ACCEPT, substance, new Said("An allergy to " + allergy
            + " is noted, and " + product.name() + " holds it.", "Alergi terhadap " + allergy + " tercatat, dan "
            + product.name() + " mengandungnya.")));
      }
      var day = known.recent().get(substance);
      if (day != null) {
        found.add(new Finding(Kind.DUPLICATE, Weight.ACCEPT, substance, new Said("The same substance was given on "
            + day + " for another prescription.", "Zat yang sama diserahkan pada " + day + " untuk resep lain.")));
      }
    }
  }

  private static void price(Gift gift, List<Finding> found) {
    var product = gift.product();
    product.het().filter(het -> gift.price().compareTo(het) > 0).ifPresent(het -> found.add(new Finding(Kind.PRICE,
        Weight.ACCEPT, product.name(), new Said("Rp" + gift.price() + " a " + product.unit() + " is above the highest retail"
        + " price, Rp" + het + ".", "Rp" + gift.price() + " per " + product.unit() + " melampaui HET, Rp" + het + "."))));
    if (gift.insured()) {
      product.jkn().filter(jkn -> gift.price().compareTo(jkn) > 0).ifPresent(jkn -> found.add(new Finding(Kind.PRICE,
          Weight.NOTE, product.name(), new Said("Rp" + gift.price() + " a " + product.unit() + " is above what BPJS"
          + " pays, Rp" + jkn + ".", "Rp" + gift.price() + " per " + product.unit() + " melampaui yang dibayar BPJS, Rp"
          + jkn + "."))));
    }
  }

  /** Whether the prescription's time is now. A window whose beginning is its end says nothing. */
  public static Optional<Finding> validity(Optional<Instant> from, Optional<Instant> until, Instant now) {
    if (from.isPresent() && from.equals(until)) {
      return Optional.empty();
    }
    if (from.filter(now::isBefore).isPresent()) {
      return Optional.of(new Finding(Kind.VALIDITY, Weight.ACCEPT, "prescription",
          new Said("It is valid from " + from.get() + ".", "Resep ini berlaku mulai " + from.get() + ".")));
    }
    return until.filter(now::isAfter).map(end -> new Finding(Kind.VALIDITY, Weight.ACCEPT, "prescription",
        new Said("It was valid until " + end + ".", "Resep ini berlaku sampai " + end + ".")));
  }

  /** Findings that must be accepted and were not. */
  public static List<Finding> open(List<Finding> found, Set<Kind> accepted) {
    var kinds = new HashSet<>(accepted);
    return found.stream().filter(one -> one.weight() == Weight.ACCEPT && !kinds.contains(one.kind())).toList();
  }
}
