package id.jejak.satusehat.store;

/**
 * The current version of a resource.
 *
 * @param version microseconds since 1970
 * @param owner organization that may change it; empty for nobody
 * @param hidden true when its patient does not want the one who asks to see it
 * @param content JSON, as it is answered
 */
public record Stored(long rid, String type, String id, long version, String owner, boolean hidden, byte[] content) {}
