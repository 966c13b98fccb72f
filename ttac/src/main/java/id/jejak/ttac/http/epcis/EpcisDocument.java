package id.jejak.ttac.http.epcis;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.Trace;
import id.jejak.ttac.store.Trace.Life;
import id.jejak.ttac.store.Trace.Step;
import java.time.Instant;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a trace as an EPCIS 2.0 document in JSON-LD (GS1 EPCIS and CBV 2.0, ISO/IEC 19987 and 19988).
 *
 * <p>Every event is about the one pack that was asked for, also when it moved inside a holder, which then stands in
 * {@code jejak:movedWith}: so a document can be read without those of its holders. For the same reason an event's id
 * belongs to the pack and the event together. Stateless, thread-safe.
 */
public final class EpcisDocument {
  /** What the document is on the wire. */
  public static final String MEDIA_TYPE = "application/ld+json";
  /** Where URIs begin of what GS1 has no key for. */
  public static final Key<String> BASE = new Key<>("ttac.epcis.base", "https://id.jejak.example",
      text -> new EpcisNames(text).base(),
      "https address under a domain of yours, without a slash at its end: the beginning of every URI in an EPCIS"
          + " document for which GS1 has no key");

  private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";
  private static final String MASTER_DATA = "urn:epcglobal:cbv:mda:";

  private final EpcisNames names;

  /**
   * A writer.
   *
   * @param base value of {@link #BASE}
   */
  public EpcisDocument(String base) {
    this.names = new EpcisNames(base);
  }

  /**
   * The document.
   *
   * @param now when it is made
   */
  public byte[] json(Trace trace, Instant now) {
    var year = Year.of(WibText.date(now).getYear());
    return Json.write(out -> {
      out.writeStartObject();
      context(out);
      out.writeStringProperty("type", "EPCISDocument");
      out.writeStringProperty("schemaVersion", "2.0");
      out.writeStringProperty("creationDate", now.toString());
      out.writeName("epcisBody");
      out.writeStartObject();
      out.writeName("eventList");
      out.writeStartArray();
      trace.steps().forEach(step -> new Page(out, trace.lives().get(step.life()), step, year).write());
      out.writeEndArray();
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private void context(JsonGenerator out) {
    out.writeName("@context");
    out.writeStartArray();
    out.writeString(CONTEXT);
    out.writeStartObject();
    out.writeStringProperty("cbvmda", MASTER_DATA);
    out.writeStringProperty("jejak", names.namespace());
    out.writeEndObject();
    out.writeEndArray();
  }

  /** One step of a history: one event, or two when a pack was registered inside a holder. */
  private final class Page {
    private final JsonGenerator out;
    private final Life life;
    private final Step step;
    private final Year year;

    Page(JsonGenerator out, Life life, Step step, Year year) {
      this.out = out;
      this.life = life;
      this.step = step;
      this.year = year;
    }

    void write() {
      var words = EpcisWords.of(step.kind());
      if (words.aggregation()) {
        aggregation(words, step.via() == null ? life.barcode() : step.via());
        return;
      }
      object(words);
      if (step.holder() != null) {
        aggregation(EpcisWords.of(Event.Kind.AGGREGATE), life.barcode());
      }
    }

    private void object(EpcisWords words) {
      head("ObjectEvent", words);
      list("epcList", life.barcode());
      tail(words);
      transfer();
      if (words.action().equals("ADD") && life.product() != null) {
        out.writeName("ilmd");
        out.writeStartObject();
        out.writeStringProperty("cbvmda:lotNumber", life.product().batch());
        out.writeStringProperty("cbvmda:itemExpirationDate", life.product().expiry().toString());
        out.writeStringProperty("jejak:nie", life.product().nie());
        out.writeEndObject();
      }
      text("jejak:movedWith", step.via() == null ? null : names.pack(step.via(), year));
      text("jejak:reason", step.reason());
      text("jejak:request", step.request());
      out.writeEndObject();
    }

    private void aggregation(EpcisWords words, String child) {
      head("AggregationEvent", words);
      out.writeStringProperty("parentID", names.pack(java.util.Objects.requireNonNull(step.holder()), year));
      list("childEPCs", child);
      tail(words);
      text("jejak:request", step.request());
      out.writeEndObject();
    }

    private void head(String type, EpcisWords words) {
      out.writeStartObject();
      out.writeStringProperty("eventID", EpcisNames.event(life.unit(), step.event(), type, step.request()));
      out.writeStringProperty("type", type);
      out.writeStringProperty("eventTime", step.at().toString());
      out.writeStringProperty("eventTimeZoneOffset", WibText.WIB.getId());
      out.writeStringProperty("recordTime", step.at().toString());
      out.writeStringProperty("action", words.action());
    }

    private void tail(EpcisWords words) {
      out.writeStringProperty("bizStep", words.bizStep());
      out.writeStringProperty("disposition", words.disposition());
      place("readPoint");
      if (words.stays()) {
        place("bizLocation");
      }
    }

    private void place(String name) {
      out.writeName(name);
      out.writeStartObject();
      out.writeStringProperty("id", names.place(step.sarana()));
      out.writeEndObject();
    }

    private void transfer() {
      end("sourceList", "source", step.from());
      end("destinationList", "destination", step.to());
    }

    private void end(String list, String name, @Nullable Integer sarana) {
      if (sarana == null) {
        return;
      }
      out.writeName(list);
      out.writeStartArray();
      end("possessing_party", name, names.party(sarana));
      end("location", name, names.place(sarana));
      out.writeEndArray();
    }

    private void end(String type, String name, String uri) {
      out.writeStartObject();
      out.writeStringProperty("type", type);
      out.writeStringProperty(name, uri);
      out.writeEndObject();
    }

    private void list(String name, String barcode) {
      out.writeName(name);
      out.writeStartArray();
      out.writeString(names.pack(barcode, year));
      out.writeEndArray();
    }

    private void text(String name, @Nullable String value) {
      if (value != null) {
        out.writeStringProperty(name, value);
      }
    }
  }
}
