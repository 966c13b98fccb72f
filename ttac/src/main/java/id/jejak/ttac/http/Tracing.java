package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.domain.Transit;
import id.jejak.ttac.http.epcis.EpcisDocument;
import id.jejak.ttac.store.SurroundingStore;
import id.jejak.ttac.store.Trace;
import id.jejak.ttac.store.TraceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code barcode/trace}, {@code barcode/map} and {@code barcode/epcis}: where a pack has been, for every facility that asks. Reads one
 * moment, so that a pack that is being moved is seen before or after, never in between.
 */
final class Tracing {
  private final Db db;
  private final Barcodes barcodes;
  private final TraceStore store;
  private final SurroundingStore surroundings;
  private final EpcisDocument epcis;
  private final InstantSource clock;

  Tracing(Db db, Barcodes barcodes, TraceStore store, SurroundingStore surroundings, EpcisDocument epcis,
      InstantSource clock) {
    this.db = db;
    this.barcodes = barcodes;
    this.store = store;
    this.surroundings = surroundings;
    this.epcis = epcis;
    this.clock = clock;
  }

  byte[] trace(Caller caller, Params params, Request request) {
    var barcode = params.text("barcode", Limits.BARCODE_LENGTH);
    var page = Page.of(params, Limits.HISTORY_DEFAULT);
    var trace = find(barcode, page);
    return Envelope.of(Code.E000).json(out -> write(out, trace, page));
  }

  byte[] map(Caller caller, Params params, Request request) {
    var barcode = params.text("barcode", Limits.BARCODE_LENGTH);
    var page = Page.of(params, Limits.LIST_DEFAULT);
    var keys = barcodes.keys(barcode);
    return db.snapshot(snapshot -> {
      var trace = latest(snapshot, keys, barcode);
      var within = trace.latest().deleted() ? SurroundingStore.Within.NOTHING
          : surroundings.within(snapshot, trace.latest().unit(), page.offset(), page.limit());
      var places = surroundings.places(snapshot, trace.names().keySet());
      return Envelope.of(Code.E000).json(out -> write(out, trace, within, places, page));
    });
  }

  /** The trace with the end of its history, where whoever has it now stands. */
  private Trace latest(Handle snapshot, List<String> keys, String barcode) {
    var first = store.trace(snapshot, keys, 0, Limits.HISTORY_DEFAULT)
        .orElseThrow(() -> new Stop(Envelope.about(Code.E013, barcode)));
    return first.total() <= Limits.HISTORY_DEFAULT ? first
        : store.trace(snapshot, keys, first.total() - Limits.HISTORY_DEFAULT, Limits.HISTORY_DEFAULT).orElseThrow();
  }

  private static void write(JsonGenerator out, Trace trace, SurroundingStore.Within within,
      List<SurroundingStore.Place> places, Page page) {
    out.writeStartObject();
    out.writeStringProperty("barcode", trace.latest().barcode());
    out.writeStringProperty("barcode_level", trace.latest().level().word());
    out.writeNumberProperty("total", within.total());
    out.writeNumberProperty("offset", page.offset());
    out.writeNumberProperty("limit", page.limit());
    out.writeName("items");
    out.writeStartArray();
    within.units().forEach(unit -> {
      out.writeStartObject();
      out.writeStringProperty("barcode", unit.barcode());
      out.writeStringProperty("barcode_level", unit.level().word());
      out.writeStringProperty("status", unit.status().word());
      out.writeNumberProperty("isi", unit.units());
      out.writeEndObject();
    });
    out.writeEndArray();
    out.writeName("places");
    out.writeStartArray();
    places.forEach(place -> {
      out.writeStartObject();
      out.writeNumberProperty("id", place.id());
      out.writeStringProperty("nama", place.name());
      out.writeStringProperty("kota", place.city());
      out.writeStringProperty("provinsi", place.province());
      out.writeStringProperty("latitude", place.latitude());
      out.writeStringProperty("longitude", place.longitude());
      out.writeEndObject();
    });
    out.writeEndArray();
    out.writeEndObject();
  }

