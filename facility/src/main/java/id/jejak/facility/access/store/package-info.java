/** The schema {@code access}, and the keys under which it keeps people's data. */
@NullMarked
package id.jejak.facility.access.store;

import org.jspecify.annotations.NullMarked;
