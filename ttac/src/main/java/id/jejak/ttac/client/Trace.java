package id.jejak.ttac.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where a pack has been, as our own server tells it.
 *
 * @param holder id of the sarana that last had it at rest; 0 when it was deleted
 * @param steps the first thousand, oldest first
 */
public record Trace(String barcode, int holder, List<Step> steps) {
  /**
   * Something that happened to it, or to what it was inside.
   *
   * @param event such as {@code send}, {@code receive}, {@code return} and {@code recall}
   * @param sarana id of who did it; 0 when not told
   * @param to id of who it was sent to; 0 when it was sent to nobody
   */
  public record Step(Optional<Instant> at, String event, int sarana, int to) {}

  static Trace of(JsonNode data) {
    return new Trace(Fields.text(data, "barcode"), data.path("holder").path("id").asInt(0),
        data.path("history").valueStream().map(one -> new Step(Fields.instant(one, "at"), Fields.text(one, "event"),
            one.path("sarana").path("id").asInt(0), one.path("to").path("id").asInt(0))).toList());
  }
}
