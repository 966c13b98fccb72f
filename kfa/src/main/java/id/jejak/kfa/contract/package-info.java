/**
 * The KFA wire, exactly: operations, members and their order, faults in their own words, limits.
 *
 * <p>Nothing here is ours to improve. An odd null stays odd.
 */
@NullMarked
package id.jejak.kfa.contract;

import org.jspecify.annotations.NullMarked;
