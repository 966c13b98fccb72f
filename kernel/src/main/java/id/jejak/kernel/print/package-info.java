/** Text on PDF pages. */
@NullMarked
package id.jejak.kernel.print;

import org.jspecify.annotations.NullMarked;
