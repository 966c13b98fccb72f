package id.jejak.satusehat.http;

import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Json;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.NoticeStore;
import id.jejak.satusehat.store.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Notes what the owner of a prescription's document is told. Thread-safe. */
final class Telling {
  private final NoticeStore notices;
  private final Drafts drafts;
  private final Ids ids;

  Telling(NoticeStore notices, Drafts drafts, Ids ids) {
    this.notices = notices;
    this.drafts = drafts;
    this.ids = ids;
  }

  /**
   * One thing to be told.
   *
   * @param kind the event
   * @param dispense reference of the dispense that it is about; empty for none
   */
  record Told(Stored document, String kind, String number, Optional<String> dispense) {}

  /** The document got its number. */
  static Told number(Stored document, String number) {
    return new Told(document, "nrn", number, Optional.empty());
  }

  /** A dispense stands in the document. */
  static Told dispense(Stored document, JsonNode now, String dispense) {
    return new Told(document, "dispense", National.of(now).stream().findFirst().orElse(""), Optional.of(dispense));
  }

  /** Notes these, in their order. */
  void tell(Handle tx, List<Told> told) {
    notices.add(tx, told.stream().map(this::notice).toList());
  }

  private NoticeStore.Addressed notice(Told told) {
    var said = new LinkedHashMap<String, Object>();
    said.put("document", "DocumentReference/" + told.document().id());
    said.put("nrn", told.number());
    told.dispense().ifPresent(reference -> said.put("dispense", reference));
    said.put("at", Version.at(drafts.now().instant()).updated());
    return new NoticeStore.Addressed(new NoticeStore.Notice(ids.next(), told.kind(), Json.write(said)),
        told.document().owner());
  }
}
