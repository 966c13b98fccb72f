/** Identifiers, random secrets and password hashing. */
@NullMarked
package id.jejak.kernel.ids;

import org.jspecify.annotations.NullMarked;
