package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.SeenTwice.Opinion;
import id.jejak.facility.pharmacy.domain.Verdict.Reason;
import id.jejak.kernel.json.Tree;
import java.util.Map;
import java.util.Optional;

/** Words for packs that may not be given. Stateless. */
final class Refusing {
  private Refusing() {}

  static String why(Reason reason) {
    return switch (reason) {
      case UNKNOWN -> "nobody received it here";
      case RECALLED -> "it is recalled";
      case USED -> "nothing is left in it: it was dispensed before";
      case NOT_OURS -> "another facility holds it";
      case SENT -> "it was sent away";
      case MISSING -> "it was missing when the stock was counted";
      case QUARANTINED -> "it is kept apart";
      case EXPIRED -> "it has expired";
      case OTHER_BATCH -> "batch or expiry on it are not those that were received";
      case OTHER_PRODUCT -> "it is not what was prescribed";
      case TOO_FEW -> "less is left in it than is wanted";
    };
  }

  private static String advice(Reason reason) {
    return switch (reason) {
      case UNKNOWN -> "Receive it first, if the delivery note has it.";
      case RECALLED -> "Set it apart; the recall says what to do.";
      case USED -> "Look it up, and take another pack.";
      case NOT_OURS, SENT -> "Receive it first.";
      case MISSING -> "Count the place again, then it may be given.";
      case QUARANTINED -> "Ask a pharmacist to release it.";
      case EXPIRED -> "Set it apart, and take another pack.";
      case OTHER_BATCH -> "Set it apart, and compare it with the delivery note.";
      case OTHER_PRODUCT -> "Take the prescribed product, or send a substitution with both who agree.";
      case TOO_FEW -> "Take the rest from another pack.";
    };
  }

  static Stop stop(Reason reason, String where, String barcode, Optional<Opinion> opinion) {
    var stop = Stop.at(Problem.PACK_STOPPED, where, barcode, "barcode", barcode, "reason", why(reason), "advice",
        opinion.map(one -> one.advice().en()).orElseGet(() -> advice(reason)));
    return opinion.map(one -> stop.with(Tree.of("reason", reason.name(), "opinion", Suspicions.shown(one))))
        .orElseGet(() -> stop.with(Map.of("reason", reason.name())));
  }
}