  /** The document itself, not the envelope: what reads EPCIS knows no envelope. */
  Response epcis(Caller caller, Params params, Request request) {
    var barcode = params.text("barcode", Limits.BARCODE_LENGTH);
    var page = Page.of(params, Limits.HISTORY_DEFAULT);
    return Response.of(200, EpcisDocument.MEDIA_TYPE, epcis.json(find(barcode, page), clock.instant()));
  }

  private Trace find(String barcode, Page page) {
    var keys = barcodes.keys(barcode);
    return db.snapshot(snapshot -> store.trace(snapshot, keys, page.offset(), page.limit()))
        .orElseThrow(() -> new Stop(Envelope.about(Code.E013, barcode)));
  }

  private static void write(JsonGenerator out, Trace trace, Page page) {
    var latest = trace.latest();
    var product = latest.product();
    out.writeStartObject();
    out.writeStringProperty("barcode", latest.barcode());
    out.writeStringProperty("barcode_level", latest.level().word());
    out.writeStringProperty("status", latest.deleted() ? "deleted" : latest.status().word());
    out.writeStringProperty("nie", product == null ? null : product.nie());
    out.writeStringProperty("batch_no", product == null ? null : product.batch());
    out.writeStringProperty("exp_date", product == null ? null : product.expiry().toString());
    sarana(out, trace, "holder", trace.custody() == null ? null : trace.custody().holder());
    transit(out, trace, trace.custody() == null ? null : trace.custody().transit());
    out.writeName("inside");
    out.writeStartArray();
    trace.inside().forEach(out::writeString);
    out.writeEndArray();
    out.writeNumberProperty("total", trace.total());
    out.writeNumberProperty("offset", page.offset());
    out.writeNumberProperty("limit", page.limit());
    out.writeName("history");
    out.writeStartArray();
    trace.steps().forEach(step -> step(out, trace, step));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void transit(JsonGenerator out, Trace trace, @Nullable Transit transit) {
    out.writeName("transit");
    if (transit == null || trace.since() == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    sarana(out, trace, "from", transit.from());
    sarana(out, trace, "to", transit.to());
    out.writeStringProperty("jenis", transit.kind().word());
    time(out, "since", trace.since());
    out.writeEndObject();
  }

  private static void step(JsonGenerator out, Trace trace, Trace.Step step) {
    out.writeStartObject();
    out.writeNumberProperty("life", step.life() + 1);
    time(out, "at", step.at());
    out.writeStringProperty("event", step.kind().word());
    sarana(out, trace, "sarana", step.sarana());
    sarana(out, trace, "from", step.from());
    sarana(out, trace, "to", step.to());
    out.writeStringProperty("jenis", switch (step.kind()) {
      case SEND -> Transit.Kind.KIRIM.word();
      case RETURN -> Transit.Kind.RETUR.word();
      case RECALL -> Transit.Kind.RECALL.word();
      case REGISTER, AGGREGATE, DISAGGREGATE, ACTIVATE, SAMPLE, REJECT, RECEIVE, DELETE -> null;
    });
    out.writeStringProperty("reason", step.reason());
    out.writeStringProperty("via", step.via());
    out.writeStringProperty("parent", step.holder());
    out.writeStringProperty("request", step.request());
    out.writeEndObject();
  }

  /** The instant as ISO 8601 writes it, and as a text in Jakarta time. */
  private static void time(JsonGenerator out, String name, Instant at) {
    out.writeStringProperty(name, at.toString());
    out.writeStringProperty(name + "_wib", WibText.dateTime(at));
  }

  private static void sarana(JsonGenerator out, Trace trace, String name, @Nullable Integer id) {
    out.writeName(name);
    if (id == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeNumberProperty("id", id);
    out.writeStringProperty("nama", trace.names().get(id));
    out.writeEndObject();
  }
}
