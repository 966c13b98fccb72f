package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.OwnSurgery;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.antrean.contract.rs.Surgery;
import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.facility.queue.http.Gate.Reply;
import id.jejak.facility.queue.store.SurgeryStore;
import id.jejak.facility.queue.store.SurgeryStore.Planned;
import id.jejak.facility.queue.store.Trail;
import id.jejak.kernel.db.Db;
import java.util.Map;

/** Planned operations, of the hospital and of one member. Both ends of a span count. Thread-safe. */
final class Surgeries {
  private static final String CARD = "[0-9]{13}";
  private static final String SAMPLE_CARD = "00012345678";

  private final Db db;
  private final SurgeryStore surgeries;
  private final Trail trail;
  private final boolean demo;

  Surgeries(Db db, SurgeryStore surgeries, Trail trail, boolean demo) {
    this.db = db;
    this.surgeries = surgeries;
    this.trail = trail;
    this.demo = demo;
  }

  Reply list(Asked asked) {
    var from = asked.date("tanggalawal").orElseThrow(() -> Stop.with(RsMessage.DATE_MALFORMED));
    var to = asked.date("tanggalakhir").orElseThrow(() -> Stop.with(RsMessage.DATE_MALFORMED));
    if (to.isBefore(from)) {
      throw Stop.with(RsMessage.SPAN_REVERSED);
    }
    var why = trail.bpjs(RsOperations.SURGERIES, Purpose.TREATMENT);
    return Reply.of(Map.of("list", db.transaction(tx -> {
      var planned = surgeries.between(tx, from, to);
      trail.touched(tx, why, Deed.READ, planned.stream().map(Planned::holder).toList());
      return planned;
    }).stream()
        .map(one -> new Surgery(one.code(), one.day().toString(), one.procedure(), one.clinic(), one.name(),
            one.done() ? 1 : 0, one.card(), one.updatedAt().toEpochMilli())).toList()));
  }

  Reply ofMember(Asked asked) {
    var card = asked.text("nopeserta");
    if (!card.matches(CARD) && !(demo && card.equals(SAMPLE_CARD))) {
      throw Stop.with(RsMessage.CARD_INVALID);
    }
    var why = trail.bpjs(RsOperations.SURGERIES_OF_MEMBER, Purpose.PATIENT_REQUEST);
    return Reply.of(Map.of("list", db.transaction(tx -> {
      trail.touched(tx, why, Deed.READ, new Holder(card, "", ""));
      return surgeries.of(tx, card);
    }).stream()
        .map(one -> new OwnSurgery(one.code(), one.day().toString(), one.procedure(), one.clinic(), one.name(),
            one.done() ? 1 : 0)).toList()));
  }
}
