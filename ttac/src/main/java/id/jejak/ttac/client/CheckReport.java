package id.jejak.ttac.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a dry run found.
 *
 * @param total barcodes given
 * @param distinct packs and unknown barcodes among them
 * @param ok how many would pass
 * @param failing the others, each with its own code and words
 */
public record CheckReport(int total, int distinct, int ok, List<Failing> failing) {
  /** A barcode that would be refused. */
  public record Failing(String barcode, String code, String message) {}

  static CheckReport of(JsonNode data) {
    return new CheckReport(data.path("total").asInt(0), data.path("distinct").asInt(0), data.path("ok").asInt(0),
        data.path("failing").valueStream().map(one -> new Failing(Fields.text(one, "barcode"),
            Fields.text(one, "statusCode"), Fields.text(one, "message"))).toList());
  }
}
