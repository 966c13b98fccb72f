/**
 * BPJS Kesehatan's queue of hospitals (antrean FKRTL), the side that BPJS hosts, and the contract of both sides.
 *
 * <p>The class beside the rooms, {@link id.jejak.antrean.Antrean}, puts them together.
 */
@NullMarked
package id.jejak.antrean;

import org.jspecify.annotations.NullMarked;
