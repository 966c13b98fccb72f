package id.jejak.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  /** The schema that the OpenAPI Initiative publishes, as carried by a parser's jar. */
  private static final String OFFICIAL = "/openapi/3.1/schema/2025-09-15";

  private final JsonNode document = Json.read(new OpenApi(Samples.system()).document());

  @Test
  void isValidByTheOfficialSchema() {
    assertEquals(List.of(), faults(official(), document));
  }

  @Test
  void theOfficialSchemaSeesAFault() {
    var broken = Json.read(document.toString().replace("\"openapi\":\"3.1.1\"", "\"openapi\":\"2.0\""));
    assertFalse(faults(official(), broken).isEmpty(), "a validator that accepts everything proves nothing");
  }

  @Test
  void everyExampleIsAnAnswerOfItsOwnSchema() {
    var answer = document.at("/components/schemas/Answer");
    int examples = 0;
    for (var path : document.get("paths")) {
      for (var operation : path) {
        for (var example : operation.at("/responses/200/content/application~1json/examples")) {
          assertEquals(List.of(), faults(answer, example.get("value")));
          examples++;
        }
      }
    }
    assertEquals(16, examples, "one for every outcome, doubled codes included");
    assertEquals(List.of(), faults(answer,
        document.at("/components/responses/NotFound/content/application~1json/example")));
  }

  @Test
  void saysWhereParametersMayBe() {
    var receive = document.at("/paths/~1pack~1receive/post");
    assertEquals(List.of("/dev/api/v3", "/api/v3"),
        document.get("servers").valueStream().map(server -> server.get("url").stringValue()).toList());
    assertEquals(List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data"),
        List.copyOf(receive.at("/requestBody/content").propertyNames()));
    assertEquals("array", receive.at(
        "/requestBody/content/multipart~1form-data/schema/properties/barcode[]/type").stringValue());
    var list = document.at("/paths/~1pack~1list/get");
    assertTrue(list.at("/parameters/0/required").booleanValue(), "the token of a GET");
    assertTrue(list.get("description").stringValue().contains("JSON object in the body of the GET"));
    assertEquals("path", document.at("/paths/~1pack~1{barcode}~1trace/get/parameters/0/in").stringValue());
  }

  static JsonNode official() {
    try (var in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(OFFICIAL), OFFICIAL)) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<String> faults(JsonNode schema, JsonNode value) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry.getSchema(SchemaLocation.of("urn:jejak:test"), schema).validate(value).stream()
        .map(Object::toString).toList();
  }
}
