/**
 * TTAC called from a program, ours or the real one: logs in by itself, cuts long lists, and says of every call whether
 * it was done, refused, must wait, or cannot be known. Needs nothing of the server but its contract.
 */
@NullMarked
package id.jejak.ttac.client;

import org.jspecify.annotations.NullMarked;
