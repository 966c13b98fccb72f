/**
 * The product in a process of its own, as a person would start it: for whoever wants to measure it from outside, or
 * to kill it.
 */
@NullMarked
package id.jejak.verify.served;

import org.jspecify.annotations.NullMarked;
