package id.jejak.satusehat.store;

import org.jspecify.annotations.Nullable;

/**
 * A version of a resource that is to be kept.
 *
 * @param rid its number in the tables, which never changes
 * @param version microseconds since 1970
 * @param twin the same for two resources that are one resource sent twice; null where that is not looked at
 * @param given of a dispense, the part of its content that says how much of what it gave; null for anything else
 * @param content JSON, as it will be answered
 */
public record Row(long rid, String type, String id, long version, @Nullable Long twin, Index index,
    byte @Nullable [] given, byte[] content) {}
