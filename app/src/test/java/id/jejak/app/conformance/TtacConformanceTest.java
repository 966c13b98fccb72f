package id.jejak.app.conformance;

import static id.jejak.app.conformance.Checker.assertFailed;
import static id.jejak.app.conformance.Checker.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TtacConformanceTest {
  private static final String BASE = "https://ttac.example/api/v3";
  private static final String DONE = "{\"status\": true, \"statusCode\": \"E000\", \"message\": \"Request Success!\","
      + " \"data\": null}";
  private static final String LOGGED_IN = "{\"status\": true, \"statusCode\": \"E000\", \"message\": \"Request Success!\","
      + " \"data\": {\"user\": {\"token\": \"tok-ttac\"}}}";
  private static final String LOGIN = "{\"email\": \"a@b.example\", \"password\": \"sandi-rahasia\"}";

  private final HarFile har = new HarFile(Instant.parse("2026-11-22T02:00:00Z"));

  private void ask(String path, String body, String answer) {
    har.ask("POST", BASE + path, Map.of("Content-Type", "application/json"), body, 200, answer);
  }

  private static String refused(String code, String message) {
    return "{\"status\": false, \"statusCode\": \"" + code + "\", \"message\": \"" + message + "\", \"data\": null}";
  }

  @Test
  void aRightDistributorPasses() {
    ask("/auth/login", LOGIN, LOGGED_IN);
    har.ask("GET", BASE + "/sarana/mine/get?token=tok-ttac", Map.of(), "", 200, DONE);
    ask("/barcode/send", "{\"token\": \"tok-ttac\", \"id_sarana_tujuan\": 123, \"barcode\": [\"A1\", \"A2\"]}", DONE);
    ask("/barcode/receive", "{\"token\": \"tok-ttac\", \"barcode\": [\"X\"]}", refused("E013", "Barcode X not found."));
    ask("/barcode/receive", "{\"token\": \"tok-ttac\", \"barcode\": [\"B1\"]}", DONE);
    var report = Checker.of(har.bytes());
    assertFailed(report);
    assertEquals(Verdict.PASSED, line(report, "ttac.batch").verdict());
    assertEquals(Verdict.PASSED, line(report, "ttac.barcode.receive E013").verdict());
    assertEquals(Verdict.NOT_EXERCISED, line(report, "ttac.barcode.return").verdict());
  }

  @Test
  void loginsForEveryCallSinglesDeadTokensAndRepeatsAreFound() {
    for (int i = 0; i < 12; i++) {
      ask("/auth/login", LOGIN, LOGGED_IN);
      ask("/barcode/send", "{\"token\": \"tok-ttac\", \"id_sarana_tujuan\": 123, \"barcode\": [\"A" + i + "\"]}", DONE);
    }
    ask("/barcode/send", "{\"token\": \"tok-ttac\", \"id_sarana_tujuan\": 123, \"barcode\": [\"A1\"]}",
        refused("E017", "Barcode primer A1 can only be sent once."));
    ask("/barcode/receive", "{\"token\": \"lama\", \"barcode\": [\"B1\"]}", refused("E003", "Invalid token"));
    ask("/barcode/receive", "{\"token\": \"lama\", \"barcode\": [\"B1\"]}", refused("E003", "Invalid token"));
    ask("/barcode/receive", "{\"token\": \"tok-ttac\", \"barcodes\": [\"B1\"]}", refused("E990", "Parameter error. The"
        + " barcode field is required."));
    ask("/barcode/sent", "{}", "{}");
    assertFailed(Checker.of(har.bytes()), "ttac.address", "ttac.token.reuse", "ttac.token.over", "ttac.batch",
        "ttac.repeat", "ttac.barcode.receive", "ttac.barcode.receive names");
  }

  @Test
  void whoeverIsAskedToWaitWaits() {
    har.ask("POST", BASE + "/auth/login", Map.of(), LOGIN, 429, "Too Many Requests");
    ask("/auth/login", LOGIN, LOGGED_IN);
    assertFailed(Checker.of(har.bytes()), "ttac.patience");
  }
}
