/** Looks at the whole house from outside: its rules as tests, and its answers as golden exchanges. */
@NullMarked
package id.jejak.verify;

import org.jspecify.annotations.NullMarked;
