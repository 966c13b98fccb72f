package id.jejak.ttac.http.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our documents against GS1's own JSON schema of EPCIS 2.0. Its licence does not let it be kept here, and no library
 * carries it whole, so this runs only where {@code JEJAK_EPCIS_SCHEMA} names a copy, such as one fetched from
 * {@code https://ref.gs1.org/standards/epcis/epcis-json-schema.json}; elsewhere {@link EpcisRules} alone decide.
 */
@EnabledIfEnvironmentVariable(named = "JEJAK_EPCIS_SCHEMA", matches = ".+")
class EpcisSchemaTest {
  private static Schema schema() throws IOException {
    var text = Files.readString(Path.of(System.getenv("JEJAK_EPCIS_SCHEMA")));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
  }

  private static String faults(String document) throws IOException {
    var found = schema().validate(document, InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return String.join("\n", found.stream().map(Object::toString).toList());
  }

  @Test
  void everyKindOfEventIsValid() throws IOException {
    assertEquals("", faults(Histories.everything().toString()));
  }

  @Test
  void wrongDocumentsAreRefused() throws IOException {
    for (var wrong : WrongDocuments.ALL) {
      var document = (ObjectNode) Histories.everything();
      wrong.damage().accept(document);
      if (wrong.schemaSeesIt()) {
        assertFalse(faults(new String(Json.write(document), StandardCharsets.UTF_8)).isEmpty(), wrong.name());
      }
    }
  }
}
