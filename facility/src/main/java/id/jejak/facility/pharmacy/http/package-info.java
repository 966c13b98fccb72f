/**
 * The pharmacy's operations, and what they need of those who live elsewhere in the house.
 */
@NullMarked
package id.jejak.facility.pharmacy.http;

import org.jspecify.annotations.NullMarked;
