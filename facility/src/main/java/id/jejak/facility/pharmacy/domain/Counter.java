package id.jejak.facility.pharmacy.domain;

import id.jejak.facility.pharmacy.domain.Verdict.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The look at a pack before it is given. Stateless. */
public final class Counter {
  private Counter() {}

  /**
   * What is wanted of a pack.
   *
   * @param batch as the barcode says; empty when it says none
   * @param expiry as the barcode says; empty when it says none
   * @param fits whether the product is the prescribed one, or a substitution was approved
   * @param units to be taken; zero to look only
   */
  public record Want(String facility, Optional<String> batch, Optional<LocalDate> expiry, boolean fits,
      BigDecimal units) {}

  /**
   * Judges a pack.
   *
   * @param pack empty when nobody received it
   * @param today where the facility is
   */
  public static Verdict judge(Optional<Pack> pack, Want want, LocalDate today) {
    return pack.map(known -> reason(known, want, today).<Verdict>map(Verdict.Stopped::new)
        .orElseGet(() -> new Verdict.Good(known))).orElseGet(() -> new Verdict.Stopped(Reason.UNKNOWN));
  }

  private static Optional<Reason> reason(Pack pack, Want want, LocalDate today) {
    if (pack.blocked()) {
      return Optional.of(Reason.RECALLED);
    }
    var standing = standing(pack, want);
    if (standing.isPresent()) {
      return standing;
    }
    if (pack.lot().expired(today)) {
      return Optional.of(Reason.EXPIRED);
    }
    if (want.batch().filter(batch -> !batch.equals(pack.lot().batch())).isPresent()
        || want.expiry().filter(day -> !day.equals(pack.lot().expiry())).isPresent()) {
      return Optional.of(Reason.OTHER_BATCH);
    }
    if (!want.fits()) {
      return Optional.of(Reason.OTHER_PRODUCT);
    }
    return pack.units().compareTo(want.units()) < 0 ? Optional.of(Reason.TOO_FEW) : Optional.empty();
  }

  private static Optional<Reason> standing(Pack pack, Want want) {
    boolean ours = pack.facility().equals(want.facility());
    return switch (pack.state()) {
      case USED -> Optional.of(Reason.USED);
      case SENT -> Optional.of(ours ? Reason.SENT : Reason.NOT_OURS);
      case MISSING -> Optional.of(ours ? Reason.MISSING : Reason.NOT_OURS);
      case QUARANTINE -> Optional.of(ours ? Reason.QUARANTINED : Reason.NOT_OURS);
      case SHELF, OPENED -> ours ? Optional.empty() : Optional.of(Reason.NOT_OURS);
    };
  }
}
