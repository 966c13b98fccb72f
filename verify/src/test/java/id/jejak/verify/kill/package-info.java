/** Kills the running product, and looks whether it kept its word. */
@NullMarked
package id.jejak.verify.kill;

import org.jspecify.annotations.NullMarked;
