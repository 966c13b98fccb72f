/** Who lives in the house, and the order in which everything starts and stops. */
@NullMarked
package id.jejak.app.wiring;

import org.jspecify.annotations.NullMarked;
