package id.jejak.ttac.http.epcis;

import id.jejak.kernel.json.Json;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.Trace;
import id.jejak.ttac.store.Trace.Life;
import id.jejak.ttac.store.Trace.Product;
import id.jejak.ttac.store.Trace.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A history in which everything happens once, whatever TTAC would say to it. */
final class Histories {
  private static final Instant START = Instant.parse("2026-11-22T02:00:00.123456Z");

  private Histories() {}

  static Trace trace(String barcode) {
    var life = new Life(7, barcode, Level.PRIMER, Status.ACTIVE,
        new Product("GKL1222251043A1", "PCT2601", LocalDate.of(2029, 6, 30)), true);
    var steps = new ArrayList<Step>();
    for (var kind : Event.Kind.values()) {
      boolean moves = switch (kind) {
        case SEND, RECEIVE, RETURN, RECALL -> true;
        case REGISTER, AGGREGATE, DISAGGREGATE, ACTIVATE, SAMPLE, REJECT, DELETE -> false;
      };
      boolean ties = switch (kind) {
        case REGISTER, AGGREGATE, DISAGGREGATE -> true;
        case SEND, RECEIVE, RETURN, RECALL, ACTIVATE, SAMPLE, REJECT, DELETE -> false;
      };
      steps.add(new Step(steps.size() + 1, 0, kind, START.plusSeconds(60L * steps.size()), 284,
          moves ? 284 : null, moves ? 123 : null, kind == Event.Kind.RETURN ? "segel \"rusak\" ✂" : null,
          moves ? "Karton/ç 1" : null, ties ? "Karton/ç 1" : null, "request-" + steps.size()));
    }
    return new Trace(List.of(life), null, null, List.of(), Map.of(284, "A", 123, "B"), steps.size(), steps);
  }

  static JsonNode document(String barcode) {
    return Json.read(new EpcisDocument("https://id.jejak.example").json(trace(barcode), START));
  }

  static JsonNode everything() {
    return document("(01)08991234567891(10)PCT2601(17)290630(21)SN/1");
  }
}
