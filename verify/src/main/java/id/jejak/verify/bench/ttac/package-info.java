/**
 * What is measured of TTAC: each movement and list at the sizes that its aims are stated for, beside hand-written SQL
 * that does the same in one round trip.
 */
@NullMarked
package id.jejak.verify.bench.ttac;

import org.jspecify.annotations.NullMarked;
