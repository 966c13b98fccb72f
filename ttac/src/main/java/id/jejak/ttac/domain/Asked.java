package id.jejak.ttac.domain;

import org.jspecify.annotations.Nullable;

/**
 * One barcode of a request and the pack it names.
 *
 * @param barcode the caller's own text, echoed unchanged in messages
 * @param pack null when TTAC knows no such barcode
 */
public record Asked(String barcode, @Nullable Pack pack) {}
