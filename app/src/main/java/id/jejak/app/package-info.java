/** The house itself: it knows every part, starts and stops them together, and meets the person at the door. */
@NullMarked
package id.jejak.app;

import org.jspecify.annotations.NullMarked;
