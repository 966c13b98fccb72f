package id.jejak.delivery;

import tools.jackson.databind.JsonNode;

/**
 * Something owed to a remote.
 *
 * @param remote which system, as its {@link Carrier} is called: {@code antrean}, {@code satusehat}, {@code ttac} ...
 * @param facility whose debt it is
 * @param key parcels of one remote and one key arrive in the order in which they were posted (a visit, a prescription, a
 *     pack); those of different keys wait for nobody
 * @param kind what the carrier is to do, a word of its own
 * @param body what the carrier needs for it; no secrets
 */
public record Parcel(String remote, String facility, String key, String kind, JsonNode body) {}
