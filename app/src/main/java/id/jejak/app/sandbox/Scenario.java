package id.jejak.app.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A named situation: what time it is and what goes wrong.
 *
 * @param id what it is, in Indonesian
 * @param en what it is, in English
 * @param clock as {@code POST /sandbox/clock} takes it; missing when the clock stays
 * @param faults as {@code POST /sandbox/faults} takes them
 */
public record Scenario(String name, String id, String en, JsonNode clock, List<JsonNode> faults) {
  /** Copies the list. */
  public Scenario {
    faults = List.copyOf(faults);
  }
}
