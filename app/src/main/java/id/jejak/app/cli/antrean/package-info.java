/** The tools of BPJS's queue: the acceptance test, run against any hospital. */
@NullMarked
package id.jejak.app.cli.antrean;

import org.jspecify.annotations.NullMarked;
