/** The tables of the queue, in the schema {@code antrean}. */
@NullMarked
package id.jejak.antrean.store;

import org.jspecify.annotations.NullMarked;
