/** The ground of a facility's staff: who is logged in, what they may see, and the facility's own API behind it. */
@NullMarked
package id.jejak.app.web.staff;

import org.jspecify.annotations.NullMarked;
