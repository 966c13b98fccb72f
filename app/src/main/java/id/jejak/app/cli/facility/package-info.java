/** The tools of a facility. */
@NullMarked
package id.jejak.app.cli.facility;

import org.jspecify.annotations.NullMarked;
