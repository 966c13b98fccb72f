package id.jejak.kfa.http.fhir;

import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Terminology;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A Parameters resource as it is written; or any other. For one thread. */
final class Told {
  private final JsonGenerator out;

  private Told(JsonGenerator out) {
    this.out = out;
  }

  /** An answer of parameters. */
  static Response parameters(Consumer<Told> writer) {
    return resource("Parameters", out -> {
      out.writeArrayPropertyStart("parameter");
      writer.accept(new Told(out));
      out.writeEndArray();
    });
  }

  /** An answer of any type. */
  static Response resource(String type, Consumer<JsonGenerator> writer) {
    return Response.of(200, Terminology.FHIR_JSON, Json.write(out -> {
      out.writeStartObject();
      out.writeStringProperty("resourceType", type);
      writer.accept(out);
      out.writeEndObject();
    }));
  }

  Told text(String name, String value) {
    return one(name, "valueString", value);
  }

  Told code(String name, String value) {
    return one(name, "valueCode", value);
  }

  Told uri(String name, String value) {
    return one(name, "valueUri", value);
  }

  Told dateTime(String name, String value) {
    return one(name, "valueDateTime", value);
  }

  Told flag(String name, boolean value) {
    out.writeStartObject();
    out.writeStringProperty("name", name);
    out.writeBooleanProperty("valueBoolean", value);
    out.writeEndObject();
    return this;
  }

  private Told one(String name, String type, String value) {
    out.writeStartObject();
    out.writeStringProperty("name", name);
    out.writeStringProperty(type, value);
    out.writeEndObject();
    return this;
  }

  Told coding(String name, String system, String code, String display) {
    out.writeStartObject();
    out.writeStringProperty("name", name);
    out.writeName("valueCoding");
    coding(out, system, code, display);
    out.writeEndObject();
    return this;
  }

  static void coding(JsonGenerator out, String system, String code, String display) {
    out.writeStartObject();
    out.writeStringProperty("system", system);
    out.writeStringProperty("code", code);
    if (!display.isEmpty()) {
      out.writeStringProperty("display", display);
    }
    out.writeEndObject();
  }

  /** A parameter that has parts. */
  Told parts(String name, Consumer<Told> writer) {
    out.writeStartObject();
    out.writeStringProperty("name", name);
    out.writeArrayPropertyStart("part");
    writer.accept(this);
    out.writeEndArray();
    out.writeEndObject();
    return this;
  }
}
