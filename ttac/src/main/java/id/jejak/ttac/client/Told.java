package id.jejak.ttac.client;

import tools.jackson.databind.JsonNode;

/** What an envelope says besides its code. Prints nothing of it: it may hold a token. */
record Told(String message, JsonNode data) {
  @Override
  public String toString() {
    return "Told[***]";
  }
}
