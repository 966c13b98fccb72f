/** The habits of the house, as tests over its text. */
@NullMarked
package id.jejak.verify.tidy;

import org.jspecify.annotations.NullMarked;
