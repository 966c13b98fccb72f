/** How requests to BPJS are signed and its answers are encrypted. The same on both sides of the wire. */
@NullMarked
package id.jejak.antrean.contract.crypto;

import org.jspecify.annotations.NullMarked;
