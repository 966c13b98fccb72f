/** How a fact about a national system says where it comes from. */
@NullMarked
package id.jejak.kernel.contract;

import org.jspecify.annotations.NullMarked;
