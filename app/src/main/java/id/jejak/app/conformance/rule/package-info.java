/** Rules of the traffic, each system's in a class of its own: what no list of operations says. */
@NullMarked
package id.jejak.app.conformance.rule;

import org.jspecify.annotations.NullMarked;
