package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.Terminology.Property;
import id.jejak.kfa.store.Terms;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What this terminology server can. Thread-safe. */
final class Capabilities {
  private final Terms terms;
  private final InstantSource clock;

  Capabilities(Terms terms, InstantSource clock) {
    this.terms = terms;
    this.clock = clock;
  }

  /** True for a request that asks for these capabilities; others at the same address are somebody else's. */
  static boolean wanted(Request request) {
    return Form.urlencoded(request.query()).getOrDefault("mode", List.of()).contains("terminology");
  }

  Response read(Request request) {
    return Told.resource("TerminologyCapabilities", out -> {
      out.writeStringProperty("version", Long.toString(terms.seq()));
      out.writeStringProperty("name", "KFA");
      out.writeStringProperty("title", "Kamus Farmasi dan Alat Kesehatan as a terminology server");
      out.writeStringProperty("status", "active");
      out.writeStringProperty("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      out.writeStringProperty("kind", "instance");
      out.writeObjectPropertyStart("implementation");
      out.writeStringProperty("description", "Jejak");
      out.writeEndObject();
      system(out);
      expansion(out);
      out.writeStringProperty("codeSearch", "all");
      object(out, "validateCode", () -> out.writeBooleanProperty("translations", false));
      object(out, "translation", () -> out.writeBooleanProperty("needsMap", false));
    });
  }

  private void system(JsonGenerator out) {
    out.writeArrayPropertyStart("codeSystem");
    out.writeStartObject();
    out.writeStringProperty("uri", Terminology.KFA);
    out.writeArrayPropertyStart("version");
    out.writeStartObject();
    out.writeStringProperty("code", Long.toString(terms.seq()));
    out.writeBooleanProperty("isDefault", true);
    out.writeBooleanProperty("compositional", false);
    out.writeArrayPropertyStart("property");
    Arrays.stream(Property.values()).forEach(property -> out.writeString(property.code()));
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeBooleanProperty("subsumption", true);
    out.writeEndObject();
    out.writeEndArray();
  }

  private static void expansion(JsonGenerator out) {
    object(out, "expansion", () -> {
      out.writeBooleanProperty("hierarchical", false);
      out.writeBooleanProperty("paging", true);
      out.writeBooleanProperty("incomplete", false);
      out.writeArrayPropertyStart("parameter");
      List.of("url", "filter", "count", "offset", "activeOnly").forEach(name -> {
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeEndObject();
      });
      out.writeEndArray();
      out.writeStringProperty("textFilter", "Words of a name, as somebody types them.");
    });
  }

  private static void object(JsonGenerator out, String name, Runnable members) {
    out.writeObjectPropertyStart(name);
    members.run();
    out.writeEndObject();
  }
}
