/**
 * The TTAC wire, exactly: its codes, messages, limits and operations. Depends on nothing but the kernel.
 *
 * <p>Nothing here is ours to improve. A misspelt word stays misspelt.
 */
@NullMarked
package id.jejak.ttac.contract;

import org.jspecify.annotations.NullMarked;
