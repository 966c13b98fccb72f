package id.jejak.satusehat.client.care;

import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Objects of JSON as the wire wants them: nothing that is empty, instants in UTC. */
final class Fields {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Fields() {}

  /** Names and values in turn; what is empty is left out. */
  static Map<String, Object> of(Object... pairs) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      var given = pairs[i + 1];
      var value = given instanceof Optional<?> maybe ? maybe.map(Object.class::cast).orElse("") : given;
      if (!(value instanceof Collection<?> many && many.isEmpty())
          && !(value instanceof String text && text.isEmpty())
          && !(value instanceof JsonNode node && node.isMissingNode())) {
        fields.put((String) pairs[i], value instanceof Instant at ? time(at) : value);
      }
    }
    return fields;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static Map<String, Object> reference(String reference) {
    return of("reference", reference);
  }

  static JsonNode json(Map<String, Object> fields) {
    return Json.read(Json.write((Object) fields));
  }
}
