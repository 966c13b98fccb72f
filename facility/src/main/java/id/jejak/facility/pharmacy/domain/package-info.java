/**
 * What a pharmacy decides: whether a pack may be given, what a serial seen twice means, what is left, what to warn of.
 */
@NullMarked
package id.jejak.facility.pharmacy.domain;

import org.jspecify.annotations.NullMarked;
