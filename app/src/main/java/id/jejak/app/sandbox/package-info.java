/** Operations that only a demo world has: its accounts, its clock, its reset, and planned faults. */
@NullMarked
package id.jejak.app.sandbox;

import org.jspecify.annotations.NullMarked;
