/** A tiny house in which every rule of the architecture is broken once, to show that the rule can fail. */
@NullMarked
package id.jejak.verify.planted;

import org.jspecify.annotations.NullMarked;
