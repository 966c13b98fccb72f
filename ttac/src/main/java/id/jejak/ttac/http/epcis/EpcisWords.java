package id.jejak.ttac.http.epcis;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.ttac.store.Event;

/**
 * What happened, in the words of CBV 2.0.
 *
 * @param action ADD when something begins, OBSERVE when it goes on, DELETE when it ends
 */
@Source(grade = Grade.INFERRED, ref = "CBV 2.0, business steps and dispositions; the choice among them is ours",
    seen = "2026-11")
record EpcisWords(boolean aggregation, String action, String bizStep, String disposition) {
  static EpcisWords of(Event.Kind kind) {
    return switch (kind) {
      case REGISTER -> new EpcisWords(false, "ADD", "commissioning", "active");
      case ACTIVATE -> new EpcisWords(false, "OBSERVE", "other", "active"); // CBV has no word for a release
      case AGGREGATE -> new EpcisWords(true, "ADD", "packing", "in_progress");
      case DISAGGREGATE -> new EpcisWords(true, "DELETE", "unpacking", "in_progress");
      case SAMPLE -> new EpcisWords(false, "OBSERVE", "sampling", "non_sellable_other");
      case REJECT -> new EpcisWords(false, "OBSERVE", "holding", "non_sellable_other");
      case SEND -> new EpcisWords(false, "OBSERVE", "shipping", "in_transit");
      case RECEIVE -> new EpcisWords(false, "OBSERVE", "receiving", "in_progress");
      case RETURN -> new EpcisWords(false, "OBSERVE", "shipping", "returned");
      case DELETE -> new EpcisWords(false, "DELETE", "decommissioning", "inactive");
      case RECALL -> new EpcisWords(false, "OBSERVE", "holding", "recalled");
    };
  }

  /** Whether the pack stays where it was observed: not when it leaves, nor when it ends. */
  boolean stays() {
    return switch (bizStep) {
      case "shipping", "decommissioning" -> false;
      default -> true;
    };
  }
}
