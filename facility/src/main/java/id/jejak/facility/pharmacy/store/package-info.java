/**
 * The pharmacy's tables, in the schema {@code facility}.
 */
@NullMarked
package id.jejak.facility.pharmacy.store;

import org.jspecify.annotations.NullMarked;
