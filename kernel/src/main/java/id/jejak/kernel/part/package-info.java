/** How a system of the house is put to work: what it is given, and what it offers to whoever wires the house. */
@NullMarked
package id.jejak.kernel.part;

import org.jspecify.annotations.NullMarked;
