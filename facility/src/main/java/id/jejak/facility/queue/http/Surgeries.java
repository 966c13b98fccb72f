package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.OwnSurgery;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.Surgery;
import id.jejak.facility.queue.http.Gate.Reply;
import id.jejak.facility.queue.store.SurgeryStore;
import id.jejak.kernel.db.Db;
import java.util.Map;

/** Planned operations, of the hospital and of one member. Both ends of a span count. Thread-safe. */
final class Surgeries {
  private static final String CARD = "[0-9]{13}";
  private static final String SAMPLE_CARD = "00012345678";

  private final Db db;
  private final SurgeryStore surgeries;
  private final boolean demo;

  Surgeries(Db db, SurgeryStore surgeries, boolean demo) {
    this.db = db;
    this.surgeries = surgeries;
    this.demo = demo;
  }

  Reply list(Asked asked) {
    var from = asked.date("tanggalawal").orElseThrow(() -> Stop.with(RsMessage.DATE_MALFORMED));
    var to = asked.date("tanggalakhir").orElseThrow(() -> Stop.with(RsMessage.DATE_MALFORMED));
    if (to.isBefore(from)) {
      throw Stop.with(RsMessage.SPAN_REVERSED);
    }
    return Reply.of(Map.of("list", db.read(handle -> surgeries.between(handle, from, to)).stream()
        .map(one -> new Surgery(one.code(), one.day().toString(), one.procedure(), one.clinic(), one.name(),
            one.done() ? 1 : 0, one.card(), one.updatedAt().toEpochMilli())).toList()));
  }

  Reply ofMember(Asked asked) {
    var card = asked.text("nopeserta");
    if (!card.matches(CARD) && !(demo && card.equals(SAMPLE_CARD))) {
      throw Stop.with(RsMessage.CARD_INVALID);
    }
    return Reply.of(Map.of("list", db.read(handle -> surgeries.of(handle, card)).stream()
        .map(one -> new OwnSurgery(one.code(), one.day().toString(), one.procedure(), one.clinic(), one.name(),
            one.done() ? 1 : 0)).toList()));
  }
}
