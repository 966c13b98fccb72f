/**
 * What TTAC decides about packs, and nothing else: no wire, no SQL, no clock of its own.
 */
@NullMarked
package id.jejak.ttac.domain;

import org.jspecify.annotations.NullMarked;
