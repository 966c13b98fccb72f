/** One handler for each operation, and the guard that stands before every handler of a facility. */
@NullMarked
package id.jejak.facility.access.http;

import org.jspecify.annotations.NullMarked;
