/** The clock everyone is given; the sandbox may move it. */
@NullMarked
package id.jejak.kernel.time;

import org.jspecify.annotations.NullMarked;
