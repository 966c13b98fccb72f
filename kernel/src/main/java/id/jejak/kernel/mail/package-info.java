/** Sending plain letters by e-mail. */
@NullMarked
package id.jejak.kernel.mail;

import org.jspecify.annotations.NullMarked;
