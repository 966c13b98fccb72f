/** The doctor's prescribing page, as a client of the facility's own API. */
@NullMarked
package id.jejak.app.web.doctor;

import org.jspecify.annotations.NullMarked;
