package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What a search found. */
final class Bundles {
  private Bundles() {}

  /** A bundle of resources, each written with its type. */
  static Response of(List<Consumer<JsonGenerator>> resources) {
    return Told.resource("Bundle", out -> {
      out.writeStringProperty("type", "searchset");
      out.writeNumberProperty("total", resources.size());
      if (!resources.isEmpty()) { // FHIR has no empty arrays
        out.writeArrayPropertyStart("entry");
        resources.forEach(resource -> {
          out.writeStartObject();
          out.writeObjectPropertyStart("resource");
          resource.accept(out);
          out.writeEndObject();
          out.writeObjectPropertyStart("search");
          out.writeStringProperty("mode", "match");
          out.writeEndObject();
          out.writeEndObject();
        });
        out.writeEndArray();
      }
    });
  }
}
