package id.jejak.app.conformance;

import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A HAR file in the making. */
final class HarFile {
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private Instant at;

  HarFile(Instant begin) {
    at = begin;
  }

  /** Time goes on. */
  HarFile later(long seconds) {
    at = at.plusSeconds(seconds);
    return this;
  }

  Instant now() {
    return at;
  }

  HarFile ask(String method, String url, Map<String, String> headers, String body, int status, String answer) {
    entries.add(Map.of("startedDateTime", at.toString(), "time", 12.5,
        "request", Map.of("method", method, "url", url, "headers", pairs(headers),
            "postData", Map.of("mimeType", "application/json", "text", body)),
        "response", Map.of("status", status, "headers", pairs(Map.of("Content-Type", "application/json")),
            "content", Map.of("mimeType", "application/json", "text", answer))));
    at = at.plusSeconds(1);
    return this;
  }

  private static List<Map<String, String>> pairs(Map<String, String> headers) {
    return headers.entrySet().stream().map(one -> Map.of("name", one.getKey(), "value", one.getValue())).toList();
  }

  byte[] bytes() {
    return Json.write((Object) Map.of("log", Map.of("version", "1.2", "entries", entries)));
  }

  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
