/** Measurements of the hospital queue, on both sides of the wire, each beside bare SQL doing the same. */
@NullMarked
package id.jejak.verify.bench.antrean;

import org.jspecify.annotations.NullMarked;
