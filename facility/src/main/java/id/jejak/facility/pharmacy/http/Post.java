package id.jejak.facility.pharmacy.http;

import id.jejak.delivery.Delivery;
import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.remote.SatusehatCarrier;
import id.jejak.facility.pharmacy.remote.TtacCarrier;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Posts what is owed, in the transaction that causes it. Thread-safe. */
final class Post {
  private final Delivery delivery;
  private final Outbox outbox;
  private final Duration numberAfter;

  /** @param numberAfter how long after a prescription was posted its national number is first asked for */
  Post(Delivery delivery, Duration numberAfter) {
    this.delivery = delivery;
    this.outbox = delivery.outbox();
    this.numberAfter = numberAfter;
  }

  /**
   * Movements of a facility arrive at TTAC in their order: a pack is received before it is sent on. Those of another facility
   * wait for none of them.
   */
  void toTtac(Handle tx, String facility, long movement, String kind, List<String> barcodes, Optional<Integer> target,
      String reason) {
    int most = kind.equals(TtacCarrier.RETURN) ? 1 : Limits.PACKS;
    for (int from = 0; from < barcodes.size(); from += most) {
      var some = barcodes.subList(from, Math.min(from + most, barcodes.size()));
      outbox.post(tx, new Parcel("ttac", facility, TtacCarrier.line(facility), kind, body(Tree.of("barcodes", some, "target",
          target.orElse(0), "reason", reason, "key", "jejak-" + movement + "-" + from))));
    }
  }

  /**
   * A prescription and its number, as some of the transaction's last statements; everything about a prescription arrives in
   * its order.
   */
  List<Sql.Call> prescription(Handle tx, String facility, long prescription) {
    var body = body(Map.of("prescription", prescription));
    return Stream.of(outbox.posting(tx, satusehat(facility, prescription, SatusehatCarrier.PRESCRIPTION, body)),
            outbox.posting(tx, satusehat(facility, prescription, SatusehatCarrier.NUMBER, body), numberAfter))
        .flatMap(List::stream).toList();
  }

  /** Dispenses of a prescription, as one of the transaction's last statements. */
  List<Sql.Call> dispenses(Handle tx, String facility, long prescription, List<Long> dispenses) {
    return outbox.posting(tx, satusehat(facility, prescription, SatusehatCarrier.DISPENSES,
        body(Map.of("dispenses", dispenses))));
  }

  /** The taking back of a dispense, behind the dispense itself; as one of the transaction's last statements. */
  List<Sql.Call> takeback(Handle tx, String facility, long prescription, long dispense) {
    return outbox.posting(tx, satusehat(facility, prescription, SatusehatCarrier.TAKEBACK,
        body(Map.of("dispense", dispense))));
  }

  /** SATUSEHAT knows more of a prescription: what was parked for want of that, goes on. */
  void named(Handle tx, long prescription) {
    delivery.again(tx, "satusehat", key(prescription), SatusehatCarrier.UNTOLD);
  }

  static String received() {
    return TtacCarrier.RECEIVE;
  }

  private static Parcel satusehat(String facility, long prescription, String kind, JsonNode body) {
    return new Parcel("satusehat", facility, key(prescription), kind, body);
  }

  private static String key(long prescription) {
    return "prescription " + prescription;
  }

  private static JsonNode body(Map<String, ?> members) {
    return Json.read(Json.write((Object) members));
  }
}
