package id.jejak.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldFileTest {
  private static final String GOOD = """
      {"client_id": "klinik", "client_secret": "0123456789abcdef", "organization_id": "100", "name": "Klinik"}""";

  private final TestGateway test = new TestGateway(Map.of(), false);

  @AfterEach
  void close() {
    test.close();
  }

  private void load(String clients) {
    test.gateway.load(Json.read("{\"clients\": " + clients + "}"));
  }

  private String refused(String clients) {
    var message = String.valueOf(assertThrows(StartFailure.class, () -> load(clients)).getMessage());
    assertEquals(401, test.ask("klinik", "0123456789abcdef").status(), "nothing is kept");
    return message;
  }

  @Test
  void clientsOfAFileGetTokensAndLaterFilesChangeNothing() {
    assertTrue(test.gateway.sandbox().isEmpty());
    load("[" + GOOD + "]");
    load("[" + GOOD.replace("0123456789abcdef", "another-secret-of-it") + "]");
    assertEquals(200, test.ask("klinik", "0123456789abcdef").status());
    assertEquals(401, test.ask("klinik", "another-secret-of-it").status());
  }

  @Test
  void whatIsWrongStopsTheStartAndShowsNoSecret() {
    var weak = refused("[" + GOOD.replace("0123456789abcdef", "rahasia-kami") + "]");
    assertTrue(weak.contains("client_secret of client 1 has 12 characters") && weak.contains("openssl"), weak);
    assertFalse(weak.contains("rahasia-kami"), weak);
    assertTrue(refused("[" + GOOD + "," + GOOD + "]").contains("client 2 has the client_id of an earlier one"));
    assertTrue(refused("[" + GOOD.replace("\"name\"", "\"nama\"") + "]").contains("unknown member nama in client 1"));
    assertTrue(refused("[" + GOOD.replace("\"Klinik\"", "7") + "]").contains("name of client 1 is missing"));
    assertTrue(refused("[" + GOOD.replace("\"100\"", "\" \"") + "]").contains("organization_id"));
    assertTrue(refused("[" + GOOD.replace("klinik", "kl\\u0000nik") + "]").contains("client_id"));
    assertTrue(refused("[]").contains("at least one client"));
    assertTrue(refused("{}").contains("at least one client"));
    assertTrue(refused("[7]").contains("client 1 must be an object"));
  }
}
