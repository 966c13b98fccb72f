package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.store.PendingStore;
import id.jejak.ttac.store.PendingStore.Pending;
import id.jejak.ttac.store.SaranaStore;
import id.jejak.ttac.store.SaranaStore.Location;
import id.jejak.ttac.store.SaranaStore.Target;
import id.jejak.ttac.store.SaranaStore.Window;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** The three lists, and the one write that adds to one of them. */
final class Lists {
  private final Db db;
  private final SaranaStore saranas;
  private final PendingStore pendings;

  Lists(Db db, SaranaStore saranas, PendingStore pendings) {
    this.db = db;
    this.saranas = saranas;
    this.pendings = pendings;
  }

  byte[] locations(Caller caller, Params params, Request request) {
    var page = Page.of(params, Limits.LIST_DEFAULT);
    return list(page, db.read(handle ->
        saranas.locations(handle, caller.sarana(), page.offset(), page.limit())), Lists::location);
  }

  byte[] addLocation(Caller caller, Params params, Request request) {
    var address = params.text("alamat", Limits.TEXT_LENGTH);
    var phone = params.text("no_telp", Limits.SHORT_LENGTH);
    var fax = params.textOrEmpty("fax", Limits.SHORT_LENGTH);
    var latitude = params.number("latitude", -90, 90);
    var longitude = params.number("longitude", -180, 180);
    var location = new Location(0, address, phone, fax.orElse(null), params.written("latitude"),
        params.written("longitude"));
    return db.transaction(tx -> {
      if (!saranas.addLocation(tx, caller.sarana(), location, latitude, longitude)) {
        throw Stop.with(Code.E032);
      }
      return Envelope.of(Code.E000).json();
    });
  }

  byte[] targets(Caller caller, Params params, Request request) {
    var active = params.flag("aktif");
    var page = Page.of(params, Limits.LIST_DEFAULT);
    return list(page, db.read(handle ->
        saranas.targets(handle, caller.sarana(), active, page.offset(), page.limit())), Lists::target);
  }

  /** Null when nothing at all is on its way, as the document's example shows. */
  byte[] pending(Caller caller, Params params, Request request) {
    var nie = params.textOrEmpty("nie", Limits.SHORT_LENGTH);
    var batch = params.textOrEmpty("batch_no", Limits.SHORT_LENGTH);
    var page = Page.of(params, Limits.LIST_DEFAULT);
    var window = db.read(handle ->
        pendings.pending(handle, caller.sarana(), nie, batch, page.offset(), page.limit()));
    return window.total() == 0 ? Envelope.of(Code.E000).json() : list(page, window, Lists::pending);
  }

  private static <T> byte[] list(Page page, Window<T> window, BiConsumer<JsonGenerator, T> item) {
    return Envelope.of(Code.E000).json(out -> {
      out.writeStartObject();
      out.writeNumberProperty("total", window.total());
      out.writeNumberProperty("offset", page.offset());
      out.writeNumberProperty("limit", page.limit());
      out.writeName("items");
      out.writeStartArray();
      for (var one : window.items()) {
        out.writeStartObject();
        item.accept(out, one);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void location(JsonGenerator out, Location location) {
    out.writeNumberProperty("id", location.id());
    out.writeStringProperty("alamat_rekanan", location.address());
    out.writeStringProperty("no_telp", location.phone());
    out.writeStringProperty("fax", location.fax());
    out.writeStringProperty("latitude", location.latitude());
    out.writeStringProperty("longitude", location.longitude());
  }

  private static void target(JsonGenerator out, Target target) {
    out.writeNumberProperty("id", target.id());
    out.writeStringProperty("nama_sarana", target.name());
    out.writeStringProperty("alamat", target.address());
    out.writeBooleanProperty("status", target.active());
  }

  private static void pending(JsonGenerator out, Pending pending) {
    out.writeStringProperty("barcode", pending.barcode());
    out.writeStringProperty("barcode_level", pending.level().word());
    out.writeStringProperty("nie", pending.nie());
    out.writeStringProperty("batch_no", pending.batch());
    out.writeStringProperty("exp_date", pending.expiry() == null ? null : pending.expiry().toString());
    out.writeStringProperty("jenis", pending.kind().word());
    out.writeStringProperty("reason", pending.reason());
    out.writeNumberProperty("id_sarana_pengirim", pending.from());
    out.writeStringProperty("nama_sarana_pengirim", pending.fromName());
    out.writeStringProperty("tanggal_kirim", WibText.dateTime(pending.sentAt()));
    out.writeNumberProperty("jumlah_primer", pending.primers());
  }
}
