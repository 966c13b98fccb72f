/**
 * The record of an acceptance test, in the shape that Indonesian offices sign: what was tried, what was expected, what
 * came, whether that is right, and places to sign. Knows nothing of who tested what.
 */
@NullMarked
package id.jejak.app.act;

import org.jspecify.annotations.NullMarked;
