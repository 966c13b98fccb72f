package id.jejak.antrean.client;

import tools.jackson.databind.JsonNode;

/** What a success said: its code and words, and the response opened; a missing node when there was none. */
record Told(int code, String message, JsonNode response) {}
