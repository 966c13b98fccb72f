/**
 * The pharmacy of a facility: stock by serial, prescriptions, dispensing, compounds, recall. Reaches the national systems over
 * the wire only.
 */
@NullMarked
package id.jejak.facility.pharmacy;

import org.jspecify.annotations.NullMarked;
