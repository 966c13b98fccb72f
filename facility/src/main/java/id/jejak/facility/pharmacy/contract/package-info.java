/**
 * The pharmacy's own API: operations, refusals, limits.
 */
@NullMarked
package id.jejak.facility.pharmacy.contract;

import org.jspecify.annotations.NullMarked;
